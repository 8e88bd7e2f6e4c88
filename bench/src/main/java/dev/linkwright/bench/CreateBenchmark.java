package dev.linkwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.linkwright.CreateOptions;
import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// Making one link: `Files.createSymbolicLink`, the same with [Links], and in a held directory.
///
/// A name can be made only once, so an invocation makes a thousand links under names that are ready beforehand, and they
/// are removed outside the measured time. A thousand, because then the clock is read once in milliseconds, and the
/// directory stays small. Per operation is per link.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CreateBenchmark.BATCH)
public class CreateBenchmark {
    static final int BATCH = 1_000;

    private static final String TEXT = "releases/2026-11-22";

    private final Links links = Links.system();
    private final CreateOptions options = CreateOptions.defaults();
    private final LinkTarget target = LinkTarget.of(TEXT);
    private final Path targetPath = Path.of(TEXT);
    private final Name[] names = new Name[BATCH];
    private final Path[] paths = new Path[BATCH];
    private final LinkPath[] linkPaths = new LinkPath[BATCH];
    private final Place place;
    private final Directory held;

    public CreateBenchmark() {
        place = new Place();
        held = place.hold(links.linkSystem());
        for (int i = 0; i < BATCH; i++) {
            names[i] = Name.of("link-" + i);
            paths[i] = place.resolve("link-" + i);
            linkPaths[i] = LinkPath.of(paths[i]);
        }
    }

    @TearDown(Level.Invocation)
    public void removeLinks() throws IOException {
        place.removeLinks();
    }

    @TearDown
    public void remove() throws IOException {
        held.close();
        place.close();
    }

    /// What the others are compared with.
    @Benchmark
    public void jdk(Blackhole results) throws IOException {
        for (Path path : paths) {
            results.consume(Files.createSymbolicLink(path, targetPath));
        }
    }

    @Benchmark
    public void links(Blackhole results) throws IOException {
        for (LinkPath path : linkPaths) {
            results.consume(links.create(path, target, options));
        }
    }

    @Benchmark
    public void linksByPath(Blackhole results) throws IOException {
        for (Path path : paths) {
            results.consume(links.create(path, TEXT));
        }
    }

    @Benchmark
    public void held() throws IOException {
        for (Name name : names) {
            held.makeLink(name, target, TargetKind.UNSPECIFIED);
        }
    }
}
