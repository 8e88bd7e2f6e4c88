package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.FailureDetails;
import dev.linkwright.Links;
import dev.linkwright.NotKept;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;

/// A program for another user: replaces the text of a link and tells what came of it.
public final class RetargetProbe {
    private RetargetProbe() {}

    /// Gives the link that is the first argument the text that is the second one.
    public static void main(String[] arguments) throws IOException {
        Retargeting done = Links.system().retarget(Path.of(arguments[0]), arguments[1], RetargetOptions.defaults());
        System.out.println("changed: " + done.changed());
        System.out.println("guarantee: " + done.guarantee());
        for (NotKept each : done.notKept()) {
            FailureDetails why = each.failure();
            System.out.println("not kept: " + each.kind() + ", " + why.reason() + " by " + why.function() + " "
                    + why.codeName());
        }
    }
}
