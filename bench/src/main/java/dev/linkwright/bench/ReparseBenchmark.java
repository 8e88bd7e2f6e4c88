package dev.linkwright.bench;

import java.util.concurrent.TimeUnit;

import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Decoding the reparse data of one link, as it comes from the system: in a larger array that is used again.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReparseBenchmark {
    private final byte[] memory = new byte[ReparseBuffer.MAX_SIZE];
    private final int relative;
    private final int absolute;
    private final int junction;

    public ReparseBenchmark() {
        relative = put(0, new ReparseData.SymbolicLink("..\\releases\\2026-11-22", "..\\releases\\2026-11-22", true));
        absolute = put(relative, new ReparseData.SymbolicLink("\\??\\C:\\releases\\2026-11-22",
                "C:\\releases\\2026-11-22", false));
        junction = put(relative + absolute, ReparseData.MountPoint.to("C:\\releases\\2026-11-22"));
    }

    private int put(int at, ReparseData data) {
        byte[] buffer = ReparseBuffer.encode(data);
        System.arraycopy(buffer, 0, memory, at, buffer.length);
        return buffer.length;
    }

    /// One name, stored twice: one string.
    @Benchmark
    public ReparseData relative() throws MalformedReparseBufferException {
        return ReparseBuffer.decode(memory, 0, relative);
    }

    /// Two names.
    @Benchmark
    public ReparseData absolute() throws MalformedReparseBufferException {
        return ReparseBuffer.decode(memory, relative, absolute);
    }

    @Benchmark
    public ReparseData junction() throws MalformedReparseBufferException {
        return ReparseBuffer.decode(memory, relative + absolute, junction);
    }
}
