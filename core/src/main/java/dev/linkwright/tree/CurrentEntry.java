package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.Objects;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// The entry that a cursor is at: one object for a whole walk of one worker.
final class CurrentEntry implements TreeEntry {
    private @Nullable Branch branch;
    private @Nullable Cursor cursor;
    private @Nullable Name name;
    /// The path of the branch, once somebody has asked: there may be many entries in it.
    private @Nullable LinkPath above;
    private FileType type = FileType.UNKNOWN;
    private int reparseTag;

    void begin(Branch newBranch, Cursor newCursor) {
        branch = newBranch;
        cursor = newCursor;
        above = null;
    }

    /// The cursor has moved.
    void next() {
        name = null;
    }

    /// Asks the listing for the type, and the system where the listing does not tell.
    ///
    /// @throws FileSystemException if the entry cannot be looked at
    void learnType() throws FileSystemException {
        Cursor at = cursor();
        type = at.type();
        reparseTag = at.reparseTag();
        if (type == FileType.UNKNOWN) {
            Status status = status();
            type = status.type();
            reparseTag = status.reparseTag();
        }
    }

    @Override
    public FileType type() {
        return type;
    }

    @Override
    public int reparseTag() {
        return reparseTag;
    }

    @Override
    public int depth() {
        return branch().depth() + 1;
    }

    @Override
    public Name name() {
        Name known = name;
        if (known == null) {
            known = cursor().name();
            name = known;
        }
        return known;
    }

    @Override
    public LinkPath path() {
        LinkPath known = above;
        if (known == null) {
            known = branch().path();
            above = known;
        }
        return known.resolve(name());
    }

    /// The path from the root, without the root.
    LinkPath wayFromRoot() {
        LinkPath nothing = LinkPath.of(PathRules.POSIX, "");
        return branch().below(nothing).resolve(name());
    }

    @Override
    public Status status() throws FileSystemException {
        return branch().directory().stat(name());
    }

    @Override
    public @Nullable Reason whyNotFollowed() {
        return branch().directory().whyNotFollowed(cursor());
    }

    private Branch branch() {
        return Objects.requireNonNull(branch, "there is no current entry");
    }

    private Cursor cursor() {
        return Objects.requireNonNull(cursor, "there is no current entry");
    }
}
