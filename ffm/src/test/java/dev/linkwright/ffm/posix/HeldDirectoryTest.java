package dev.linkwright.ffm.posix;

import static dev.linkwright.ffm.posix.Failures.refused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Descriptors: that they are given back, that none is met which is another's by now, and what is left of a directory
/// that has been removed.
final class HeldDirectoryTest {
    private static final Name LINK = Name.of("link");

    @TempDir
    Path directory;

    private LinkSystem system;

    @BeforeEach
    void enter() {
        system = ThisHost.linkSystem();
    }

    @Test
    void aCallNeverReachesADescriptorThatIsAnothersByNow() throws Exception {
        makeLinkIn("mine", "mine");
        makeLinkIn("other", "other");
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger right = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        for (int round = 0; round < 300; round++) {
            Directory mine = system.open(at("mine"));
            CountDownLatch start = new CountDownLatch(3);
            List<Thread> readers = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                readers.add(Thread.ofPlatform().start(() -> readUntilClosed(mine, start, right, refused, wrong)));
            }
            start.await();
            mine.close();
            // The descriptor is free now, or will be: these take its number as soon as they can.
            try (Directory taker = system.open(at("other")); Directory another = system.open(at("other"))) {
                assertThat(taker.readLink(LINK)).isEqualTo(another.readLink(LINK));
                for (Thread reader : readers) {
                    reader.join();
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(right.get()).isPositive();
        assertThat(refused.get()).isEqualTo(900);
    }

    private static void readUntilClosed(Directory mine, CountDownLatch start, AtomicInteger right,
            AtomicInteger refused, ConcurrentLinkedQueue<String> wrong) {
        while (true) {
            try {
                LinkTarget text = mine.readLink(LINK);
                start.countDown();
                if (!text.equals(LinkTarget.of("mine"))) {
                    wrong.add("read '" + text + "'");
                }
                right.incrementAndGet();
            } catch (FileSystemException e) {
                if (e instanceof LinkFailure failure && failure.function().isPresent()) {
                    wrong.add("the system was asked: " + e.getMessage());
                }
                refused.incrementAndGet();
                return;
            }
        }
    }

    @Test
    void whoeverClosesTwiceClosesNobodyElsesDescriptor() throws IOException {
        makeLinkIn("mine", "mine");
        makeLinkIn("other", "other");
        Directory mine = system.open(at("mine"));
        mine.close();
        try (Directory other = system.open(at("other"))) {
            mine.close();
            assertThat(other.readLink(LINK)).isEqualTo(LinkTarget.of("other"));
        }
    }

    @Test
    void everyDescriptorIsGivenBack() throws IOException {
        makeLinkIn("dir", "text");
        int before = descriptors();
        for (int time = 0; time < 200; time++) {
            try (Directory held = system.open(at("dir"));
                    Directory above = held.openParent(
                            requireNonNull(system.at(LinkPath.of(directory)).status().identity()));
                    Directory again = above.open(Name.of("dir"));
                    Cursor first = held.list();
                    Cursor second = held.list();
                    Cursor byPath = system.at(at("dir")).list()) {
                assertThat(first.next() && second.next() && byPath.next()).isTrue();
                again.physicalPath();
                system.at(at("dir")).physicalPath();
                refused(() -> again.open(LINK).close(), Reason.IS_A_LINK);
                refused(() -> again.open(Name.of("missing")).close(), Reason.NOT_FOUND);
            }
        }

        assertThat(descriptors()).isLessThan(before + 100);
    }

    private static int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return (int) open.count();
        }
    }

    @Test
    void aCursorOfAClosedDirectoryEndsWithAFailureAndNotWithAnothersEntries() throws IOException {
        Files.createDirectory(directory.resolve("mine"));
        for (int i = 0; i < 4_000; i++) {
            Files.createFile(directory.resolve("mine/file-with-a-name-of-some-length-" + i));
        }
        Directory mine = system.open(at("mine"));
        Cursor cursor = mine.list();
        assertThat(cursor.next()).isTrue();
        mine.close();

        Throwable end = catchThrowable(() -> {
            while (cursor.next()) {
                assertThat(cursor.name().toString()).startsWith("file-");
            }
        });

        assertThat(end).isInstanceOfSatisfying(LinkFailure.class,
                failure -> assertThat(failure.details().remark()).isEqualTo("the directory has been closed"));
        cursor.close();
        cursor.close();
    }

    @Test
    void aClosedCursorHasNoEntries() throws IOException {
        makeLinkIn("dir", "text");
        Cursor cursor = system.at(at("dir")).list();
        assertThat(cursor.next()).isTrue();
        cursor.close();

        assertThat(catchThrowable(cursor::next)).isInstanceOf(FileSystemException.class);
        assertThat(catchThrowable(cursor::name)).isInstanceOf(IllegalStateException.class);
        assertThat(catchThrowable(cursor::type)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDirectoryIsListedFromItsStartAgainAndAgain() throws IOException {
        makeLinkIn("dir", "text");
        try (Directory held = system.open(at("dir"))) {
            for (int time = 0; time < 3; time++) {
                assertThat(count(held)).isEqualTo(1);
            }
            held.makeLink(Name.of("second"), LinkTarget.of("text"), TargetKind.UNSPECIFIED);
            assertThat(count(held)).isEqualTo(2);
        }
    }

    private static int count(Directory listed) throws IOException {
        int count = 0;
        try (Cursor cursor = listed.list()) {
            while (cursor.next()) {
                count++;
            }
            assertThat(cursor.next()).as("after the end").isFalse();
        }
        return count;
    }

    @Test
    void aRemovedDirectoryIsStillOneButHasNoPathAndTakesNothing() throws IOException {
        Files.createDirectory(directory.resolve("dir (deleted)"));
        Files.createDirectory(directory.resolve("dir"));
        try (Directory held = system.open(at("dir"))) {
            Files.delete(directory.resolve("dir"));

            assertThat(held.status().isDirectory()).isTrue();
            refused(held::physicalPath, Reason.NOT_FOUND);
            refused(() -> held.makeLink(LINK, LinkTarget.of("text"), TargetKind.UNSPECIFIED),
                    Reason.PARENT_NOT_FOUND);
            refused(() -> held.stat(LINK), Reason.NOT_FOUND);
            LinkFailure failure = refused(() -> {
                try (Cursor cursor = held.list()) {
                    cursor.next();
                }
            }, Reason.NOT_FOUND);
            assertThat(failure.details().remark()).isEqualTo("the directory has been removed");
        }
    }

    @Test
    void aDirectoryWhoseNameEndsAsThatOfARemovedOneHasItsPath() throws IOException {
        Path odd = Files.createDirectory(directory.resolve("dir (deleted)"));
        try (Directory held = system.open(LinkPath.of(odd))) {
            assertThat(held.physicalPath()).isEqualTo(LinkPath.of(odd.toRealPath()));
        }
    }

    @Test
    void theWorkingDirectoryIsTheEmptyPath() throws IOException {
        Directory here = system.at(LinkPath.of(""));

        assertThat(here.physicalPath()).isEqualTo(LinkPath.of(Path.of("").toRealPath()));
        assertThat(here.status().identity()).isEqualTo(system.at(here.physicalPath()).status().identity());
        assertThat(here.capabilities().fileSystem()).isNotEmpty();
        try (Directory held = system.open(LinkPath.of("")); Cursor cursor = here.list()) {
            assertThat(held.physicalPath()).isEqualTo(here.physicalPath());
            assertThat(cursor.next()).isTrue();
        }
    }

    @Test
    void noPrimitiveWaitsForTheOtherEndOfAPipe() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", directory.resolve("pipe").toString()).start().waitFor()).isZero();
        Name pipe = Name.of("pipe");
        try (Directory held = system.open(LinkPath.of(directory))) {
            refused(() -> held.open(pipe).close(), Reason.NOT_A_DIRECTORY);
            refused(() -> system.open(at("pipe")).close(), Reason.NOT_A_DIRECTORY);
            refused(() -> held.readLink(pipe), Reason.NOT_A_LINK);
            assertThat(held.stat(pipe)).isEqualTo(held.follow(pipe));
            held.rename(pipe, held, Name.of("tube"), RenameMode.NO_REPLACE);
            held.unlink(Name.of("tube"));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void directoriesOfOtherLinkSystemsAreRefused() throws IOException {
        Directory foreign = NioLinkSystem.of(directory.getFileSystem())
                .at(LinkPath.of(directory));
        Files.createFile(directory.resolve("file"));
        try (Directory held = system.open(LinkPath.of(directory))) {
            Name file = Name.of("file");
            assertThat(catchThrowable(() -> held.makeHardLink(LINK, foreign, file)))
                    .isInstanceOf(ProviderMismatchException.class);
            assertThat(catchThrowable(() -> held.rename(file, foreign, LINK,
                    RenameMode.REPLACE)))
                    .isInstanceOf(ProviderMismatchException.class);
        }
        assertThat(directory.resolve("file")).exists();
    }

    private void makeLinkIn(String name, String text) throws IOException {
        Files.createDirectory(directory.resolve(name));
        Files.createSymbolicLink(directory.resolve(name).resolve("link"), Path.of(text));
    }

    private LinkPath at(String name) {
        return LinkPath.of(directory.resolve(name));
    }
}
