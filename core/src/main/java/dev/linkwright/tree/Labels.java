package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.Directory;
import dev.linkwright.Entry;
import dev.linkwright.Identity;
import dev.linkwright.Junction;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Resolution;
import dev.linkwright.SymbolicLink;
import dev.linkwright.path.PathForm;
import org.jspecify.annotations.Nullable;

/// Compares what people are told about a link of Windows, its print name, with where it leads, its substitute name.
final class Labels {
    private Labels() {}

    /// Whether the label names another object. A label that names a server is not looked up: it deceives if the link
    /// itself stays here.
    static boolean deceive(Links links, Directory directory, Entry entry, Resolution resolution) {
        Optional<LinkTarget> label = labelOf(entry);
        if (label.isEmpty() || label.get().isEmpty() || isSame(label.get(), targetOf(entry), links)) {
            return false;
        }
        Identity end = resolution.end() == null ? null : resolution.end().identity();
        Identity named = identityOf(label.get(), directory, links.linkSystem());
        return named == null || !named.equals(end);
    }

    private static boolean isSame(LinkTarget label, LinkTarget target, Links links) {
        return links.linkSystem().rules().sameName(label.units(), target.units());
    }

    private static Optional<LinkTarget> labelOf(Entry entry) {
        if (entry instanceof SymbolicLink link) {
            return link.printName();
        }
        return entry instanceof Junction junction ? junction.printName() : Optional.empty();
    }

    private static LinkTarget targetOf(Entry entry) {
        return entry instanceof dev.linkwright.Link link ? link.target() : LinkTarget.of("");
    }

    private static @Nullable Identity identityOf(LinkTarget label, Directory directory, LinkSystem system) {
        PathForm form = system.rules().form(label.units());
        if (form != PathForm.RELATIVE && form != PathForm.DRIVE_ABSOLUTE && form != PathForm.ROOTED) {
            return null;
        }
        LinkPath place = directory.path().resolve(LinkPath.of(system.rules(), label.units()));
        Optional<Name> name = place.name();
        try {
            Directory parent = system.at(name.isPresent() ? place.parent() : place);
            return (name.isPresent() ? parent.follow(name.get()) : parent.status()).identity();
        } catch (FileSystemException nothingThere) {
            return null;
        }
    }
}
