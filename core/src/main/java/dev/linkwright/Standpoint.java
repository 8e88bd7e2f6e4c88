package dev.linkwright;

import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// The directory in which a walk is, and the way up from there.
///
/// Up is the directory above, with one exception: a junction of Windows keeps its own name in the path that is being
/// opened, so the way up from where it leads is the directory that the junction is in. Source:
/// `docs/windows-links.md`, "Following a link".
final class Standpoint {
    private final LinkSystem system;
    private final LinkPath path;
    private final @Nullable Standpoint beforeJunction;
    private @Nullable Directory directory;

    private Standpoint(LinkSystem system, LinkPath path, @Nullable Standpoint beforeJunction,
            @Nullable Directory directory) {
        this.system = system;
        this.path = path;
        this.beforeJunction = beforeJunction;
        this.directory = directory;
    }

    /// A directory by its path.
    static Standpoint at(LinkSystem system, LinkPath path) {
        return new Standpoint(system, path, null, null);
    }

    /// A directory that is held.
    static Standpoint in(LinkSystem system, LinkPath path, Directory held) {
        return new Standpoint(system, path, null, held);
    }

    /// The same directory, reached by a junction in another one.
    Standpoint throughJunctionIn(Standpoint other) {
        return new Standpoint(system, path, other, directory);
    }

    /// Its path; on the way here no link was left in it.
    LinkPath path() {
        return path;
    }

    /// The directory itself.
    Directory directory() {
        Directory known = directory;
        if (known == null) {
            known = system.at(path);
            directory = known;
        }
        return known;
    }

    /// What is at the path `below`, which is that of a name in this directory.
    Standpoint below(LinkPath below) {
        // Only through the way up does it matter how this one was reached.
        return beforeJunction == null ? at(system, below) : new Standpoint(system, below, this, null);
    }

    Standpoint up() {
        return beforeJunction == null ? at(system, path.parent()) : beforeJunction;
    }

    /// Where a text starts: at its own root, else here. A rooted text of Windows stays on the drive of this path.
    Standpoint startOf(LinkPath text) {
        return text.rootLength() == 0 ? this : at(system, path.resolve(text.root()));
    }

    PathRules rules() {
        return system.rules();
    }
}
