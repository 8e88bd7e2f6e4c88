package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Objects;

import dev.linkwright.Directory;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Status;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// A directory of the walk, from the moment that it is begun until all that is below it is done.
///
/// What the workers share of it is guarded by the lock of the [Agenda].
final class Branch implements TreeDirectory, Work {
    /// How it is entered.
    enum Way {
        /// By its name in the directory above, no link followed.
        ITSELF,
        /// By the path of the link at its name.
        THROUGH_LINK
    }

    private final @Nullable Branch parent;
    private final @Nullable Name name;
    private final LinkPath root;
    private final Way way;
    private final int depth;

    /// Guarded: the handle; null before it is opened, while it is given up, and at the end.
    @Nullable
    Directory handle;
    /// Guarded: whose share of the handles it counts to.
    @Nullable
    Walker holder;
    /// Guarded: the sub-directories that nobody has begun.
    final NameList waiting = new NameList();
    /// Guarded: how many sub-directories have been begun and are not done.
    int running;
    /// Guarded: how many calls use the handle at this moment, which must not be given up then.
    int users;
    /// Guarded: whether somebody is opening the handle again.
    boolean reopening;
    /// Guarded: the handle was given up and cannot be had again.
    boolean lost;
    /// Guarded: the system does not tell by what the directory could be recognised.
    boolean anonymous;

    private volatile boolean incomplete;
    private volatile @Nullable Status status;
    private volatile @Nullable Object attachment;

    /// The root, held by the caller.
    Branch(LinkPath root, Directory handle) {
        this.parent = null;
        this.name = null;
        this.root = root;
        this.way = Way.ITSELF;
        this.depth = 0;
        this.handle = handle;
    }

    /// A sub-directory that is about to be opened.
    Branch(Branch parent, Name name, Way way) {
        this.parent = parent;
        this.name = name;
        this.root = parent.root;
        this.way = way;
        this.depth = parent.depth + 1;
    }

    Way way() {
        return way;
    }

    /// The handle during a call that uses it.
    @Override
    public Directory directory() {
        Directory held = handle;
        if (held == null) {
            throw new IllegalStateException("the directory is not held now");
        }
        return held;
    }

    @Override
    public @Nullable Branch parent() {
        return parent;
    }

    @Override
    public Name name() {
        if (name == null) {
            throw new IllegalStateException("the root has no name in a directory of the walk");
        }
        return name;
    }

    @Override
    public LinkPath path() {
        return below(root);
    }

    /// The path that leads here from another path of the root. Made in one array: paths of deep trees are long.
    LinkPath below(LinkPath pathOfRoot) {
        if (parent == null) {
            return pathOfRoot;
        }
        if (parent.parent == null) {
            return pathOfRoot.resolve(name());
        }
        Branch first = this;
        int length = 0;
        for (Branch at = this; at.parent != null; at = at.parent) {
            length += at.name().length() + 1;
            first = at;
        }
        LinkPath begin = pathOfRoot.resolve(first.name());
        length -= first.name().length() + 1;
        byte[] text = Arrays.copyOf(begin.bytes(), begin.length() + length);
        byte separator = (byte) (begin.rules() == PathRules.WINDOWS ? '\\' : '/');
        int end = text.length;
        for (Branch at = this; at != first; at = at.above()) {
            end -= at.name().length();
            at.name().copyTo(text, end);
            text[--end] = separator;
        }
        return LinkPath.ofBytes(begin.rules(), text);
    }

    /// The parent of what is not the root.
    Branch above() {
        return Objects.requireNonNull(parent);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public Status status() throws FileSystemException {
        Status known = status;
        if (known == null) {
            known = directory().status();
            status = known;
        }
        return known;
    }

    /// The identity that was noted; null if none was.
    @Nullable
    Identity noted() {
        Status known = status;
        return known == null ? null : known.identity();
    }

    @Override
    public boolean isComplete() {
        return !incomplete;
    }

    void setIncomplete() {
        incomplete = true;
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public void attach(@Nullable Object newAttachment) {
        attachment = newAttachment;
    }
}
