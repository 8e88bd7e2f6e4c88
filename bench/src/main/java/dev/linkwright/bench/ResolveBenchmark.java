package dev.linkwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.Links;
import dev.linkwright.Resolution;
import dev.linkwright.tree.Trees;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Following a chain of ten links to its end: `Path.toRealPath`, which tells only the end, [Links#resolve], which tells
/// every hop, and [Links#state], which tells how it ends.
///
/// The first looks up every path from the root on, the second from the directory that the chain is in: so it matters how
/// deep that is.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResolveBenchmark {
    private static final int HOPS = 10;

    /// How many more directories there are above the chain than above the links of the other benchmarks.
    @Param({"0", "2", "5"})
    public int deeper;

    private final Links links = Links.system();
    private final Place place = new Place();
    private Path path = place.resolve("link-" + HOPS);
    private LinkPath linkPath = LinkPath.of(path);

    @Setup
    public void make() throws IOException {
        Path directory = place.resolve("d/".repeat(deeper));
        Files.createDirectories(directory);
        Files.createFile(directory.resolve("link-0"));
        for (int i = 1; i <= HOPS; i++) {
            Files.createSymbolicLink(directory.resolve("link-" + i), Path.of("link-" + (i - 1)));
        }
        path = directory.resolve("link-" + HOPS);
        linkPath = LinkPath.of(path);
    }

    @TearDown
    public void remove() throws IOException {
        Trees.system().delete(place.resolve(""));
    }

    /// What the others are compared with.
    @Benchmark
    public Path jdk() throws IOException {
        return path.toRealPath();
    }

    @Benchmark
    public Resolution links() throws IOException {
        return links.resolve(linkPath);
    }

    @Benchmark
    public Resolution linksByPath() throws IOException {
        return links.resolve(path);
    }

    @Benchmark
    public LinkState state() throws IOException {
        return links.state(linkPath);
    }
}
