package dev.linkwright.ffm.posix;

import static dev.linkwright.Capability.ATOMIC_REPLACE;
import static dev.linkwright.Capability.BELIEVED_SUCCESS;
import static dev.linkwright.Capability.COMPARE_AND_SET;
import static dev.linkwright.Capability.HARD_LINKS;
import static dev.linkwright.Capability.JUNCTIONS;
import static dev.linkwright.Capability.RENAME_EXCHANGE;
import static dev.linkwright.Capability.REPARSE_POINTS;
import static dev.linkwright.Capability.SYMBOLIC_LINKS;
import static dev.linkwright.Capability.VERBATIM_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import org.junit.jupiter.api.Test;

/// What is claimed of file systems that are not all on this machine.
final class FileSystemKindTest {
    @Test
    void everyTypeIsListedOnce() {
        List<Long> types = FileSystemKind.ALL.stream().map(FileSystemKind::type).toList();

        assertThat(types).doesNotHaveDuplicates().doesNotContain(0L);
    }

    @Test
    void onlyLocalFileSystemsAreBelieved() {
        List<String> believed = FileSystemKind.ALL.stream()
                .filter(kind -> FileSystemKind.capabilitiesOf(kind.type(), 0).has(BELIEVED_SUCCESS))
                .map(FileSystemKind::name).collect(Collectors.toList());

        assertThat(believed).contains("ext4", "xfs", "btrfs", "tmpfs", "overlay", "f2fs", "zfs")
                .doesNotContain("fuse", "nfs", "cifs", "smb3", "9p", "vboxsf", "vmhgfs", "ceph", "afs", "lustre");
        assertThat(FileSystemKind.capabilitiesOf(0x1234_5678L, 0).has(BELIEVED_SUCCESS)).isFalse();
    }

    @Test
    void aComparisonNeedsAnExchange() {
        for (FileSystemKind kind : FileSystemKind.ALL) {
            LinkCapabilities can = FileSystemKind.capabilitiesOf(kind.type(), 0);
            assertThat(can.has(COMPARE_AND_SET)).as(kind.name()).isEqualTo(can.has(RENAME_EXCHANGE));
        }
        LinkCapabilities nfs = FileSystemKind.capabilitiesOf(0x6969, 0);
        assertThat(nfs.has(ATOMIC_REPLACE)).isTrue();
        assertThat(nfs.has(COMPARE_AND_SET)).isFalse();
    }

    @Test
    void fileSystemsWithoutLinksSaySo() {
        LinkCapabilities fat = FileSystemKind.capabilitiesOf(0x4D44, 0);

        assertThat(fat.has(SYMBOLIC_LINKS) || fat.has(HARD_LINKS) || fat.has(VERBATIM_TEXT)).isFalse();
        assertThat(fat.whyNot(SYMBOLIC_LINKS)).contains("vfat has no links");
    }

    @Test
    void theDriverInTheKernelGivesNoAccessToReparsePointsAndSaysWhichDoes() {
        LinkCapabilities ntfs3 = FileSystemKind.capabilitiesOf(0x7366746E, 0);
        assertThat(ntfs3.has(REPARSE_POINTS)).isFalse();
        assertThat(ntfs3.whyNot(REPARSE_POINTS)).hasValueSatisfying(
                why -> assertThat(why).contains("ntfs3").contains("mount the volume with ntfs-3g"));
        assertThat(ntfs3.whyNot(JUNCTIONS)).isEqualTo(ntfs3.whyNot(REPARSE_POINTS));

        LinkCapabilities ext4 = FileSystemKind.capabilitiesOf(0xEF53, 0);
        assertThat(ext4.whyNot(REPARSE_POINTS)).hasValueSatisfying(why -> assertThat(why).doesNotContain("ntfs3"));

        LinkCapabilities ntfs3g = FileSystemKind.ofNtfs3g(FileSystemKind.ST_RDONLY);
        assertThat(ntfs3g.has(REPARSE_POINTS) && ntfs3g.has(JUNCTIONS)).isTrue();
        assertThat(ntfs3g.has(ATOMIC_REPLACE) || ntfs3g.has(BELIEVED_SUCCESS)).isFalse();
        assertThat(ntfs3g.mountOptions()).containsExactly("ro");
    }

    @Test
    void whateverIsAbsentSaysWhy() {
        for (long type : new long[]{0xEF53, 0x7366746E, 0x65735546, 0x6969, 0xFF534D42L, 0x4D44, 0x1234_5678}) {
            LinkCapabilities can = FileSystemKind.capabilitiesOf(type, 0);
            for (Capability capability : Capability.values()) {
                assertThat(can.has(capability)).isNotEqualTo(can.whyNot(capability).isPresent());
            }
        }
    }

    @Test
    void aTypeWhoseSignWasExtendedIsTheSame() {
        assertThat(FileSystemKind.capabilitiesOf(0xFFFF_FFFF_FF53_4D42L, 0).fileSystem()).isEqualTo("cifs");
    }

    @Test
    void mountOptionsAreToldWhereTheyMatter() {
        assertThat(FileSystemKind.capabilitiesOf(0xEF53, 0x1020).mountOptions()).isEmpty();
        assertThat(FileSystemKind.capabilitiesOf(0xEF53, 0x1021).mountOptions()).containsExactly("ro");
        assertThat(FileSystemKind.capabilitiesOf(0xEF53, 0x3021).mountOptions())
                .containsExactlyInAnyOrder("ro", "nosymfollow");
        assertThat(FileSystemKind.capabilitiesOf(0xEF53, 0x1020).mountOptions()).isEmpty();
    }
}
