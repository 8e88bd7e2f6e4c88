package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.ReparseOptions.Kind;
import dev.linkwright.ReparsePoint;
import dev.linkwright.Resolution;
import dev.linkwright.RetargetOptions;
import dev.linkwright.SymbolicLink;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.WslLink;
import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read, followed and described on a volume that ntfs-3g plays, whoever made it.
final class NtfsReadingTest extends NtfsScene {
    @Test
    void theStoredTextIsReadAndNeverATranslation() throws IOException {
        make("upper", "DIR/FILE", AUTO);
        make("dangling", "no/where", AUTO);
        make("abroad", "D:\\elsewhere", AUTO);
        links.create(path("plain"), LinkTarget.of("dir/file"), CreateOptions.defaults());

        assertThat(links.read(path("upper"))).isEqualTo(LinkTarget.of("DIR\\FILE"));
        assertThat(links.read(path("dangling"))).isEqualTo(LinkTarget.of("no\\where"));
        assertThat(links.read(path("abroad"))).isEqualTo(LinkTarget.of("D:\\elsewhere"));
        assertThat(links.read(path("plain"))).isEqualTo(LinkTarget.of("dir/file"));
        assertThat(Ntfs.rawData(at("plain"))).isEmpty();
        assertThat(links.show(path("plain"))).isInstanceOfSatisfying(SymbolicLink.class, plain -> {
            assertThat(plain.status().reparseTag()).isZero();
            assertThat(plain.data()).isEmpty();
        });
    }

    /// Half a million reads by two threads would have come before the next collection of garbage, and had no memory left.
    @Test
    void readingLeavesNoMemoryBehindThatOnlyTheCollectorOfGarbageFrees() throws IOException {
        make("link", "dir/file", AUTO);
        links.read(path("link"));
        BufferPoolMXBean direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).findFirst().orElseThrow();
        long before = direct.getMemoryUsed();

        for (int i = 0; i < 200; i++) {
            links.read(path("link"));
        }

        assertThat(direct.getMemoryUsed() - before).isLessThan(1 << 20);
    }

    @Test
    void linksAreFollowedAsThisSystemDoes() throws IOException {
        make("a", "b", AUTO);
        make("b", "dir/file", AUTO);
        make("j", "dir", ON_C.withKind(Kind.JUNCTION));
        make("dangling", "no/where", AUTO);
        make("abroad", "D:\\elsewhere", AUTO);
        make("first", "abroad", AUTO);
        links.create(path("loop"), LinkTarget.of("loop"), CreateOptions.defaults());

        Resolution a = links.resolve(path("a"));
        assertThat(a.state()).isEqualTo(LinkState.OK);
        assertThat(a.hops()).extracting(hop -> hop.target().toString()).containsExactly("b", "dir\\file");
        assertThat(a.reached()).isEqualTo(path("dir/file"));
        assertThat(links.resolve(path("j/file")).hops()).extracting(hop -> hop.target().toString())
                .containsExactly("C:\\dir");
        Resolution dangling = links.resolve(path("dangling"));
        assertThat(dangling.state()).isEqualTo(LinkState.MISSING);
        assertThat(dangling.reached()).isEqualTo(path("no"));
        assertThat(links.resolve(path("abroad")).state()).isEqualTo(LinkState.UNREACHABLE);
        assertThat(links.state(path("abroad"))).isEqualTo(LinkState.UNREACHABLE);
        assertThat(links.resolve(path("first")).hops()).extracting(hop -> hop.target().toString())
                .containsExactly("abroad", "D:\\elsewhere");
        assertThat(links.resolve(path("first")).state()).isEqualTo(LinkState.UNREACHABLE);
        assertThat(links.resolve(path("loop")).state()).isEqualTo(LinkState.LOOP);
    }

    @Test
    void malformedDataAreShownWithTheReasonAndNeverChanged() throws IOException {
        String[] malformed = {
                "0c0000a00a00000000000000000000000000", // fixed fields cut off
                "0c0000a01000000002000400000002000100000078007800", // name reaches out
                "0c0000a0140000000400030000000400010000007800790078007900", // odd length
                "0c0000a010000000feff0400000002000100000078007800", // the sum wraps
                "030000a0140000000000050008000200610062006300000070000000", // mount point, odd
                "1d0000a008000000010000006d6b7368", // WSL, version 1
                "140000800b0000004c4e4b0100000000610062", // NFS, odd
                "1b0000801a0000000300000070006b00670000006100700070000000650078006500", // alias, no end
                "1b0000800c0000000300000070006b0067000000", // alias, one string
                "0c0001a01000000002000200000002000100000078007800", // reserved bit
        };
        int accepted = 0;
        for (String hex : malformed) {
            byte[] data = HexFormat.of().parseHex(hex);
            if (isAccepted(data)) {
                accepted++;
                assertThat(links.show(path("odd"))).as(hex).isInstanceOf(ReparsePoint.class);
                refused(() -> links.read(path("odd")), Reason.NOT_A_LINK);
                refused(() -> links.retarget(path("odd"), LinkTarget.of("x"), RetargetOptions.defaults()),
                        Reason.NOT_A_LINK);
                refused(() -> links.remove(path("odd")), Reason.PROTECTED_REPARSE_POINT);
                assertThat(Ntfs.rawData(at("odd"))).isEqualTo(data);
                Files.delete(at("odd"));
            }
        }
        assertThat(accepted).as("what the driver lets through").isGreaterThanOrEqualTo(5);
    }

    /// Whether the driver takes the data, which it looks at only in part.
    private boolean isAccepted(byte[] data) throws IOException {
        try {
            Ntfs.makeFile(at("odd"), data);
            return true;
        } catch (AssertionError refused) {
            Files.delete(at("odd"));
            return false;
        }
    }

    @Test
    void readableDataThatWindowsWouldNotWriteAreReadAndSaidToBeSo() throws IOException {
        Ntfs.makeFile(at("nul"), HexFormat.of().parseHex(
                "0c0000a018000000060006000000060001000000610000006200610000006200"));
        SymbolicLink nul = (SymbolicLink) links.show(path("nul"));
        assertThat(nul.target().units()).isEqualTo("a\0b");
        assertThat(nul.windowsWarnings()).containsExactly(PathWarning.NUL_CHARACTER);
        assertThat(links.state(path("nul"))).isIn(LinkState.MISSING, LinkState.UNREACHABLE);

        Ntfs.makeFile(at("lying"), ReparseBuffer.encode(symbolic("\\??\\C:\\evil", "C:\\harmless", false)));
        assertThat(((SymbolicLink) links.show(path("lying"))).isDeceptive()).isTrue();
        assertThat(links.read(path("lying"))).isEqualTo(LinkTarget.of("C:\\evil"));

        Ntfs.makeDirectory(at("mounted"), ReparseBuffer.encode(new ReparseData.MountPoint(
                "\\??\\Volume{" + GUID + "}\\", "\\??\\Volume{" + GUID + "}\\")));
        assertThat(links.show(path("mounted"))).isInstanceOf(VolumeMountPoint.class);
        refused(() -> links.remove(path("mounted")), Reason.PROTECTED_REPARSE_POINT);
        refused(() -> links.retarget(path("mounted"), LinkTarget.of("C:\\x"), RetargetOptions.defaults()),
                Reason.PROTECTED_REPARSE_POINT);
        assertThat(data("mounted")).isInstanceOf(ReparseData.MountPoint.class);
    }

    @Test
    void linksOfWslAreLinksOfThisSystemToo() throws IOException {
        Ntfs.makeFile(at("wsl"), ReparseBuffer.encode(ReparseData.WslLink.of("dir/file")));
        assertThat(links.show(path("wsl"))).isInstanceOf(WslLink.class);
        assertThat(links.read(path("wsl"))).isEqualTo(LinkTarget.of("dir/file"));
        assertThat(links.retarget(path("wsl"), LinkTarget.of("dir/sub"), RetargetOptions.defaults()).guarantee())
                .isEqualTo(Guarantee.IN_PLACE);
        assertThat(data("wsl")).isEqualTo(ReparseData.WslLink.of("dir/sub"));
        links.remove(path("wsl"));
        assertThat(names()).containsExactly("dir");
    }

    @Test
    void otherReparsePointsAreDescribedAndStay() throws IOException {
        String hex = "34120080" + "0400" + "0000" + "61626364";
        Ntfs.makeFile(at("file"), HexFormat.of().parseHex(hex));
        Ntfs.makeDirectory(at("cloud"), HexFormat.of().parseHex("1a000090" + "0400" + "0000" + "61626364"));

        ReparsePoint file = (ReparsePoint) links.show(path("file"));
        assertThat(file.status().reparseTag()).isEqualTo(0x80001234);
        assertThat(file.status().type()).isEqualTo(FileType.FILE);
        assertThat(file.defect()).isEmpty();
        assertThat(links.show(path("cloud")).status().type()).isEqualTo(FileType.DIRECTORY);
        refused(() -> links.remove(path("file")), Reason.PROTECTED_REPARSE_POINT);
        refused(() -> links.remove(path("cloud")), Reason.PROTECTED_REPARSE_POINT);
        assertThat(Ntfs.rawData(at("file"))).isEqualTo(HexFormat.of().parseHex(hex));
    }

    @Test
    void onAReadOnlyMountNothingIsMadeAndEverythingRead() throws IOException {
        make("link", "dir/file", AUTO);
        unmount();
        volume = Mount.ntfs3g(root, "loop,ro");
        assertThat(links.read(path("link"))).isEqualTo(LinkTarget.of("dir\\file"));
        assertThat(links.capabilities(path("dir")).mountOptions()).contains("ro");
        for (Kind kind : Kind.values()) {
            refused(() -> make("other", "x", ON_C.withKind(kind)), Reason.READ_ONLY_FILE_SYSTEM);
        }
        refused(() -> links.retarget(path("link"), LinkTarget.of("x"), RetargetOptions.defaults()),
                Reason.READ_ONLY_FILE_SYSTEM);
        refused(() -> links.remove(path("link")), Reason.READ_ONLY_FILE_SYSTEM);
    }

    @Test
    void whatTheVolumeCanDoIsFoundByAskingIt(@TempDir Path elsewhere) throws IOException {
        assertThat(links.capabilities(LinkPath.of(root)).has(Capability.REPARSE_POINTS)).isTrue();
        assertThat(links.capabilities(LinkPath.of(root)).has(Capability.JUNCTIONS)).isTrue();
        assertThat(links.capabilities(LinkPath.of(root)).fileSystem()).isEqualTo("ntfs-3g");
        LinkPath link = LinkPath.of(elsewhere.resolve("link"));
        FailureDetails refused = refused(() -> links.createReparsePoint(link, LinkTarget.of("x"), AUTO),
                Reason.CAPABILITY_MISSING);
        assertThat(refused.remark()).contains("ntfs-3g");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
