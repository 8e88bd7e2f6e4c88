package dev.linkwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static boolean mayHave(String table) {
        return MountTable.mayHaveNtfs3g(table.getBytes(StandardCharsets.UTF_8));
    }
}
