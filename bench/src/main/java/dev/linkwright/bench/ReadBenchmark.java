package dev.linkwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Reading one link.
@State(Scope.Benchmark)
public class ReadBenchmark {
    private Path link = Path.of("");

    @Setup
    public void makeLink() throws IOException {
        link = Files.createTempDirectory("bench").resolve("link");
        Files.createSymbolicLink(link, Path.of("target"));
    }

    @TearDown
    public void removeLink() throws IOException {
        Files.delete(link);
        Files.delete(link.getParent());
    }

    @Benchmark
    public Path jdk() throws IOException {
        return Files.readSymbolicLink(link);
    }
}
