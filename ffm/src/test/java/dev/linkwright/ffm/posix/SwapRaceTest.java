package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.testing.Bench;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An attacker exchanges a directory of the tree and a link to another place, over and over, while the tree is deleted or
/// copied. Swaps count only while an operation runs. The same attack on the walk of the JDK always does damage.
final class SwapRaceTest {
    private static final int SWAPS = 100_000;
    private static final int FILES = 24;
    private static final Name VICTIM = Name.of("victim");
    private static final Name BAIT = Name.of("bait");

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong swaps = new AtomicLong();
    private LinkSystem system;
    private Path base;
    private @Nullable Thread attacker;

    @BeforeEach
    void enter() throws IOException {
        system = ThisHost.linkSystem();
        Path memory = Path.of("/dev/shm");
        Bench.POSIX.require(Files.isWritable(memory), "a tmpfs at /dev/shm");
        base = Files.createTempDirectory(memory, "race");
        fill(Files.createDirectory(base.resolve("outside")));
    }

    @AfterEach
    void leave() throws Exception {
        over.set(true);
        Thread ending = attacker;
        if (ending != null) {
            ending.join();
        }
        Root.run("rm", "-rf", base.toString());
    }

    private interface Operation {
        void run(LinkPath tree, LinkPath copy) throws IOException;
    }

    @Test
    void deletingLeadsNowhereThroughAHundredThousandSwaps() throws Exception {
        attackWhile((tree, copy) -> Trees.on(system).delete(tree, DeleteOptions.defaults()));
        assertThat(countOutside()).isEqualTo(FILES);
    }

    @Test
    void copyingReadsNothingElseThroughAHundredThousandSwaps() throws Exception {
        attackWhile((tree, copy) -> Trees.on(system).copy(tree, copy, CopyOptions.defaults()));
        assertThat(countOutside()).isEqualTo(FILES);
    }

    /// Goes on until it happens: it has to.
    @Test
    void theWalkOfTheJdkRemovesWhatIsOutside() throws Exception {
        startAttacker();
        while (countOutside() == FILES) {
            prepare();
            begin();
            try {
                Files.walkFileTree(base.resolve("tree"), new NaiveRemoval());
            } catch (FileSystemException swappedInBetween) {
                assertThat(swappedInBetween).hasNoSuppressedExceptions();
            } finally {
                running.set(false);
            }
            removeRest("tree");
        }
        assertThat(countOutside()).isLessThan(FILES);
    }

    /// Without this the test of copies above would prove nothing: the same names betray a copy that was led outside.
    @Test
    void theWalkOfTheJdkCopiesWhatIsOutside() throws Exception {
        startAttacker();
        boolean ledOutside = false;
        while (!ledOutside) {
            prepare();
            begin();
            try {
                Files.walkFileTree(base.resolve("tree"), new NaiveCopy(base.resolve("tree"), base.resolve("copy")));
            } catch (FileSystemException swappedInBetween) {
                assertThat(swappedInBetween).hasNoSuppressedExceptions();
            } finally {
                running.set(false);
            }
            ledOutside = hasSomethingFromOutside("copy/victim") || hasSomethingFromOutside("copy/bait");
            removeRest("tree");
            removeRest("copy");
        }
        assertThat(countOutside()).isEqualTo(FILES);
    }

    private void attackWhile(Operation operation) throws Exception {
        startAttacker();
        LinkPath tree = LinkPath.of(base.resolve("tree"));
        LinkPath copy = LinkPath.of(base.resolve("copy"));
        while (swaps.get() < SWAPS) {
            prepare();
            begin();
            try {
                operation.run(tree, copy);
            } catch (FileSystemException refused) {
                assertThat(refused).isInstanceOf(dev.linkwright.LinkFailure.class);
            } finally {
                running.set(false);
            }
            assertThat(hasSomethingFromOutside("copy/victim") || hasSomethingFromOutside("copy/bait")).isFalse();
            removeRest("tree");
            removeRest("copy");
        }
    }

    private void begin() {
        running.set(true);
        while (idle.get()) {
            Thread.onSpinWait();
        }
    }

    /// A copy of the link leads outside, as the link does.
    private boolean hasSomethingFromOutside(String copied) throws IOException {
        Path directory = base.resolve(copied);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("outside-"));
        }
    }

    /// While nobody swaps anything, a walk is good enough.
    private void removeRest(String name) throws IOException {
        while (!idle.get()) {
            Thread.onSpinWait();
        }
        if (Files.exists(base.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(base.resolve(name), new NaiveRemoval());
        }
    }

    private void prepare() throws IOException {
        Path victim = Files.createDirectories(base.resolve("tree/victim"));
        for (int i = 0; i < FILES; i++) {
            Files.createFile(victim.resolve("inside-" + i));
        }
        Files.createSymbolicLink(base.resolve("tree/bait"), base.resolve("outside"));
    }

    private void fill(Path directory) throws IOException {
        for (int i = 0; i < FILES; i++) {
            Files.createFile(directory.resolve("outside-" + i));
        }
    }

    private long countOutside() throws IOException {
        try (Stream<Path> outside = Files.list(base.resolve("outside"))) {
            return outside.count();
        }
    }

    private void startAttacker() {
        Thread thread = new Thread(this::swapUntilOver, "attacker");
        attacker = thread;
        thread.start();
    }

    private void swapUntilOver() {
        Directory tree = system.at(LinkPath.of(base.resolve("tree")));
        while (!over.get()) {
            if (!running.get()) {
                idle.set(true);
                Thread.onSpinWait();
                continue;
            }
            idle.set(false);
            try {
                tree.rename(VICTIM, tree, BAIT, RenameMode.EXCHANGE);
                swaps.addAndGet(running.get() ? 1 : 0);
            } catch (FileSystemException oneOfThemHasGone) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class NaiveCopy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        NaiveCopy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectory(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class NaiveRemoval extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
