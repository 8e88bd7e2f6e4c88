package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.linkwright.CreateOptions;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;

/// A program for a JVM of another locale: makes links whose names and texts are given as bytes, and tells the bytes
/// that it finds again.
public final class BytesProbe {
    /// What it tells whatever the locale is.
    public static final List<String> EXPECTED = expected();

    /// Plain, Latin-1 as UTF-8, beyond the first plane, not UTF-8.
    private static final List<String> BYTES = List.of("61", "c3a9", "f09f9880", "ff", "61c362");

    private BytesProbe() {}

    private static List<String> expected() {
        List<String> lines = new ArrayList<>();
        lines.add("posix");
        for (String bytes : List.of("61", "61c362", "c3a9", "f09f9880", "ff")) {
            lines.add(bytes + " -> " + bytes);
        }
        return lines;
    }

    /// Makes and removes the links in the directory that is the argument.
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        LinkPath directory = LinkPath.of(Path.of(arguments[0]));
        for (String bytes : BYTES) {
            byte[] text = HexFormat.of().parseHex(bytes);
            links.create(directory.resolve(Name.ofBytes(text)), LinkTarget.ofBytes(text), CreateOptions.defaults());
        }
        System.out.println(links.linkSystem().name());
        List<Name> names = new ArrayList<>();
        try (Directory held = links.linkSystem().open(directory); Cursor cursor = held.list()) {
            while (cursor.next()) {
                names.add(cursor.name());
            }
        }
        names.sort(null);
        for (Name name : names) {
            LinkPath link = directory.resolve(name);
            System.out.println(hex(name.bytes()) + " -> " + hex(links.read(link).bytes()));
            links.remove(link);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
