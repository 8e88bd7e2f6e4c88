package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.linkwright.Condition;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.Hold;
import dev.linkwright.LinkAccessDeniedException;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// A directory that is open: whatever takes its name, the primitives work in this one.
final class HeldDirectory extends WindowsDirectory {
    private final Handle handle;
    private final Hold hold;
    /// Whether a cursor has had the position of the handle, of which there is only one.
    private final AtomicBoolean listed = new AtomicBoolean();
    private volatile @Nullable LinkCapabilities capabilities;

    HeldDirectory(LinkPath path, Handle handle, Hold hold) {
        super(path);
        this.handle = handle;
        this.hold = hold;
    }

    @Override
    void acquire(String operation) throws FileSystemException {
        if (!handle.acquire()) {
            throw closed(operation);
        }
    }

    @Override
    Hold hold() {
        return hold;
    }

    @Override
    void release() {
        handle.release();
    }

    @Override
    public void close() {
        handle.close();
    }

    @Override
    ObjectName object(Arena arena, Name name) {
        return ObjectName.in(handle.number(), name.units());
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        LinkCapabilities known = capabilities;
        if (known == null) {
            known = here(LOOK, WindowsCapabilities::of);
            capabilities = known;
        }
        return known;
    }

    @Override
    public List<Condition> conditions() throws FileSystemException {
        return here(LOOK, WindowsCircumstances::of).conditions();
    }

    @Override
    public Status status() throws FileSystemException {
        return here(LOOK, FileInformation::status);
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        return here(LOOK, (arena, number) -> LinkPath.of(
                PathRules.WINDOWS, Kernel32Library.getFinalPathNameByHandleW(arena, number)));
    }

    /// The first cursor reads from this very handle; later ones have a handle of their own, opened by the empty name: they
    /// need a position of their own, and Wine 8 tells from a handle that is read again what it told before.
    @Override
    public Cursor list() throws FileSystemException {
        requireNoLink();
        if (listed.compareAndSet(false, true)) {
            return new WindowsCursor(this, () -> {});
        }
        HeldDirectory own = here(LIST, (arena, number) -> new HeldDirectory(path(), new Handle(
                NtDll.ntCreateFile(arena, ObjectName.in(number, ""), Opening.HOLD)), Hold.SHARED));
        return new WindowsCursor(own, own::close);
    }

    /// An empty directory can be made a link while it is held.
    private void requireNoLink() throws FileSystemException {
        if (here(LIST, FileInformation::kind).isLink()) {
            throw FailureDetails.of(LIST, path(), Reason.IS_A_LINK).toException();
        }
    }

    /// By the buffer that CreateSymbolicLinkW would write. Without the privilege only that function makes links, in
    /// Developer Mode: by the path that leads here, so whoever calls this must look from here whether the link is there.
    @Override
    void makeLink(Name name, String text, TargetKind kind, LinkTarget asked) throws FileSystemException {
        try {
            makeReparsePoint(CREATE, name, bufferOf(name, text, asked), kind, refusal -> refusal.withTarget(asked)
                    .meaning(Reason.UNSUPPORTED_BY_FILE_SYSTEM, NtStatus.UNKNOWN_HERE));
        } catch (LinkAccessDeniedException e) {
            if (e.details().reason() != Reason.PRIVILEGE_NOT_HELD || !WindowsCapabilities.isDeveloperMode()) {
                throw e;
            }
            new NamedDirectory(physicalPath()).makeLink(name, text, kind, asked);
        }
    }

    @Override
    public Contents contents() {
        return new WindowsContents(this);
    }

    /// Asks or tells something of the handle itself.
    @FunctionalInterface
    interface OfHandle<T> {
        T of(Arena arena, long number) throws WindowsCallException;
    }

    <T> T here(String operation, OfHandle<T> question) throws FileSystemException {
        acquire(operation);
        try (Arena arena = Arena.ofConfined()) {
            return question.of(arena, handle.number());
        } catch (WindowsCallException e) {
            throw refused(operation, path(), e);
        } finally {
            release();
        }
    }

    FileSystemException closed(String operation) {
        return FailureDetails.of(operation, path(), Reason.OTHER).withRemark("the directory has been closed")
                .toException();
    }
}
