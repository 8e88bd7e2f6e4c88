package dev.linkwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Reading one link: `Files.readSymbolicLink`, the same with [Links], and by a held directory.
///
/// Each side starts from the kind of path that its callers have and ends with the kind of text that they get; nothing
/// that a caller would have to do each time is done beforehand.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {
    private final Links links = Links.system();
    private final Name name = Name.of("current");
    private final Place place;
    private final Path path;
    private final LinkPath linkPath;
    private final Directory held;

    public ReadBenchmark() {
        place = new Place();
        path = place.resolve("current");
        linkPath = LinkPath.of(path);
        held = place.hold(links.linkSystem());
    }

    @Setup
    public void makeLink() throws IOException {
        Files.createSymbolicLink(path, Path.of("releases/2026-11-22"));
    }

    @TearDown
    public void remove() throws IOException {
        held.close();
        place.close();
    }

    /// What the others are compared with.
    @Benchmark
    public Path jdk() throws IOException {
        return Files.readSymbolicLink(path);
    }

    @Benchmark
    public LinkTarget links() throws IOException {
        return links.read(linkPath);
    }

    @Benchmark
    public LinkTarget linksByPath() throws IOException {
        return links.read(path);
    }

    @Benchmark
    public LinkTarget held() throws IOException {
        return held.readLink(name);
    }
}
