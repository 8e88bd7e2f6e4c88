package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import dev.linkwright.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any data and for any bytes. The seed is the name of the invocation.
final class CodecPropertyTest {
    static LongStream seeds() {
        return Seeds.of(1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readingWhatWasWrittenGivesTheSameData(long seed) throws Exception {
        ReparseData data = new RandomReparseData(seed).next();

        byte[] buffer = ReparseBuffer.encode(data);

        assertThat(ReparseBuffer.decode(buffer)).as("seed %d", seed).isEqualTo(data);
        assertThat(ReparseBuffer.encode(ReparseBuffer.decode(buffer))).as("seed %d", seed).isEqualTo(buffer);
        assertThat(ReparseBuffer.refusal(buffer, 0, buffer.length)).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreReadOrMalformedAndNothingElse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        judge(seed, bytes);
        judge(seed, withFittingHeader(random, bytes));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDamagedBufferIsReadOrMalformedAndNothingElse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> buffers = new ArrayList<>(Buffers.allValid().values());
        byte[] buffer = buffers.get(random.nextInt(buffers.size())).clone();
        for (int damages = random.nextInt(1, 5); damages > 0; damages--) {
            // Most of the meaning is in the first 24 bytes.
            int at = random.nextInt(random.nextBoolean() ? Math.min(24, buffer.length) : buffer.length);
            buffer[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (buffer[at] ^ 1 << random.nextInt(8));
        }
        judge(seed, buffer);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCutIsNoticed(long seed) {
        byte[] buffer = ReparseBuffer.encode(new RandomReparseData(seed).next());
        int length = new SplittableRandom(seed).nextInt(buffer.length);
        try {
            ReparseData data = ReparseBuffer.decode(buffer, 0, length);
            fail("seed %d: %d of %d bytes are %s", seed, length, buffer.length, data);
        } catch (MalformedReparseBufferException e) {
            assertThat(e.offset()).as("seed %d", seed).isEqualTo(length);
        }
    }

    /// Bytes that can be read can be written again, unless Windows would refuse their meaning, and then mean the same.
    private static void judge(long seed, byte[] bytes) {
        Optional<WriteRefusal> refusal = ReparseBuffer.refusal(bytes, 0, bytes.length);
        ReparseData data;
        try {
            data = ReparseBuffer.decode(bytes);
        } catch (MalformedReparseBufferException e) {
            assertThat(e.offset()).as("seed %d", seed).isBetween(0, bytes.length);
            return;
        }
        try {
            assertThat(ReparseBuffer.decode(ReparseBuffer.encode(data))).as("seed %d", seed).isEqualTo(data);
        } catch (MalformedReparseBufferException e) {
            fail("seed %d: %s is written as a malformed buffer: %s", seed, data, e.getMessage());
        } catch (UnwritableReparseDataException e) {
            // Names that share bytes can grow out of the buffer; these bytes are too few for that.
            assertThat(refusal).as("seed %d: %s", seed, data).isPresent();
        }
    }

    private static byte[] withFittingHeader(SplittableRandom random, byte[] data) {
        List<ReparseTag> tags = ReparseTag.known();
        return Buffers.of(tags.get(random.nextInt(tags.size())).value(), data);
    }
}
