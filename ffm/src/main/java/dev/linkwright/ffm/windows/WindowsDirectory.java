package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.ProviderMismatchException;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Hold;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.ffm.windows.FileInformation.Kind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.UnwritableReparseDataException;
import org.jspecify.annotations.Nullable;

/// The primitives, on a directory handle and a bare name, or on no handle and a whole NT path.
abstract sealed class WindowsDirectory implements Directory permits HeldDirectory, NamedDirectory {
    static final String LOOK = "look at";
    static final String LIST = "list";
    static final String OPEN = "open";
    static final String CREATE = "create";

    private static final String READ = "read";
    private static final String FOLLOW = "follow";
    private static final String HARD_LINK = "make hard link";
    private static final String MAKE_DIRECTORY = "make directory";
    private static final String RENAME = "rename";
    private static final String REMOVE = "remove";
    private static final String REMOVE_DIRECTORY = "remove directory";
    private static final String READ_DATA = "read reparse data of";
    private static final String MAKE_REPARSE_POINT = "make reparse point";
    private static final String REPLACE_DATA = "replace reparse data of";

    private final LinkPath path;

    WindowsDirectory(LinkPath path) {
        this.path = path;
    }

    /// Keeps the directory usable until [#release].
    abstract void acquire(String operation) throws FileSystemException;

    abstract void release();

    /// How it is held, and what is opened from it.
    abstract Hold hold();

    /// What a call is told about the name; the directory must be acquired.
    abstract ObjectName object(Arena arena, Name name) throws WindowsCallException;

    @Override
    public final LinkPath path() {
        return path;
    }

    @Override
    public final Directory open(Name name) throws FileSystemException {
        return at(OPEN, name, (arena, object) -> {
            long handle = openForHolding(arena, object, name);
            boolean kept = false;
            try {
                Kind kind = FileInformation.kind(arena, handle);
                if (kind.isLink()) {
                    throw FailureDetails.of(OPEN, path.resolve(name), Reason.IS_A_LINK).toException();
                }
                HeldDirectory held = new HeldDirectory(path.resolve(name), new Handle(handle), hold());
                kept = true;
                return held;
            } finally {
                if (!kept) {
                    NtDll.ntClose(handle);
                }
            }
        });
    }

    /// A file link is no directory to the system either, so another look tells which it is, for the message.
    private long openForHolding(Arena arena, ObjectName object, Name name)
            throws FileSystemException, WindowsCallException {
        try {
            return Holding.open(arena, object, hold() == Hold.PINNED ? Opening.PIN : Opening.HOLD);
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_NOT_A_DIRECTORY) && stat(name).type() == FileType.SYMBOLIC_LINK) {
                throw new Refusal(OPEN, path.resolve(name), e).because(Reason.IS_A_LINK).toException();
            }
            throw e;
        }
    }

    /// By the path that leads here now, less its last name: there is no `..` relative to a handle. The identity tells
    /// whether that is the directory which is wanted.
    @Override
    public final Directory openParent(Identity expected) throws FileSystemException {
        LinkPath parent = path.resolve(LinkPath.of(PathRules.WINDOWS, ".."));
        if (!capabilities().has(Capability.IDENTITY)) {
            throw FailureDetails.of(OPEN, parent, Reason.CAPABILITY_MISSING)
                    .withRemark("objects cannot be recognised here").toException();
        }
        Directory above = WindowsLinkSystem.hold(physicalPath().parent(), parent, hold());
        boolean isExpected = false;
        try {
            isExpected = expected.equals(above.status().identity());
        } finally {
            if (!isExpected) {
                above.close();
            }
        }
        if (isExpected) {
            return above;
        }
        throw FailureDetails.of(OPEN, parent, Reason.CHANGED_BY_OTHERS).toException();
    }

    @Override
    public final Status stat(Name name) throws FileSystemException {
        return at(LOOK, name, (arena, object) -> status(arena, object, Opening.LOOK));
    }

    @Override
    public final Status follow(Name name) throws FileSystemException {
        return at(FOLLOW, name, (arena, object) -> status(arena, object, Opening.FOLLOW));
    }

    private static Status status(Arena arena, ObjectName object, Opening how) throws WindowsCallException {
        try (OpenObject opened = OpenObject.open(arena, object, how)) {
            return FileInformation.status(arena, opened.handle());
        }
    }

    @Override
    public final LinkTarget readLink(Name name) throws FileSystemException {
        byte[] data = reparseData(READ, name);
        FailureDetails refused = FailureDetails.of(READ, path.resolve(name), Reason.NOT_A_LINK);
        if (data == null) {
            throw refused.toException();
        }
        try {
            if (ReparseBuffer.decode(data) instanceof ReparseData.SymbolicLink link) {
                return LinkTarget.of(link.text());
            }
        } catch (MalformedReparseBufferException | InvalidPathException e) {
            throw refused.withReason(Reason.INVALID_TARGET).withRemark(String.valueOf(e.getMessage())).toException();
        }
        throw refused.withRemark("it is another reparse point").toException();
    }

    @Override
    public final byte @Nullable [] readReparseData(Name name) throws FileSystemException {
        byte[] data = reparseData(READ_DATA, name);
        if (data == null) {
            requireReparsePoints(READ_DATA, name);
        }
        return data;
    }

    private byte @Nullable [] reparseData(String operation, Name name) throws FileSystemException {
        return at(operation, name, (arena, object) -> {
            try (OpenObject opened = OpenObject.open(arena, object, Opening.LOOK)) {
                return ReparsePoints.get(arena, opened.handle());
            }
        });
    }

    private void requireReparsePoints(String operation, Name name) throws FileSystemException {
        LinkCapabilities can = capabilities();
        if (!can.has(Capability.REPARSE_POINTS)) {
            throw FailureDetails.of(operation, path.resolve(name), Reason.CAPABILITY_MISSING)
                    .withRemark(can.whyNot(Capability.REPARSE_POINTS).orElse("there are no reparse points here"))
                    .toException();
        }
    }

    @Override
    public final void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        LinkPath link = path.resolve(name);
        if (target.isEmpty()) {
            throw Refusal.ofText(CREATE, link, target, "the text is empty");
        }
        String text = PathRules.WINDOWS.withNativeSeparators(target.units());
        if (text.indexOf(0) >= 0) {
            throw Refusal.ofText(CREATE, link, target, "U+0000 is not possible in link texts");
        }
        makeLink(name, text, kind, target);
    }

    /// @param text the text with separators that Windows follows
    /// @param asked the text as it was given, for messages
    abstract void makeLink(Name name, String text, TargetKind kind, LinkTarget asked) throws FileSystemException;

    /// The buffer that CreateSymbolicLinkW would write.
    final byte[] bufferOf(Name name, String text, LinkTarget asked) throws FileSystemException {
        try {
            return ReparseBuffer.encode(ReparseData.SymbolicLink.of(
                    PathRules.WINDOWS.stored(text, WindowsLinkSystem::currentDirectory)));
        } catch (UnwritableReparseDataException e) {
            throw FailureDetails.of(CREATE, path.resolve(name), Reason.TARGET_TOO_LONG).withTarget(asked)
                    .withRemark(String.valueOf(e.getMessage())).toException();
        }
    }

    @Override
    public final void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        WindowsDirectory source = own(from);
        requireName(HARD_LINK, name);
        LinkTarget target = LinkTarget.ofBytes(source.path().resolve(existing).bytes());
        acquire(HARD_LINK);
        try {
            source.at(HARD_LINK, existing, (arena, object) -> {
                try (OpenObject opened = OpenObject.open(arena, object, Opening.HARD_LINK)) {
                    Renaming.link(arena, opened.handle(), object(arena, name));
                    return true;
                }
            }, refusal -> refusal.withTarget(target)
                    .meaning(Reason.NOT_PERMITTED, NtStatus.STATUS_FILE_IS_A_DIRECTORY)
                    .remarking("directories cannot have hard links", NtStatus.STATUS_FILE_IS_A_DIRECTORY),
                    path.resolve(name));
        } finally {
            release();
        }
    }

    @Override
    public final void makePrivateDirectory(Name name) throws FileSystemException {
        at(MAKE_DIRECTORY, name, (arena, object) -> {
            byte[] onlyMe = ProcessToken.descriptorForThisUserOnly(arena);
            OpenObject.open(arena, object.withSecurity(onlyMe), Opening.NEW_DIRECTORY).close();
            return true;
        });
    }

    @Override
    public final void makeDirectory(Name name) throws FileSystemException {
        at(MAKE_DIRECTORY, name, (arena, object) -> {
            OpenObject.open(arena, object, Opening.NEW_DIRECTORY).close();
            return true;
        });
    }

    @Override
    public final void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        WindowsDirectory destination = own(to);
        destination.requireName(RENAME, newName);
        LinkPath newPath = destination.path().resolve(newName);
        if (mode == RenameMode.EXCHANGE) {
            throw FailureDetails.of(RENAME, path.resolve(from), Reason.CAPABILITY_MISSING)
                    .withTarget(LinkTarget.ofBytes(newPath.bytes())).withRemark(WindowsCapabilities.NO_EXCHANGE)
                    .toException();
        }
        destination.acquire(RENAME);
        try {
            at(RENAME, from, (arena, object) -> {
                try (OpenObject opened = OpenObject.open(arena, object, Opening.RENAME)) {
                    Renaming.rename(arena, opened.handle(), destination.object(arena, newName), mode);
                    return true;
                }
            }, refusal -> refusal.withTarget(LinkTarget.ofBytes(newPath.bytes()))
                    .remarking("a directory below which something is open cannot be renamed, and what is open cannot be"
                            + " replaced", NtStatus.STATUS_ACCESS_DENIED),
                    path.resolve(from));
        } finally {
            destination.release();
        }
    }

    @Override
    public final void unlink(Name name) throws FileSystemException {
        at(REMOVE, name, (arena, object) -> {
            Removal.remove(arena, object, Opening.REMOVE_FILE, path.resolve(name), opened -> {});
            return true;
        });
    }

    @Override
    public final void removeDirectory(Name name) throws FileSystemException {
        at(REMOVE_DIRECTORY, name, (arena, object) -> {
            Removal.remove(arena, object, Opening.REMOVE_DIRECTORY, path.resolve(name), opened -> {
                if (FileInformation.kind(arena, opened).isLink()) {
                    throw FailureDetails.of(REMOVE_DIRECTORY, path.resolve(name), Reason.NOT_A_DIRECTORY)
                            .withRemark("it is a link").toException();
                }
            });
            return true;
        });
    }

    @Override
    public final void removeLink(Name name, Judge judge) throws FileSystemException {
        at(REMOVE, name, (arena, object) -> {
            Removal.remove(arena, object, Opening.JUDGE, path.resolve(name), opened -> {
                Status status = FileInformation.status(arena, opened);
                judge.judge(status, ReparsePoints.get(arena, opened));
                if (status.isDirectory() && status.reparseTag() == 0) {
                    throw FailureDetails.of(REMOVE, path.resolve(name), Reason.IS_A_DIRECTORY).toException();
                }
            });
            return true;
        });
    }

    @Override
    public final void makeReparsePoint(Name name, byte[] data, TargetKind kind) throws FileSystemException {
        requireReparsePoints(MAKE_REPARSE_POINT, name);
        makeReparsePoint(MAKE_REPARSE_POINT, name, data, kind, refusal -> refusal);
    }

    final void makeReparsePoint(String operation, Name name, byte[] data, TargetKind kind, Meaning meaning)
            throws FileSystemException {
        at(operation, name, (arena, object) -> {
            ReparsePoints.make(arena, object, data, kind);
            return true;
        }, meaning, path.resolve(name));
    }

    @Override
    public final void replaceReparseData(Name name, byte[] expected, byte[] data) throws FileSystemException {
        LinkPath link = path.resolve(name);
        requireReparsePoints(REPLACE_DATA, name);
        at(REPLACE_DATA, name, (arena, object) -> {
            ReparsePoints.replace(arena, object, expected, data, link);
            return true;
        });
    }

    final FileSystemException refused(String operation, LinkPath link, WindowsCallException call) {
        return new Refusal(operation, link, call).toException();
    }

    /// What is done with an object while the directory is acquired.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Arena arena, ObjectName object) throws WindowsCallException, FileSystemException;
    }

    /// What a failure means in one primitive.
    @FunctionalInterface
    interface Meaning {
        Refusal of(Refusal refusal);
    }

    final <T extends @Nullable Object> T at(String operation, Name name, Work<T> work) throws FileSystemException {
        return at(operation, name, work, refusal -> refusal, path.resolve(name));
    }

    /// Does the work; the memory of its calls goes with it.
    private <T extends @Nullable Object> T at(String operation, Name name, Work<T> work, Meaning meaning,
            LinkPath link) throws FileSystemException {
        requireName(operation, name);
        acquire(operation);
        try (Arena arena = Arena.ofConfined()) {
            return work.on(arena, object(arena, name));
        } catch (WindowsCallException e) {
            throw meaning.of(new Refusal(operation, link, e)).toException();
        } finally {
            release();
        }
    }

    final void requireName(String operation, Name name) throws FileSystemException {
        FileSystemException impossible = Refusal.ofName(operation, path.resolve(name), name);
        if (impossible != null) {
            throw impossible;
        }
    }

    private static WindowsDirectory own(Directory directory) {
        if (directory instanceof WindowsDirectory own) {
            return own;
        }
        throw new ProviderMismatchException("a directory of another link system");
    }
}
