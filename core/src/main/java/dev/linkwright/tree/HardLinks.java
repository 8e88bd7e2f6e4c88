package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import dev.linkwright.Attributes;
import dev.linkwright.Directory;
import dev.linkwright.Identity;
import dev.linkwright.LinkFailure;
import dev.linkwright.Name;
import dev.linkwright.Reason;

/// Knows which objects of the source have several names, and lets the names of the copy be one object too.
final class HardLinks {
    private final Map<Identity, CompletableFuture<Made>> first = new ConcurrentHashMap<>();
    private final CopyDirectories directories;
    private final CopyRun run;

    HardLinks(CopyDirectories directories, CopyRun run) {
        this.directories = directories;
        this.run = run;
    }

    /// Copies an object, or links to the copy that another name of it has got. Who comes second waits for the first. An
    /// object of which it is not known how many names it has may have several.
    void copy(Attributes original, CopyPlace to, Copying copying) throws FileSystemException {
        Identity identity = original.identity();
        CopyDirectory owner = to.owner();
        boolean hasOneName = original.status().linkCount() == 1;
        if (hasOneName || identity == null || owner == null) {
            copying.run();
            return;
        }
        CompletableFuture<Made> mine = new CompletableFuture<>();
        CompletableFuture<Made> known = first.putIfAbsent(identity, mine);
        if (known != null) {
            Made made = known.join();
            if (!made.failed() && isLinked(made, to)) {
                run.hardLinks.increment();
            } else {
                copying.run();
            }
            return;
        }
        boolean done = false;
        try {
            copying.run();
            done = true;
        } finally {
            mine.complete(new Made(owner, to.name(), !done));
        }
    }

    private boolean isLinked(Made made, CopyPlace to) throws FileSystemException {
        try {
            Directory directory = directories.use(made.owner());
            try {
                Retry.whileInterrupted(() -> to.directory().makeHardLink(to.name(), directory, made.name()));
                return true;
            } finally {
                directories.release(made.owner());
            }
        } catch (FileSystemException e) {
            if (!isRefusal(Retry.reasonOf(e))) {
                throw e;
            }
            run.losses().add(Loss.Kind.HARD_LINKS, LinkFailure.detailsOf(e, "make hard link", to.path())
                    .during("make hard link", to.path()));
            return false;
        }
    }

    private static boolean isRefusal(Reason reason) {
        return switch (reason) {
            case CROSS_FILE_SYSTEM, UNSUPPORTED_BY_FILE_SYSTEM, CAPABILITY_MISSING, TOO_MANY_HARD_LINKS, NOT_PERMITTED,
                    ACCESS_DENIED ->
                true;
            default -> false;
        };
    }

    /// What copies the object itself.
    @FunctionalInterface
    interface Copying {
        void run() throws FileSystemException;
    }

    /// The copy that the first name has got.
    private record Made(CopyDirectory owner, Name name, boolean failed) {}
}
