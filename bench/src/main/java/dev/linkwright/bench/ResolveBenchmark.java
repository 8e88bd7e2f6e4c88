package dev.linkwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.Links;
import dev.linkwright.Resolution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Following a chain of ten links to its end: `Path.toRealPath`, which tells only the end, [Links#resolve], which tells
/// every hop, and [Links#state], which tells how it ends.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResolveBenchmark {
    private static final int HOPS = 10;

    private final Links links = Links.system();
    private final Place place = new Place();
    private final Path path = place.resolve("link-" + HOPS);
    private final LinkPath linkPath = LinkPath.of(path);

    public ResolveBenchmark() {
        try {
            Files.createFile(place.resolve("link-0"));
            for (int i = 1; i <= HOPS; i++) {
                Files.createSymbolicLink(place.resolve("link-" + i), Path.of("link-" + (i - 1)));
            }
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
