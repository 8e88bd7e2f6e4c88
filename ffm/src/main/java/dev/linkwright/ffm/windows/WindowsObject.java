package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.nio.file.ProviderMismatchException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// An open object. Its handle asks for little; for changes it is opened once more, from that very handle, so that each
/// call meets this object whatever becomes of its name.
final class WindowsObject implements HeldObject {
    private static final long NONE = 0;
    private static final String COPY = "copy";
    private static final String READ = "read";
    private static final String LOOK = "look at";
    private static final String SET_TIMES = "set the times of";
    private static final String NO_POSIX = "Windows has no POSIX owners and modes";

    /// What changes the attributes of a copy, asked for at once.
    private static final int CHANGING = Opening.FILE_WRITE_ATTRIBUTES | Opening.FILE_WRITE_EA | Opening.WRITE_DAC
            | Opening.WRITE_OWNER;

    private final LinkPath path;
    private final int access;
    private long handle;
    private long changing = NONE;
    private int changingAccess;
    private @Nullable Attributes attributes;

    /// Takes over a handle.
    ///
    /// @param access what it was opened for
    WindowsObject(LinkPath path, long handle, int access) {
        this.path = path;
        this.handle = handle;
        this.access = access;
    }

    @Override
    public LinkPath path() {
        return path;
    }

    @Override
    public Attributes attributes() throws FileSystemException {
        Attributes known = attributes;
        if (known == null) {
            known = ask(LOOK, arena -> BasicInformation.attributes(arena, handle));
            attributes = known;
        }
        return known;
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws FileSystemException {
        return ask(Extra.READ, arena -> Extra.all(arena, handle, path));
    }

    @Override
    public void setExtendedAttribute(ExtendedAttribute attribute) throws FileSystemException {
        String name = LinkTarget.ofBytes(attribute.name().toArray()).units();
        Extra kind = Extra.of(name).orElseThrow(() -> missing(Extra.WRITE, "Windows has no such attribute"));
        requireStreamName(kind, kind.rest(name));
        byte[] value = attribute.value().toArray();
        ask(Extra.WRITE, arena -> {
            kind.requireOn(Volume.of(arena, handle), path);
            if (!kind.isKnownToBe(arena, handle, value)) {
                kind.write(arena, opened(arena, kind.access()), path, kind.rest(name), value);
            }
            return kind;
        });
    }

    /// A name with these would lead elsewhere.
    private void requireStreamName(Extra kind, String name) throws FileSystemException {
        boolean leadsElsewhere = name.indexOf(':') >= 0 || name.indexOf('/') >= 0
                || name.indexOf(PathRules.WINDOWS.separator()) >= 0 || name.indexOf(0) >= 0;
        if (kind == Extra.STREAM && leadsElsewhere) {
            throw FailureDetails.of(Extra.WRITE, path, Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                    .withRemark("no stream can have such a name").toException();
        }
    }

    @Override
    public void removeExtendedAttribute(ByteString name) throws FileSystemException {
        String text = LinkTarget.ofBytes(name.toArray()).units();
        Optional<Extra> kind = Extra.of(text);
        if (kind.isEmpty()) {
            return;
        }
        Extra found = kind.get();
        requireStreamName(found, found.rest(text));
        ask("remove an extended attribute of", arena -> {
            if (found.isOn(Volume.of(arena, handle))) {
                found.remove(arena, opened(arena, found.access()), found.rest(text));
            }
            return found;
        });
    }

    @Override
    public void setOwner(long user, long group) throws FileSystemException {
        throw missing("set the owner of", NO_POSIX);
    }

    @Override
    public void setMode(int mode) throws FileSystemException {
        throw missing("set the mode of", NO_POSIX);
    }

    @Override
    public void setTimes(Instant accessed, Instant modified) throws FileSystemException {
        // 0 is what file systems tell that do not keep a time, and leaves it alone.
        if (FileInformation.fileTime(accessed) < 0 || FileInformation.fileTime(modified) < 0) {
            throw FailureDetails.of(SET_TIMES, path, Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                    .withRemark("time begins with 1601 on Windows").toException();
        }
        ask(SET_TIMES, arena -> {
            BasicInformation.setTimes(arena, opened(arena, Opening.FILE_WRITE_ATTRIBUTES), accessed, modified);
            return path;
        });
    }

    @Override
    public long copyContentsTo(HeldObject destination) throws FileSystemException {
        if (!(destination instanceof WindowsObject to)) {
            throw new ProviderMismatchException("an object of another link system");
        }
        LinkTarget target = LinkTarget.ofBytes(to.path.bytes());
        requireOpen(COPY);
        to.requireOpen(COPY);
        try (Arena arena = Arena.ofConfined()) {
            requireEncrypted(arena, to);
            Volume volume = Volume.of(arena, to.handle);
            long bytes = FileData.copy(arena, handle, to.handle, volume);
            if (Volume.of(arena, handle).has(Volume.FILE_NAMED_STREAMS)) {
                FileData.copyLargeStreams(arena, handle, to.handle, volume, path);
            }
            return bytes;
        } catch (WindowsCallException e) {
            throw new Refusal(COPY, path, e).withTarget(target).toException();
        }
    }

    /// As CopyFile does: what is kept secret on the disk is not written in the clear without being asked.
    private void requireEncrypted(Arena arena, WindowsObject to) throws WindowsCallException, FileSystemException {
        int encrypted = BasicInformation.FILE_ATTRIBUTE_ENCRYPTED;
        boolean isLost = (FileInformation.kind(arena, handle).attributes() & encrypted) != 0
                && (FileInformation.kind(arena, to.handle).attributes() & encrypted) == 0;
        if (isLost) {
            throw FailureDetails.of(COPY, path, Reason.NOT_PERMITTED)
                    .withRemark("it is encrypted, and the copy would not be")
                    .withAdvice("Copy into a directory that is encrypted, or decrypt the file first (cipher /d).")
                    .toException();
        }
    }

    @Override
    public byte[] readContents(int most) throws FileSystemException {
        return ask(READ, arena -> {
            long size = FileInformation.size(arena, handle);
            byte[] contents = FileData.read(arena, handle, Math.min(size, most) + 1)
                    .toArray(ValueLayout.JAVA_BYTE);
            if (size > most || contents.length > most) {
                throw FailureDetails.of(READ, path, Reason.TOO_LARGE).withRemark("more than " + most + " bytes")
                        .toException();
            }
            return contents;
        });
    }

    @Override
    public void sync() throws FileSystemException {
        ask("sync", arena -> {
            NtFiles.ntFlushBuffersFile(arena, opened(arena, Opening.FILE_WRITE_DATA));
            return path;
        });
    }

    @Override
    public void close() {
        if (changing != NONE) {
            NtDll.ntClose(changing);
            changing = NONE;
        }
        if (handle != NONE) {
            NtDll.ntClose(handle);
            handle = NONE;
        }
    }

    /// A handle for such a change.
    private long opened(Arena arena, int needed) throws WindowsCallException {
        if ((access & needed) == needed) {
            return handle;
        }
        if (changing != NONE && (changingAccess & needed) == needed) {
            return changing;
        }
        int all = changingAccess | needed | CHANGING;
        try {
            return reopened(arena, all);
        } catch (WindowsCallException e) {
            if (!e.is(NtStatus.STATUS_ACCESS_DENIED)) {
                throw e;
            }
            return reopened(arena, needed);
        }
    }

    private long reopened(Arena arena, int needed) throws WindowsCallException {
        Opening how = Opening.ATTRIBUTES.withAccess(needed | Opening.FILE_READ_ATTRIBUTES);
        long opened = NtDll.ntCreateFile(arena, ObjectName.in(handle, ""), how);
        if (changing != NONE) {
            NtDll.ntClose(changing);
        }
        changing = opened;
        changingAccess = needed;
        return opened;
    }

    private void requireOpen(String operation) throws FileSystemException {
        if (handle == NONE) {
            throw FailureDetails.of(operation, path, Reason.OTHER).withRemark("it has been closed").toException();
        }
    }

    private FileSystemException missing(String operation, String why) {
        return FailureDetails.of(operation, path, Reason.CAPABILITY_MISSING).withRemark(why).toException();
    }

    private <T> T ask(String operation, Question<T> question) throws FileSystemException {
        requireOpen(operation);
        try (Arena arena = Arena.ofConfined()) {
            return question.ask(arena);
        } catch (WindowsCallException e) {
            throw new Refusal(operation, path, e).toException();
        }
    }

    /// Calls on the handle.
    @FunctionalInterface
    private interface Question<T> {
        T ask(Arena arena) throws WindowsCallException, FileSystemException;
    }
}
