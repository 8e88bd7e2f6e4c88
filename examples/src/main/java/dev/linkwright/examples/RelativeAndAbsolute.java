package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.TextForm;
import dev.linkwright.Links;

/// A relative text is counted from the directory of the link, never from the working directory. A tree with relative
/// links can be moved; an absolute link can.
///
/// Prints:
/// ```
/// relative: ..
/// absolute is absolute: true
/// after the move: OK and MISSING
/// ```
public final class RelativeAndAbsolute {
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        Path sub = Files.createDirectories(Path.of("tree", "sub"));
        String tree = Path.of("tree").toRealPath().toString();

        links.create(sub.resolve("relative"), tree, CreateOptions.defaults().withTextForm(TextForm.RELATIVE));
        links.create(sub.resolve("absolute"), tree);
        System.out.println("relative: " + links.read(sub.resolve("relative")));
        Path text = Path.of(links.read(sub.resolve("absolute")).toString());
        System.out.println("absolute is absolute: " + text.isAbsolute());

        Path moved = Files.move(Path.of("tree"), Path.of("moved")).resolve("sub");
        System.out.println("after the move: " + links.resolve(moved.resolve("relative")).state() + " and "
                + links.resolve(moved.resolve("absolute")).state());
    }
}
