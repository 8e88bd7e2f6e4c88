package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;

/// Gives a link another text without a gap: whoever looks finds the old one or the new one. No deleting and making again.
///
/// Prints:
/// ```
/// release-42 became release-43
/// nothing to do
/// ```
public final class RefreshCurrent {
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        Path current = Path.of("current");
        links.create(current, "release-42");

        Retargeting done = links.retarget(current, "release-43", RetargetOptions.defaults());
        System.out.println(done.previous() + " became " + done.target());

        if (!links.retarget(current, "release-43", RetargetOptions.defaults()).changed()) {
            System.out.println("nothing to do");
        }
    }
}
