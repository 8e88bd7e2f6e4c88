package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.CreateOptions;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseData;

/// A small tree of directories, links and files, written down in one line each:
///
/// | notation | object |
/// | --- | --- |
/// | `"dir/"` | a directory |
/// | `"f.txt"` | a file; its contents say which: `contents of f.txt` |
/// | `"a => b"` | a symbolic link with the text `b`, of the kind that suits what `b` is then |
/// | `"a =F=> b"` | a symbolic link for a file, where links tell |
/// | `"a =D=> b"` | a symbolic link for a directory, where links tell |
/// | `"j =J=> dir"` | a junction to the directory of that path in the tree, or of that absolute path |
/// | `"w =W=> b"` | a link of WSL with the text `b` |
/// | `"h =H=> f.txt"` | a second name of the object at that path in the tree |
///
/// Every object may lie in directories, which are made as needed: `"a/b/c => ../f"`. Names are separated by `/` in
/// the notation, whatever the system's separator; the text of a link is taken as it is.
///
/// ```java
/// FakeLinkSystem windows = FakeLinkSystem.windows();
/// TreeLayout.of("releases/42/app", "current =J=> releases/42").plantIn(windows, windows.root());
/// assertThat(TreeLayout.notationsOf(windows, windows.root()))
///         .containsExactly("current =J=> releases/42", "releases/", "releases/42/", "releases/42/app");
/// ```
///
/// Immutable and thread-safe.
public final class TreeLayout {
    private final List<Item> items;

    private TreeLayout(List<Item> items) {
        this.items = items;
    }

    /// A tree of these objects, made in this order.
    ///
    /// @throws IllegalArgumentException if a path is empty or absolute, or has ` -> `, which is no arrow here
    public static TreeLayout of(String... notations) {
        List<Item> items = new ArrayList<>();
        for (String notation : notations) {
            items.add(parse(notation));
        }
        return new TreeLayout(List.copyOf(items));
    }

    /// What is in a directory and below, links not followed, in this notation and sorted by path. Of a symbolic link its
    /// kind is told where links have one; a second name of a file looks like a file.
    ///
    /// @throws IOException if it cannot be read
    public static List<String> notationsOf(LinkSystem system, LinkPath directory) throws IOException {
        return new TreeReader(system, directory).notations();
    }

    /// [#notationsOf(LinkSystem, LinkPath)] of a directory of the default file system.
    ///
    /// @throws IOException as there
    public static List<String> notationsOf(Path directory) throws IOException {
        return notationsOf(Links.system().linkSystem(), LinkPath.of(directory));
    }

    /// Makes the tree in an existing directory, by `java.nio.file`, which knows no kinds of links: they are made as the
    /// file system makes them.
    ///
    /// @throws UnsupportedOperationException if there is a junction or a link of WSL in the tree
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
                case FILE -> Files.writeString(place, item.text());
                case LINK, FILE_LINK, DIRECTORY_LINK ->
                    Files.createSymbolicLink(place, directory.getFileSystem().getPath(item.text()));
                case HARD_LINK -> Files.createLink(place, directory.resolve(item.text()));
                case JUNCTION, WSL_LINK ->
                    throw new UnsupportedOperationException("java.nio.file makes no such link: " + item.notation());
            }
        }
    }

    /// Makes the tree in an existing directory of a fake, whatever its users may do: as if none of the conditions held with
    /// which this view looks at it.
    ///
    /// @throws IllegalArgumentException if there is a junction or a link of WSL in the tree, and the fake plays POSIX
    /// @throws IOException if the system that is played refuses
    public void plantIn(FakeLinkSystem system, LinkPath directory) throws IOException {
        FakeLinkSystem good = system.without(FakeCondition.values());
        for (Item item : items) {
            LinkPath place = directory;
            for (String name : item.path()) {
                makeDirectory(good, place);
                place = place.resolve(Name.of(name));
            }
            plant(good, directory, item, place);
        }
    }

    private static void plant(FakeLinkSystem system, LinkPath root, Item item, LinkPath place) throws IOException {
        if (item.kind().isOfWindows() && system.rules() != PathRules.WINDOWS) {
            throw new IllegalArgumentException("there is no such link on POSIX: " + item.notation());
        }
        LinkTarget text = LinkTarget.of(item.text());
        CreateOptions options = CreateOptions.defaults();
        switch (item.kind()) {
            case DIRECTORY -> makeDirectory(system, place);
            case FILE -> system.writeFile(place, item.text());
            case LINK -> Links.on(system).create(place, text, options);
            case FILE_LINK -> Links.on(system).create(place, text, options.withTargetKind(TargetKind.FILE));
            case DIRECTORY_LINK ->
                Links.on(system).create(place, text, options.withTargetKind(TargetKind.DIRECTORY));
            case HARD_LINK -> Links.on(system).createHardLink(place, below(root, item.text()));
            case JUNCTION -> system.plant(place, ReparseData.MountPoint.to(below(root, item.text()).units()),
                    TargetKind.DIRECTORY);
            case WSL_LINK -> system.plant(place, ReparseData.WslLink.of(item.text()), TargetKind.FILE);
        }
    }

    private static void makeDirectory(LinkSystem system, LinkPath place) throws IOException {
        if (place.hasName()) {
            Name name = place.name().orElseThrow();
            if (!names(system, place.parent()).contains(name)) {
                system.at(place.parent()).makeDirectory(name);
            }
        }
    }

    private static List<Name> names(LinkSystem system, LinkPath directory) throws IOException {
        return List.copyOf(ContractRules.names(system.at(directory)));
    }

    /// The path of an object in the tree, or an absolute one.
    private static LinkPath below(LinkPath root, String path) {
        LinkPath given = LinkPath.of(root.rules(), path);
        if (given.isAbsolute()) {
            return given;
        }
        LinkPath place = root;
        for (String name : names(path)) {
            place = place.resolve(Name.of(name));
        }
        return place;
    }

    List<Item> items() {
        return items;
    }

    private static Item parse(String notation) {
        for (Kind kind : Kind.values()) {
            int arrow = kind.arrow.isEmpty() ? -1 : notation.indexOf(kind.arrow);
            if (arrow >= 0) {
                String text = notation.substring(arrow + kind.arrow.length());
                return new Item(kind, names(notation.substring(0, arrow)), text);
            }
        }
        if (notation.contains(" -> ")) {
            throw new IllegalArgumentException("a link is written with '=>': '" + notation + "'");
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
        DIRECTORY(""),
        FILE(""),
        LINK(" => "),
        FILE_LINK(" =F=> "),
        DIRECTORY_LINK(" =D=> "),
        JUNCTION(" =J=> "),
        WSL_LINK(" =W=> "),
        HARD_LINK(" =H=> ");

        /// What stands between path and text; empty if there is no text.
        final String arrow;

        Kind(String arrow) {
            this.arrow = arrow;
        }

        /// Whether only Windows has such links.
        boolean isOfWindows() {
            return this == JUNCTION || this == WSL_LINK;
        }
    }

    /// One object.
    ///
    /// @param path the names that lead to it
    /// @param text the text of a link, the contents of a file
    record Item(Kind kind, List<String> path, String text) {
        String notation() {
            String names = String.join("/", path);
            return switch (kind) {
                case DIRECTORY -> names + "/";
                case FILE -> names;
                default -> names + kind.arrow + text;
            };
        }
    }
}
