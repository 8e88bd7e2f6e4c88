package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.linkwright.Hop;
import dev.linkwright.Links;
import dev.linkwright.Resolution;

/// Says why a link cannot be followed: hop by hop to the missing part, or the links that form a circle.
///
/// Prints:
/// ```
/// tool -> current -> release-42: MISSING
/// chicken -> egg -> chicken: LOOP
/// ```
public final class ExplainAFailure {
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        links.create(Path.of("tool"), "current");
        links.create(Path.of("current"), "release-42");
        links.create(Path.of("chicken"), "egg");
        links.create(Path.of("egg"), "chicken");

        for (String link : List.of("tool", "chicken")) {
            Resolution resolution = links.resolve(Path.of(link));
            System.out.print(link);
            for (Hop hop : resolution.hops()) {
                System.out.print(" -> " + hop.target());
            }
            System.out.println(": " + resolution.state());
        }
    }
}
