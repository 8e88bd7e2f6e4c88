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
    private final Map<LinkPath, Names> directories = new LinkedHashMap<>();

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
        Names names = directories.get(directory);
        if (names == null) {
            names = namesIn(directory);
            if (directories.size() == MOST_DIRECTORIES) {
                directories.remove(directories.keySet().iterator().next());
            }
            directories.put(directory, names);
        }
        return names.haveInAnotherCase(name.get());
    }

    private Names namesIn(LinkPath directory) {
        Names names = Names.none();
        try (Cursor entries = system.at(directory).list()) {
            while (entries.next()) {
                if (names.exact().size() == MOST_NAMES) {
                    return Names.none();
                }
                names.add(entries.name());
            }
            return names;
        } catch (FileSystemException cannotTell) {
            return Names.none();
        }
    }

    /// The names of a directory, as they are and without their case.
    private record Names(Set<Name> exact, Set<String> folded) {
        static Names none() {
            return new Names(new HashSet<>(), new HashSet<>());
        }

        void add(Name name) {
            exact.add(name);
            folded.add(fold(name));
        }

        /// What is there in the very case is missing for another reason: it is no directory.
        boolean haveInAnotherCase(Name name) {
            return !exact.contains(name) && folded.contains(fold(name));
        }

        private static String fold(Name name) {
            return name.units().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
    }
}
