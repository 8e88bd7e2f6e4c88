package dev.linkwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MountTableTest {
    private static final String DISK = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n";

    @ParameterizedTest
    @ValueSource(strings = {"fuse /image", "fuseblk /dev/sdb1", "fuse.ntfs-3g /image", "fuseblk.lowntfs-3g /dev/sdb1"})
    void theTypesByWhichNtfs3gMountsAreCandidates(String typeAndSource) {
        assertThat(mayHave(DISK + "40 22 0:39 / /mnt rw,nodev - " + typeAndSource + " rw,user_id=0\n")).isTrue();
        assertThat(mayHave("40 22 0:39 / /mnt rw shared:7 master:2 - " + typeAndSource + " rw")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fuse.sshfs host:/", "fuse.gvfsd-fuse gvfsd-fuse", "fusectl fusectl", "ntfs3 /dev/sdb1",
            "tmpfs fuse", "ext4 /dev/fuseblk"})
    void othersAreNot(String typeAndSource) {
        assertThat(mayHave(DISK + "40 22 0:39 / /mnt/fuse rw - " + typeAndSource + " rw\n")).isFalse();
    }

    @Test
    void anEmptyOrTornTableHasNone() {
        assertThat(mayHave("")).isFalse();
        assertThat(mayHave("\n\n40 22 0:39 / /mnt rw - ")).isFalse();
        assertThat(mayHave("40 22 0:39 / /mnt rw - fus")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0:39, 0x27", "8:17, 0x811", "0:300, 0x10002C", "259:5, 0x10305", "4097:1, 0x100000000101"})
    void aCandidateIsKnownByItsDeviceAsStatTellsIt(String majorAndMinor, long device) {
        assertThat(devices(DISK + "40 22 " + majorAndMinor + " / /mnt rw - fuseblk /dev/sdb1 rw\n" + DISK))
                .containsExactly(device);
    }

    @Test
    void thereMayBeSeveral() {
        assertThat(devices("40 22 0:39 / /a rw - fuse a rw\n" + DISK + "41 22 0:40 / /b rw - fuse b rw\n"))
                .containsExactly(0x27, 0x28);
    }

    private static boolean mayHave(String table) {
        return devices(table).length > 0;
    }

    private static long[] devices(String table) {
        return MountTable.devicesOfNtfs3g(table.getBytes(StandardCharsets.UTF_8));
    }
}
