package dev.linkwright.ffm.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkNotFoundException;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import org.jspecify.annotations.Nullable;

/// An object that may be a reparse point on a volume of ntfs-3g. For the system every reparse point is a symbolic link,
/// whose text the driver makes up; here it is what is stored.
final class NtfsObject {
    /// The text of every reparse point that the driver does not follow starts so.
    private static final byte[] NOT_FOLLOWED = "unsupported reparse tag 0x".getBytes(StandardCharsets.US_ASCII);

    private static final String DRIVES = "/.NTFS-3G/";

    private final PosixDirectory directory;
    private final Name name;
    private final Ntfs3g ntfs3g;

    NtfsObject(PosixDirectory directory, Name name) {
        this.directory = directory;
        this.name = name;
        this.ntfs3g = directory.requireNtfs3g();
    }

    /// What the system told of the object, corrected by what is stored.
    ///
    /// @throws FileSystemException if the object is gone or cannot be read
    Status described(Status told) throws FileSystemException {
        byte[] data = reparseData(PosixDirectory.LOOK);
        if (data == null || data.length < Integer.BYTES) {
            return told;
        }
        int tag = tag(data);
        int attributes = attributes();
        boolean isDirectory = Ntfs3g.isDirectory(attributes);
        TargetKind kind = tag != ReparseTag.SYMLINK.value()
                ? TargetKind.UNSPECIFIED
                : isDirectory ? TargetKind.DIRECTORY : TargetKind.FILE;
        return new Status(type(tag, isDirectory), kind, tag, told.identity(), told.linkCount(), told.size(),
                told.modified(), told.owner(), attributes);
    }

    /// The text of the link: as stored if it is a reparse point, else as the system says.
    LinkTarget text() throws FileSystemException {
        byte[] data = reparseDataOfLink();
        return data == null ? directory.readPlainLink(name) : text(decoded(data));
    }

    /// The text of the link, and the one by which the system goes on.
    Directory.Step step() throws FileSystemException {
        byte[] data = reparseDataOfLink();
        if (data == null) {
            LinkTarget text = directory.readPlainLink(name);
            return new Directory.Step(text, text);
        }
        ReparseData decoded = decoded(data);
        return new Directory.Step(text(decoded), followed(decoded));
    }

    private LinkTarget text(ReparseData data) throws FileSystemException {
        return LinkTarget.of(data).orElseThrow(
                () -> refusal("read", Reason.NOT_A_LINK).withRemark("tag " + data.tag()).toException());
    }

    /// Where the attribute cannot be read, the failure to read the text says why; a text alone is not to be believed.
    private byte @Nullable [] reparseDataOfLink() throws FileSystemException {
        try {
            return reparseData("read");
        } catch (FileSystemException e) {
            directory.readPlainLink(name);
            throw e;
        }
    }

    /// What the driver makes of the link where it knows how; else, for a relative one, what it comes to.
    private @Nullable LinkTarget followed(ReparseData data) throws FileSystemException {
        LinkTarget translated = directory.readPlainLink(name);
        if (!startsAsNotFollowed(translated)) {
            return leadsToUnknownDrive(translated) ? null : translated;
        }
        return data instanceof ReparseData.SymbolicLink link && isRelative(link)
                ? LinkTarget.of(link).map(NtfsObject::withSlashes).orElse(null)
                : null;
    }

    /// Other drives are looked for as links that the user may have made in a directory of the driver's.
    private boolean leadsToUnknownDrive(LinkTarget translated) {
        String text = new String(translated.bytes(), StandardCharsets.ISO_8859_1);
        int drives = text.indexOf(DRIVES);
        if (drives < 0) {
            return false;
        }
        int end = text.indexOf('/', drives + DRIVES.length());
        String drive = end < 0 ? text : text.substring(0, end);
        return typeAt(LinkTarget.ofBytes(drive.getBytes(StandardCharsets.ISO_8859_1))) == null;
    }

    /// Nothing is there when the link is followed. Of a text that is no place on this system that says nothing.
    void requirePlaceHere(LinkNotFoundException otherwise) throws FileSystemException {
        Directory.Step step;
        try {
            byte[] data = reparseData("follow");
            if (data == null) {
                return;
            }
            step = step();
        } catch (FileSystemException noLink) {
            throw otherwise;
        }
        LinkTarget followed = step.followed();
        if (followed == null) {
            throw refusal("follow", Reason.UNREACHABLE)
                    .withRemark("'" + step.text() + "' is a path of Windows that has no place here").toException();
        }
        if (leadsToDirectory(followed)) {
            throw refusal("follow", Reason.WRONG_TYPE).withRemark("the link is for a file, and leads to a directory")
                    .toException();
        }
    }

    /// The driver follows no link for a file that leads to a directory, as Windows does not.
    private boolean leadsToDirectory(LinkTarget followed) {
        return typeAt(followed) == FileType.DIRECTORY;
    }

    /// What a text of this system leads to from the directory of the link; null if nothing is there.
    private @Nullable FileType typeAt(LinkTarget text) {
        LinkPath end = directory.path().resolve(LinkPath.ofBytes(PathRules.POSIX, text.bytes()));
        Platform platform = directory.platform;
        try (Scratch scratch = Scratch.take()) {
            return platform.status(scratch, platform.numbers.atFdcwd(), scratch.first.of(end),
                    Platform.FollowLinks.YES).type();
        } catch (NativeCallException nothing) {
            return null;
        }
    }

    /// The raw data; null if the object is no reparse point.
    byte @Nullable [] reparseData(String operation) throws FileSystemException {
        int dirfd = directory.acquire(operation);
        try (Scratch scratch = Scratch.take()) {
            return ntfs3g.reparseData(scratch, directory.reachable(scratch.first, dirfd, name),
                    Platform.FollowLinks.NO);
        } catch (NativeCallException e) {
            if (e.code() == Errno.EOPNOTSUPP.linux()) {
                return null;
            }
            throw directory.refused(operation, directory.path().resolve(name), e);
        } finally {
            directory.release();
        }
    }

    private int attributes() throws FileSystemException {
        int dirfd = directory.acquire(PosixDirectory.LOOK);
        try (Scratch scratch = Scratch.take()) {
            return ntfs3g.attributes(scratch, directory.reachable(scratch.first, dirfd, name));
        } catch (NativeCallException e) {
            throw directory.refused(PosixDirectory.LOOK, directory.path().resolve(name), e);
        } finally {
            directory.release();
        }
    }

    private ReparseData decoded(byte[] data) throws FileSystemException {
        try {
            return ReparseBuffer.decode(data);
        } catch (MalformedReparseBufferException e) {
            FileSystemException refusal = refusal("read", Reason.NOT_A_LINK)
                    .withRemark("its reparse data are malformed: " + e.getMessage()).toException();
            refusal.initCause(e);
            throw refusal;
        }
    }

    /// What Windows takes the object for. A link of WSL is a symbolic link to this system, which follows it.
    private static FileType type(int tag, boolean isDirectory) {
        if (tag == ReparseTag.SYMLINK.value() || tag == ReparseTag.LX_SYMLINK.value()) {
            return FileType.SYMBOLIC_LINK;
        }
        if (new ReparseTag(tag).isNameSurrogate()) {
            return FileType.REPARSE_POINT;
        }
        return isDirectory ? FileType.DIRECTORY : FileType.FILE;
    }

    /// The first field of every reparse buffer, little-endian.
    static int tag(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    /// Whether the text means something from the directory of the link, on this system too.
    private static boolean isRelative(ReparseData.SymbolicLink link) {
        String text = link.substituteName();
        boolean isRooted = text.startsWith("\\") || text.startsWith("/");
        return link.relative() && !isRooted && text.indexOf('\0') < 0;
    }

    private static boolean startsAsNotFollowed(LinkTarget text) {
        for (int i = 0; i < NOT_FOLLOWED.length; i++) {
            if (i >= text.length() || text.byteAt(i) != NOT_FOLLOWED[i]) {
                return false;
            }
        }
        return true;
    }

    private static LinkTarget withSlashes(LinkTarget text) {
        byte[] bytes = text.bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\\' ? (byte) '/' : bytes[i];
        }
        return LinkTarget.ofBytes(bytes);
    }

    private FailureDetails refusal(String operation, Reason reason) {
        return FailureDetails.of(operation, directory.path().resolve(name), reason);
    }
}
