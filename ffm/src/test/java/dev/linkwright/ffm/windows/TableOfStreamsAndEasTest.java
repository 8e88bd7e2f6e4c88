package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import dev.linkwright.ffm.windows.EaList.Ea;
import dev.linkwright.ffm.windows.NamedStreams.Stream;
import dev.linkwright.reparse.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What Windows tells about streams and extended attributes, byte by byte: Wine has neither.
final class TableOfStreamsAndEasTest {
    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void streamsAreToldWithoutTheOneThatHasNoName() {
        MemorySegment told = arena.allocate(256, Long.BYTES);
        stream(told, 0, 40, "::$DATA", 12);
        stream(told, 40, 72, ":Zone.Identifier:$DATA", 26);
        stream(told, 112, 0, ":x:$DATA", 1L << 33);

        assertThat(NamedStreams.parse(told))
                .containsExactly(new Stream("Zone.Identifier", 26), new Stream("x", 1L << 33));
    }

    @Test
    void anObjectWithoutStreamsHasNone() {
        assertThat(NamedStreams.parse(arena.allocate(256, Long.BYTES))).isEmpty();
    }

    @Test
    void whatIsNoDataIsNoStream() {
        MemorySegment told = arena.allocate(256, Long.BYTES);
        stream(told, 0, 0, ":$I30:$INDEX_ALLOCATION", 4096);

        assertThat(NamedStreams.parse(told)).isEmpty();
    }

    private static void stream(MemorySegment told, long at, int next, String name, long size) {
        told.set(ValueLayout.JAVA_INT, at, next);
        told.set(ValueLayout.JAVA_INT, at + 4, 2 * name.length());
        told.set(ValueLayout.JAVA_LONG, at + 8, size);
        WideText.write(told, at + 24, name);
    }

    @Test
    void extendedAttributesAreToldAndWrittenAlike() {
        Ea ea = new Ea("$LXUID", ByteString.of((byte) 1, (byte) 2, (byte) 3, (byte) 4));
        MemorySegment written = EaList.inMemory(arena, ea);

        assertThat(written.toArray(ValueLayout.JAVA_BYTE)).containsExactly(
                0, 0, 0, 0, 0, 6, 4, 0, '$', 'L', 'X', 'U', 'I', 'D', 0, 1, 2, 3, 4);
        assertThat(EaList.parse(written)).containsExactly(ea);
    }

    @Test
    void whatTheKernelNotesIsLeftAlone() {
        MemorySegment told = arena.allocate(128, Long.BYTES);
        copy(told, 0, EaList.inMemory(arena, new Ea("$Kernel.Purge.X", ByteString.of((byte) 9))));
        told.set(ValueLayout.JAVA_INT, 0, 28);
        copy(told, 28, EaList.inMemory(arena, new Ea("MINE", ByteString.of((byte) 7))));

        assertThat(EaList.parse(told)).extracting(Ea::name).containsExactly("MINE");
    }

    @Test
    void anObjectWithoutExtendedAttributesHasNone() {
        assertThat(EaList.parse(arena.allocate(64, Long.BYTES))).isEmpty();
    }

    @Test
    void whatWouldBeCutShortIsNotWritten() {
        assertThat(EaList.isPossible("n".repeat(254), 0xFFFF)).isTrue();
        assertThat(EaList.isPossible("n".repeat(255), 1)).isFalse();
        assertThat(EaList.isPossible("n", 0x10000)).isFalse();
        assertThat(EaList.isPossible("n", 0)).isFalse();
        assertThat(EaList.isPossible("\u65e5", 1)).isFalse();
    }

    @Test
    void namesTellWhatIsKeptUnderThem() {
        assertThat(Extra.of("user.comment")).contains(Extra.STREAM);
        assertThat(Extra.STREAM.rest("user.comment")).isEqualTo("comment");
        assertThat(Extra.of("windows.ea.X")).contains(Extra.EA);
        assertThat(Extra.of("windows.owner")).contains(Extra.OWNER);
        assertThat(Extra.of("windows.owners")).isEmpty();
        assertThat(Extra.of("user.")).isEmpty();
        assertThat(Extra.of("system.posix_acl_default")).isEmpty();
    }

    private static void copy(MemorySegment to, long at, MemorySegment from) {
        to.asSlice(at, from.byteSize()).copyFrom(from);
    }
}
