package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Condition;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.Hold;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;

/// A directory that is only a path: every call resolves it anew, and there is nothing to close.
final class NamedDirectory extends WindowsDirectory {
    NamedDirectory(LinkPath path) {
        super(path);
    }

    @Override
    void acquire(String operation) {
        // Nothing is open.
    }

    @Override
    Hold hold() {
        return Hold.SHARED;
    }

    @Override
    void release() {
        // Nothing is open.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /// The name goes behind what the system makes of the path, so that it is never trimmed or taken for a device.
    @Override
    ObjectName object(Arena arena, Name name) throws WindowsCallException {
        String directory = WindowsLinkSystem.ntPath(arena, path());
        String glue = directory.endsWith("\\") ? "" : "\\";
        return ObjectName.ofPath(directory + glue + name.units());
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        try (HeldDirectory held = WindowsLinkSystem.hold(path(), path(), Hold.SHARED)) {
            return held.capabilities();
        }
    }

    @Override
    public List<Condition> conditions() throws FileSystemException {
        try (HeldDirectory held = WindowsLinkSystem.hold(path(), path(), Hold.SHARED)) {
            return held.conditions();
        }
    }

    @Override
    public Status status() throws FileSystemException {
        try (HeldDirectory held = WindowsLinkSystem.hold(path(), path(), Hold.SHARED)) {
            return held.status();
        }
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        try (HeldDirectory held = WindowsLinkSystem.hold(path(), path(), Hold.SHARED)) {
            return held.physicalPath();
        }
    }

    @Override
    public Cursor list() throws FileSystemException {
        HeldDirectory own = WindowsLinkSystem.hold(path(), path(), Hold.SHARED);
        return new WindowsCursor(own, own::close);
    }

    @Override
    public Contents contents() {
        return new NamedContents(path());
    }

    /// By the function that the page is about. Its report is not believed: whoever calls this reads back.
    @Override
    void makeLink(Name name, String text, TargetKind kind, LinkTarget asked) throws FileSystemException {
        requireName(CREATE, name);
        if (NtDll.isWine()) {
            requireFree(name, asked);
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolicLinkCall.make(object(arena, name).text(), text, kind);
        } catch (WindowsCallException e) {
            throw new Refusal(CREATE, path().resolve(name), e).withTarget(asked)
                    .meaningOfNoName(Reason.PARENT_NOT_FOUND).toException();
        }
    }

    /// Wine 8 reports success for a name that is taken too, and Wine with the patches of its staging branch first removes a
    /// file that stands there (`docs/windows-links.md`, "Wine").
    private void requireFree(Name name, LinkTarget asked) throws FileSystemException {
        try {
            stat(name);
        } catch (FileSystemException nothingToLose) {
            return;
        }
        throw FailureDetails.of(CREATE, path().resolve(name), Reason.EXISTS).withTarget(asked).toException();
    }
}
