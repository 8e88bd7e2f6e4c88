package dev.linkwright.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// While one link is refreshed over and over, two threads read it a million times: nobody may ever find nothing. The
/// same readers beside somebody who deletes and creates must find nothing now and then, or they prove nothing.
class RefreshProofTest {
    private static final long READS = 1_000_000;
    private static final int ENOUGH_FAILURES = 100;
    private static final List<LinkTarget> TEXTS = List.of(LinkTarget.of("releases/41"), LinkTarget.of("releases/42"));

    @TempDir
    Path disk;

    private LinkPath link = LinkPath.of("");

    @ParameterizedTest
    @MethodSource("places")
    void noReaderEverFindsNothingWhileALinkIsRefreshed(Links links, Guarantee promised, Path directory)
            throws Exception {
        Path fresh = Files.createTempDirectory(directory.toString().isEmpty() ? disk : directory, "refresh");
        link = LinkPath.of(fresh.resolve("current"));
        links.create(link, TEXTS.get(0), CreateOptions.defaults());

        Readers readers = readWhile(links, text -> {
            Guarantee given = links.retarget(link, text, RetargetOptions.defaults()).guarantee();
            assertThat(given).isEqualTo(promised);
        });

        assertThat(readers.failures).isEmpty();
        assertThat(readers.reads.get()).isGreaterThanOrEqualTo(READS);
        assertThat(readers.texts).containsExactlyInAnyOrderElementsOf(TEXTS);
        links.remove(link);
        Files.delete(fresh);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theSameReadersFindNothingBesideSomebodyWhoDeletesAndCreates(Links links, Guarantee promised, Path directory)
            throws Exception {
        Path fresh = Files.createTempDirectory(directory.toString().isEmpty() ? disk : directory, "refresh");
        link = LinkPath.of(fresh.resolve("current"));
        links.create(link, TEXTS.get(0), CreateOptions.defaults());

        Readers readers = readWhile(links, text -> {
            links.remove(link);
            links.create(link, text, CreateOptions.defaults());
        });

        assertThat(readers.failures).isNotEmpty();
        links.remove(link);
        Files.delete(fresh);
    }

    static Stream<Arguments> places() throws Exception {
        Path tmpfs = Path.of("/dev/shm");
        Bench.POSIX.require(Files.isDirectory(tmpfs) && Files.getFileStore(tmpfs).type().equals("tmpfs"),
                "a tmpfs at " + tmpfs);
        Links nativeCalls = Links.system();
        Links plainJava = Links.on(NioLinkSystem.of(FileSystems.getDefault()));
        assertThat(nativeCalls.linkSystem().name()).isEqualTo("posix");
        return Stream.of(
                Arguments.of(nativeCalls, Guarantee.ATOMIC, tmpfs),
                Arguments.of(nativeCalls, Guarantee.ATOMIC, Path.of("")),
                Arguments.of(plainJava, Guarantee.CHECKED, tmpfs));
    }

    private Readers readWhile(Links links, Refresh refresh) throws Exception {
        Readers readers = new Readers(links);
        List<Thread> threads = List.of(new Thread(readers), new Thread(readers));
        threads.forEach(Thread::start);
        try {
            for (int i = 1; readers.reads.get() < READS && readers.failures.size() < ENOUGH_FAILURES; i++) {
                refresh.to(TEXTS.get(i % TEXTS.size()));
            }
        } finally {
            readers.done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return readers;
    }

    @FunctionalInterface
    private interface Refresh {
        void to(LinkTarget text) throws Exception;
    }

    /// Reads the link until it is told to stop, and keeps what went wrong.
    private final class Readers implements Runnable {
        private final Links links;
        private final AtomicBoolean done = new AtomicBoolean();
        private final AtomicLong reads = new AtomicLong();
        private final List<FileSystemException> failures = Collections.synchronizedList(new ArrayList<>());
        private final Set<LinkTarget> texts = ConcurrentHashMap.newKeySet();

        Readers(Links links) {
            this.links = links;
        }

        @Override
        public void run() {
            while (!done.get()) {
                try {
                    texts.add(links.read(link));
                } catch (FileSystemException e) {
                    failures.add(e);
                }
                reads.incrementAndGet();
            }
        }
    }
}
