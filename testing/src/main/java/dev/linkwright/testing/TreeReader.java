package dev.linkwright.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Entry;
import dev.linkwright.Junction;
import dev.linkwright.Link;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.SymbolicLink;
import dev.linkwright.WslLink;
import dev.linkwright.testing.TreeLayout.Item;
import dev.linkwright.testing.TreeLayout.Kind;

/// Writes down what is in a directory, in the notation of [TreeLayout].
final class TreeReader {
    private final LinkSystem system;
    private final LinkPath root;
    private final List<String> notations = new ArrayList<>();

    TreeReader(LinkSystem system, LinkPath root) {
        this.system = system;
        this.root = root;
    }

    List<String> notations() throws IOException {
        read(root, List.of());
        return List.copyOf(notations);
    }

    private void read(LinkPath directory, List<String> path) throws IOException {
        for (Name name : ContractRules.names(system.at(directory))) {
            List<String> below = new ArrayList<>(path);
            below.add(name.toString());
            Entry entry = Links.on(system).show(directory.resolve(name));
            if (entry instanceof Link link) {
                notations.add(new Item(kind(link), below, text(link)).notation());
            } else if (entry.status().isDirectory()) {
                notations.add(new Item(Kind.DIRECTORY, below, "").notation());
                read(directory.resolve(name), below);
            } else {
                notations.add(new Item(Kind.FILE, below, "").notation());
            }
        }
    }

    private static Kind kind(Link link) {
        return switch (link) {
            case Junction junction -> Kind.JUNCTION;
            case WslLink wsl -> Kind.WSL_LINK;
            case SymbolicLink symbolic -> switch (symbolic.status().targetKind()) {
                case FILE -> Kind.FILE_LINK;
                case DIRECTORY -> Kind.DIRECTORY_LINK;
                case UNSPECIFIED -> Kind.LINK;
            };
            default -> throw new IllegalArgumentException("there is no notation for " + link);
        };
    }

    /// A junction into the tree is written as the path in the tree, so that a tree looks the same wherever it stands.
    private String text(Link link) {
        String text = link.target().toString();
        String within = root.withoutTrailingSeparators() + "\\";
        String prefix = within.endsWith("\\\\") ? within.substring(0, within.length() - 1) : within;
        boolean inTree = link instanceof Junction && text.startsWith(prefix);
        return inTree ? text.substring(prefix.length()).replace('\\', '/') : text;
    }
}
