package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import dev.linkwright.LinkFailure;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;

/// Replaces a link only if it still is what was decided upon: of two deployments at once the second one is told.
///
/// Prints:
/// ```
/// release-43
/// UNEXPECTED_TARGET: expected 'release-42', found 'release-43'
/// release-43
/// ```
public final class CompareAndSetCurrent {
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        Path current = Path.of("current");
        links.create(current, "release-42");
        RetargetOptions ifUnchanged = RetargetOptions.defaults().withExpected(LinkTarget.of("release-42"));

        links.retarget(current, "release-43", ifUnchanged);
        System.out.println(links.read(current));
        try {
            links.retarget(current, "release-44", ifUnchanged);
        } catch (FileSystemException e) {
            LinkFailure failure = (LinkFailure) e;
            System.out.println(failure.reason() + ": " + failure.details().remark());
        }
        System.out.println(links.read(current));
    }
}
