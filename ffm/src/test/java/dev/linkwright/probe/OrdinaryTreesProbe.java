package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Loss;
import dev.linkwright.tree.Trees;

/// A program for a user who may not do everything: copies one tree, deletes another one, and tells what could not be.
public final class OrdinaryTreesProbe {
    private OrdinaryTreesProbe() {}

    /// Copies `original` to `copy` and deletes `tree`, below the directory that is the argument.
    public static void main(String[] arguments) throws IOException {
        Path base = Path.of(arguments[0]);
        Copied copied = Trees.system().copy(LinkPath.of(base.resolve("original")), LinkPath.of(base.resolve("copy")),
                CopyOptions.defaults());
        for (Loss loss : copied.losses()) {
            System.out.println("lost: " + loss.kind() + " " + loss.count());
        }
        copied.failures().forEach(OrdinaryTreesProbe::tell);
        Deletion deletion = Trees.system().delete(LinkPath.of(base.resolve("tree")), DeleteOptions.defaults());
        deletion.failures().forEach(OrdinaryTreesProbe::tell);
        System.out.println("deleted: " + deletion.directories() + " directories, " + deletion.files() + " files");
    }

    private static void tell(FailureDetails failure) {
        System.out.println("failed: " + failure.link().name().orElseThrow() + " " + failure.reason());
    }
}
