package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Cursor;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;

/// Looks for missing names in another case. The last directories are remembered, and very large ones are left alone: a
/// scan may meet thousands of dangling links into one directory.
final class Cases {
    private static final int MOST_DIRECTORIES = 8;
    private static final int MOST_NAMES = 10_000;

    private final LinkSystem system;
    private final Map<LinkPath, Set<String>> directories = new LinkedHashMap<>();

    Cases(LinkSystem system) {
        this.system = system;
    }

    /// Whether the directory of a missing part has something whose name differs in case only.
    synchronized boolean explain(LinkPath missing) {
        Optional<Name> name = missing.name();
        if (name.isEmpty()) {
            return false;
        }
        LinkPath directory = missing.parent();
        Set<String> names = directories.get(directory);
        if (names == null) {
            names = foldedNames(directory);
            if (directories.size() == MOST_DIRECTORIES) {
                directories.remove(directories.keySet().iterator().next());
            }
            directories.put(directory, names);
        }
        return names.contains(folded(name.get()));
    }

    private Set<String> foldedNames(LinkPath directory) {
        Set<String> names = new HashSet<>();
        try (Cursor entries = system.at(directory).list()) {
            while (entries.next()) {
                if (names.size() == MOST_NAMES) {
                    return Set.of();
                }
                names.add(folded(entries.name()));
            }
            return names;
        } catch (FileSystemException cannotTell) {
            return Set.of();
        }
    }

    private static String folded(Name name) {
        return name.units().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
