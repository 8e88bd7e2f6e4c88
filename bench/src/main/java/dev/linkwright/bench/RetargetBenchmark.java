package dev.linkwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Replacing the text of one link: by hand with the JDK's calls, a link with a temporary name that is renamed over the
/// old one (which would replace a file just as readily), and by [Links#retarget], which looks at what it replaces.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RetargetBenchmark {
    private static final String[] TEXTS = {"releases/2026-11-21", "releases/2026-11-22"};

    private final Links links = Links.system();
    private final RetargetOptions options = RetargetOptions.defaults();
    private final Place place = new Place();
    private final Path path = place.resolve("current");
    private final Path temporary = place.resolve(".current.new");
    private final LinkPath linkPath = LinkPath.of(path);
    private final Path[] targetPaths = {Path.of(TEXTS[0]), Path.of(TEXTS[1])};
    private final LinkTarget[] targets = {LinkTarget.of(TEXTS[0]), LinkTarget.of(TEXTS[1])};
    private int turn;

    public RetargetBenchmark() {
        try {
            Files.createSymbolicLink(path, targetPaths[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TearDown
    public void remove() throws IOException {
        place.close();
    }

    /// What the others are compared with.
    @Benchmark
    public Path jdk() throws IOException {
        Files.createSymbolicLink(temporary, targetPaths[next()]);
        return Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }

    @Benchmark
    public Retargeting links() throws IOException {
        return links.retarget(linkPath, targets[next()], options);
    }

    @Benchmark
    public Retargeting linksByPath() throws IOException {
        return links.retarget(path, TEXTS[next()], options);
    }

    private int next() {
        turn ^= 1;
        return turn;
    }
}
