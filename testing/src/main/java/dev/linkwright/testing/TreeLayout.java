package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small tree of directories, links and files, written down in one line each:
///
/// | notation | object |
/// | --- | --- |
/// | `"dir/"` | a directory |
/// | `"a => b"` | a symbolic link with the text `b` |
/// | `"f.txt"` | a file; its contents say which: `contents of f.txt` |
///
/// Every object may lie in directories, which are made as needed: `"a/b/c => ../f"`. Names are separated by `/` in
/// the notation, whatever the system's separator; the text of a link is taken as it is.
///
/// Immutable and thread-safe.
public final class TreeLayout {
    private static final String ARROW = " => ";

    private final List<Item> items;

    private TreeLayout(List<Item> items) {
        this.items = items;
    }

    /// A tree of these objects, made in this order.
    ///
    /// @throws IllegalArgumentException if a path is empty or absolute
    public static TreeLayout of(String... notations) {
        List<Item> items = new ArrayList<>();
        for (String notation : notations) {
            items.add(parse(notation));
        }
        return new TreeLayout(List.copyOf(items));
    }

    /// Makes the tree in an existing directory, by `java.nio.file`.
    ///
    /// @throws IOException if the file system refuses
    public void plantIn(Path directory) throws IOException {
        for (Item item : items) {
            Path place = directory;
            for (String name : item.path()) {
                Files.createDirectories(place);
                place = place.resolve(name);
            }
            switch (item.kind()) {
                case DIRECTORY -> Files.createDirectories(place);
                case LINK -> Files.createSymbolicLink(place, directory.getFileSystem().getPath(item.text()));
                case FILE -> Files.writeString(place, item.text());
            }
        }
    }

    List<Item> items() {
        return items;
    }

    private static Item parse(String notation) {
        int arrow = notation.indexOf(ARROW);
        if (arrow >= 0) {
            return new Item(Kind.LINK, names(notation.substring(0, arrow)), notation.substring(arrow + ARROW.length()));
        }
        if (notation.endsWith("/")) {
            return new Item(Kind.DIRECTORY, names(notation.substring(0, notation.length() - 1)), "");
        }
        return new Item(Kind.FILE, names(notation), "contents of " + notation);
    }

    private static List<String> names(String path) {
        List<String> names = List.of(path.split("/", -1));
        if (names.contains("")) {
            throw new IllegalArgumentException("not a relative path of names: '" + path + "'");
        }
        return names;
    }

    enum Kind {
        DIRECTORY,
        LINK,
        FILE
    }

    /// One object.
    ///
    /// @param path the names that lead to it
    /// @param text the text of a link, the contents of a file
    record Item(Kind kind, List<String> path, String text) {}
}
