package dev.linkwright.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.Directory;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import org.jspecify.annotations.Nullable;

/// A directory that has been made for a copy. What is shared between threads is guarded by [CopyDirectories].
final class CopyDirectory {
    private final @Nullable CopyDirectory parent;
    private final LinkPath given;
    private final Name name;
    private final @Nullable Identity identity;

    /// Guarded: null while it is given up, and at the end.
    @Nullable
    Directory handle;
    /// Guarded: how many calls use the handle at this moment.
    int users;
    /// Guarded: whether the handle is to be closed when nobody uses it any more.
    boolean isDone;

    private @Nullable Attributes attributes;
    private List<ExtendedAttribute> extendedAttributes = List.of();

    /// @param parent null for the root of the copy
    /// @param given the path of the root
    CopyDirectory(@Nullable CopyDirectory parent, LinkPath given, Name name, @Nullable Identity identity,
            Directory handle) {
        this.parent = parent;
        this.given = given;
        this.name = name;
        this.identity = identity;
        this.handle = handle;
    }

    @Nullable
    CopyDirectory parent() {
        return parent;
    }

    Name name() {
        return name;
    }

    @Nullable
    Identity identity() {
        return identity;
    }

    /// The destination as it was given, joined with the names below.
    LinkPath path() {
        Deque<Name> names = new ArrayDeque<>();
        CopyDirectory at = this;
        while (at.parent != null) {
            names.addFirst(at.name);
            at = at.parent;
        }
        LinkPath path = given;
        for (Name each : names) {
            path = path.resolve(each);
        }
        return path;
    }

    /// The path of the root.
    LinkPath rootPath() {
        return given;
    }

    /// Notes what the original was before anything in it was read.
    void note(Attributes original, List<ExtendedAttribute> extended) {
        attributes = original;
        extendedAttributes = extended;
    }

    /// Null if the original could not be looked at.
    @Nullable
    Attributes attributes() {
        return attributes;
    }

    List<ExtendedAttribute> extendedAttributes() {
        return extendedAttributes;
    }
}
