package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Trees;

/// A program for a mount namespace of its own: deletes `tree`, in whose directory `a/mount` the directory `outside` is
/// bound, and tells what came of it.
public final class BoundTreesProbe {
    private final Path base;
    private final AtomicBoolean mounted = new AtomicBoolean();

    private BoundTreesProbe(Path base) {
        this.base = base;
    }

    /// When it is bound.
    public enum Moment {
        /// Before the deletion begins.
        BEFORE,
        /// When the first directory is listed, which is after mounts have been looked for.
        MEANWHILE
    }

    /// The arguments are the directory in which both are, and the moment.
    public static void main(String[] arguments) throws IOException {
        BoundTreesProbe probe = new BoundTreesProbe(Path.of(arguments[0]));
        LinkSystem system = Links.system().linkSystem();
        if (Moment.valueOf(arguments[1]) == Moment.BEFORE) {
            probe.mountOnce();
            probe.delete(system, "tree/a/mount");
        } else {
            system = InterceptingLinkSystem.of(system, call -> {
                if (call.primitive() == Primitive.LIST) {
                    probe.mountOnce();
                }
            });
        }
        probe.delete(system, "tree");
    }

    private void delete(LinkSystem system, String name) {
        try {
            Deletion deletion = Trees.on(system).delete(LinkPath.of(base.resolve(name)),
                    DeleteOptions.defaults().withWorkers(1));
            deletion.failures().forEach(failure -> System.out.println("failed: " + failure.link().name().orElseThrow()
                    + " " + failure.reason()));
            System.out.println("deleted: " + deletion.directories() + " directories, " + deletion.files() + " files");
        } catch (FileSystemException e) {
            System.out.println("refused: " + name + " " + ((LinkFailure) e).reason());
        }
    }

    private void mountOnce() {
        if (!mounted.compareAndSet(false, true)) {
            return;
        }
        try {
            int code = new ProcessBuilder("mount", "--bind", base.resolve("outside").toString(),
                    base.resolve("tree/a/mount").toString()).inheritIO().start().onExit().join().exitValue();
            System.out.println("mounted: " + code);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
