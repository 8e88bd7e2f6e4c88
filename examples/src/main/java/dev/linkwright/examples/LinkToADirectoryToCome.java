package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.CreateOptions;
import dev.linkwright.Links;
import dev.linkwright.TargetKind;

/// Makes a link for a directory that is not there yet. On Windows a link knows whether it is for a directory, and one of
/// the wrong kind cannot be opened later: so say what the target will be. Elsewhere this has no effect.
///
/// Prints:
/// ```
/// before: MISSING
/// after: OK, config.json
/// ```
public final class LinkToADirectoryToCome {
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        Path current = Path.of("current");
        CreateOptions forADirectory = CreateOptions.defaults().withTargetKind(TargetKind.DIRECTORY);

        links.create(current, "release-42", forADirectory);
        System.out.println("before: " + links.resolve(current).state());

        Files.createDirectory(Path.of("release-42"));
        Files.createFile(current.resolve("config.json"));
        try (var entries = Files.list(Path.of("release-42"))) {
            String first = entries.findFirst().orElseThrow().getFileName().toString();
            System.out.println("after: " + links.resolve(current).state() + ", " + first);
        }
    }
}
