package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;

/// Sparse files of a volume that does not tell where their holes are, only that they take less room than they have bytes.
final class NtfsHolesTest extends NtfsScene {
    private static final int SOME_MEGABYTES = 5 << 20;

    @Test
    void whatTakesLessRoomThanItHasBytesTakesNoMoreInTheCopy() throws IOException {
        Path original = Files.createDirectory(at("tree")).resolve("sparse");
        try (FileChannel file = FileChannel.open(original, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("first".getBytes(StandardCharsets.UTF_8)), 0);
            file.write(ByteBuffer.wrap("middle".getBytes(StandardCharsets.UTF_8)), 3 << 20);
            file.write(ByteBuffer.wrap(new byte[1]), SOME_MEGABYTES);
        }
        Path beside = at("copy");
        Path elsewhere = root.resolveSibling("copy");
        for (Path copy : new Path[]{beside, elsewhere}) {
            assertThat(Trees.on(ThisHost.linkSystem()).copy(at("tree"), copy).losses()).isEmpty();

            assertThat(Files.mismatch(original, copy.resolve("sparse"))).isEqualTo(-1);
            assertThat(room(copy.resolve("sparse"))).as("%s", copy).isLessThan(1 << 20);
        }
    }

    private static long room(Path file) throws IOException {
        Process process = new ProcessBuilder("du", "-B1", file.toString()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(output.split("\\s", 2)[0]);
    }
}
