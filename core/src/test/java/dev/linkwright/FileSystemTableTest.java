package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;

final class FileSystemTableTest {
    @Test
    void theSecondFieldIsWhereAFileSystemIsMounted() {
        FileSystemTable table = FileSystemTable.parse("""
                # <file system> <mount point> <type>
                UUID=1\t/\text4 defaults 0 1
                /dev/sdb1   /srv/my\\040data/  xfs noauto
                swap none swap sw 0 0
                #/dev/sdc1 /commented ext4

                \t tmpfs /tmp\\\\x tmpfs
                half
                /dev/sdd1 /caf\u00c3\u00a9 ext4""", """
                systemd-1 /proc/sys/fs/binfmt_misc autofs rw 0 0
                tmpfs /run tmpfs rw 0 0
                auto.home /home autofs rw,indirect 0 0
                broken""");

        assertThat(table.mountPlaces()).containsExactlyInAnyOrder(posix("/"), posix("/srv/my data"),
                posix("/tmp\\\\x"), posix("/caf\u00e9"), posix("/proc/sys/fs/binfmt_misc"), posix("/home"));
    }

    @Test
    void aMachineWithoutATableHasNoneAndEveryTableIsRead() {
        assertThat(FileSystemTable.ofThisMachine().mountPlaces()).allMatch(LinkPath::isAbsolute);
    }

    private static LinkPath posix(String path) {
        return LinkPath.of(PathRules.POSIX, path);
    }
}
