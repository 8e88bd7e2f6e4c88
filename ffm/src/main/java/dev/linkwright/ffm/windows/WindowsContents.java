package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Set;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.reparse.ReparseTag;

/// Contents and attributes, found from the handle of their directory.
final class WindowsContents implements Contents {
    static final int FILE_ATTRIBUTE_RECALL_ON_OPEN = 0x40000;
    static final int FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS = 0x400000;
    static final int IO_REPARSE_TAG_DEDUP = 0x80000013;

    private static final int ELSEWHERE = BasicInformation.FILE_ATTRIBUTE_OFFLINE | FILE_ATTRIBUTE_RECALL_ON_OPEN
            | FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS;
    /// Tags of files whose contents a driver of Windows provides.
    private static final Set<Integer> PROVIDED = Set.of(IO_REPARSE_TAG_DEDUP, ReparseTag.WOF.value());

    private final HeldDirectory directory;

    WindowsContents(HeldDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        return directory.at(WindowsDirectory.LOOK, name, (arena, object) -> {
            try (OpenObject opened = OpenObject.open(arena, object, Opening.LOOK)) {
                return BasicInformation.attributes(arena, opened.handle());
            }
        });
    }

    /// Nothing is fetched from a cloud or a tape, and no link is followed: where a driver provides the contents it is
    /// only told not to open the reparse point itself, which reads as if it were hollow.
    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        LinkPath path = path(name);
        requireReadable(expected.type(), expected.status().attributes(), expected.status().reparseTag(), path);
        Opening how = expected.status().reparseTag() == 0 ? Opening.READ_FILE : Opening.READ_FILE_THROUGH_DRIVER;
        return directory.at(WindowsDirectory.OPEN, name, (arena, object) -> {
            WindowsObject file = open(arena, object, how, Opening.FILE_READ_DATA | Opening.FILE_READ_ATTRIBUTES, path);
            boolean isExpected = false;
            try {
                Attributes found = file.attributes();
                requireReadable(found.type(), found.status().attributes(), 0, path);
                boolean isHollow = how.equals(Opening.READ_FILE) && found.status().reparseTag() != 0;
                isExpected = !isHollow && Objects.equals(found.identity(), expected.identity());
            } finally {
                if (!isExpected) {
                    file.close();
                }
            }
            if (isExpected) {
                return file;
            }
            throw FailureDetails.of(WindowsDirectory.OPEN, path, Reason.CHANGED_BY_OTHERS).toException();
        });
    }

    /// @param tag 0 if the object has been opened by what provides its contents
    private static void requireReadable(FileType type, int attributes, int tag, LinkPath path)
            throws FileSystemException {
        FailureDetails refused = FailureDetails.of(WindowsDirectory.OPEN, path, Reason.OTHER);
        if (type != FileType.FILE) {
            boolean isLink = type == FileType.SYMBOLIC_LINK || type == FileType.REPARSE_POINT;
            throw refused.withReason(isLink ? Reason.IS_A_LINK : Reason.OTHER).withRemark("it is no regular file")
                    .toException();
        }
        if ((attributes & ELSEWHERE) != 0) {
            throw refused.withReason(Reason.UNREACHABLE).withRemark("it would have to be fetched first").toException();
        }
        boolean isProvided = tag == 0 || PROVIDED.contains(tag) || new ReparseTag(tag).isCloud();
        if (!isProvided) {
            throw refused.withReason(Reason.PROTECTED_REPARSE_POINT)
                    .withRemark("what it holds is not known: " + new ReparseTag(tag)).toException();
        }
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        return directory.at(WindowsDirectory.CREATE, name, (arena, object) -> {
            ObjectName forMe = object.withSecurity(ProcessToken.descriptorForThisUserOnly(arena));
            int less = Opening.NEW_FILE.access() & ~(Opening.WRITE_DAC | Opening.WRITE_OWNER);
            return open(arena, forMe, Opening.NEW_FILE, less, path(name));
        });
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        return directory.at(WindowsDirectory.OPEN, name, (arena, object) -> open(arena, object, Opening.ATTRIBUTES,
                Opening.FILE_READ_ATTRIBUTES, path(name)));
    }

    /// An empty directory can be made a link while it is held.
    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        WindowsObject opened = directory.here(WindowsDirectory.OPEN, (arena, handle) -> open(arena,
                ObjectName.in(handle, ""), Opening.ATTRIBUTES, Opening.FILE_READ_ATTRIBUTES, directory.path()));
        boolean isDirectory = false;
        try {
            isDirectory = opened.attributes().status().isDirectory();
        } finally {
            if (!isDirectory) {
                opened.close();
            }
        }
        if (isDirectory) {
            return opened;
        }
        throw FailureDetails.of(WindowsDirectory.OPEN, directory.path(), Reason.CHANGED_BY_OTHERS)
                .withRemark("it has become a link").toException();
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        throw FailureDetails.of(WindowsDirectory.CREATE, path(name), Reason.CAPABILITY_MISSING)
                .withRemark("Windows has no named pipes, sockets and devices among its files").toException();
    }

    /// Where the security may not be read or changed, as on a share where files may only be changed, the rest can be.
    private static WindowsObject open(Arena arena, ObjectName object, Opening how, int less, LinkPath path)
            throws WindowsCallException {
        try {
            return new WindowsObject(path, NtDll.ntCreateFile(arena, object, how), how.access());
        } catch (WindowsCallException e) {
            if (!e.is(NtStatus.STATUS_ACCESS_DENIED)) {
                throw e;
            }
            return new WindowsObject(path, NtDll.ntCreateFile(arena, object, how.withAccess(less)), less);
        }
    }

    private LinkPath path(Name name) {
        return directory.path().resolve(name);
    }
}
