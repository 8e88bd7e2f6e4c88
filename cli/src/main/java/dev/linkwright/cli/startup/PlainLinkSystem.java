package dev.linkwright.cli.startup;

import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

import dev.linkwright.Directory;
import dev.linkwright.FileSystemTable;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Status;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.NioLinkSystem;
import org.jspecify.annotations.Nullable;

/// The link system of a POSIX host for plain runs: asks `java.nio.file`, and wherever that fails for a reason that it
/// cannot tell, cannot spell something or would change a text, does the same again by the full system, which is loaded
/// only then (`java.lang.foreign` alone doubles the time of a run). So the results are the full system's, byte by byte;
/// of the failures only three are told here: nothing is there (ENOENT), something is there (EEXIST), and what is there is
/// no link (EINVAL).
///
/// A directory on a volume that translates links, as ntfs-3g does, is the full system's from the start.
///
/// [Directory#capabilities] claims less than the full system has: whoever depends on capabilities wants that one.
///
/// Thread-safe.
public final class PlainLinkSystem implements LinkSystem {
    private final Supplier<LinkSystem> full;
    private final Spelling spelling;
    private final long[] translating;
    private final LinkSystem nio = NioLinkSystem.of(FileSystems.getDefault());
    private volatile @Nullable LinkSystem loaded;

    /// @param full gives the full system; asked at most once
    /// @param encoding the encoding of `Path.toString`: the system property `sun.jnu.encoding`
    /// @param translating the devices whose answers may not be what is stored
    public PlainLinkSystem(Supplier<LinkSystem> full, @Nullable String encoding, long... translating) {
        this.full = full;
        this.spelling = Spelling.of(encoding);
        this.translating = translating.clone();
    }

    @Override
    public String name() {
        return full().name();
    }

    @Override
    public PathRules rules() {
        return PathRules.POSIX;
    }

    @Override
    public Directory at(LinkPath directory) {
        return mayTranslate(directory) ? full().at(directory) : new PlainDirectory(this, directory);
    }

    /// Whether it is, or would be, on one of those volumes, or nobody knows.
    private boolean mayTranslate(LinkPath directory) {
        if (translating.length == 0) {
            return false;
        }
        Status nearest = nearest(directory);
        Identity identity = nearest == null ? null : nearest.identity();
        return identity == null || isTranslating(identity.volume());
    }

    /// What a path leads to, or the nearest part of it that is there; null if that cannot be told.
    @Nullable
    Status nearest(LinkPath path) {
        LinkPath above = path;
        while (true) {
            try {
                return nio.at(above).status();
            } catch (FileSystemException e) {
                LinkPath parent = above.parent();
                if (!(e.getCause() instanceof NoSuchFileException) || parent.equals(above)) {
                    return null;
                }
                above = parent;
            }
        }
    }

    private boolean isTranslating(long device) {
        for (long one : translating) {
            if (one == device) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        return full().open(directory);
    }

    @Override
    public Set<LinkPath> mountPlaces() {
        return FileSystemTable.ofThisMachine().mountPlaces();
    }

    @Override
    public LinkPath pathOf(Path path) {
        return full().pathOf(path);
    }

    LinkSystem nio() {
        return nio;
    }

    Spelling spelling() {
        return spelling;
    }

    /// Whether the full system had to be asked.
    boolean isLoaded() {
        return loaded != null;
    }

    synchronized LinkSystem full() {
        LinkSystem system = loaded;
        if (system == null) {
            system = full.get();
            loaded = system;
        }
        return system;
    }
}
