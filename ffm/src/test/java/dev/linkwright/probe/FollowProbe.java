package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.Resolution;

/// A program that follows paths and tells how each ends and why.
public final class FollowProbe {
    private FollowProbe() {}

    /// Follows each argument.
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        for (String argument : arguments) {
            Resolution resolution = links.resolve(LinkPath.of(Path.of(argument)));
            String why = resolution.failure().map(FollowProbe::words).orElse("-");
            System.out.println(Path.of(argument).getFileName() + ": " + resolution.state() + ", "
                    + resolution.hops().size() + " hops, " + why);
        }
    }

    private static String words(FailureDetails failure) {
        return failure.reason() + " " + failure.codeName() + " (" + failure.remark() + ")";
    }
}
