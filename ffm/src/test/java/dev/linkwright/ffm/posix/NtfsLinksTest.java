package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Entry;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Guarantee;
import dev.linkwright.Junction;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.ReparseCreation;
import dev.linkwright.ReparseOptions;
import dev.linkwright.ReparseOptions.Kind;
import dev.linkwright.ReparsePoint;
import dev.linkwright.Resolution;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.WslLink;
import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links of Windows on a volume that ntfs-3g plays: judged by the raw bytes, by what the driver makes of them, and by the
/// index of the volume.
final class NtfsLinksTest {
    private static final ReparseOptions AUTO = ReparseOptions.defaults();
    private static final ReparseOptions ON_C = AUTO.withDrive('C');
    private static final UUID GUID = UUID.fromString("cf25dfb0-5f34-4b1a-9b3c-1e5b1a2b3c4d");

    private final Links links = Links.on(ThisHost.linkSystem());
    private @Nullable Mount volume;
    private Path root;

    @BeforeEach
    void mount(@TempDir Path directory) throws IOException {
        Ntfs.require();
        root = directory.toRealPath().resolve("volume");
        volume = Mount.ntfs3g(root);
        Files.createDirectories(root.resolve("dir/sub"));
        Files.writeString(root.resolve("dir/file"), "contents");
    }

    @AfterEach
    void unmount() throws IOException {
        Mount mounted = volume;
        if (mounted != null) {
            volume = null;
            mounted.close();
        }
    }

    @Test
    void eachKindOfLinkIsGenuineByEveryMeasure() throws IOException {
        make("to-file", "dir/file", AUTO);
        make("to-dir", "dir", AUTO);
        make("absolute", root + "/dir/sub", ON_C);
        make("junction", "dir/sub", ON_C.withKind(Kind.JUNCTION));
        make("dangling", "missing/x", AUTO);

        assertThat(data("to-file")).isEqualTo(symbolic("dir\\file", "dir\\file", true));
        assertThat(data("to-dir")).isEqualTo(symbolic("dir", "dir", true));
        assertThat(data("absolute")).isEqualTo(symbolic("\\??\\C:\\dir\\sub", "C:\\dir\\sub", false));
        assertThat(data("junction")).isEqualTo(new ReparseData.MountPoint("\\??\\C:\\dir\\sub", "C:\\dir\\sub"));
        assertThat(Ntfs.rawData(at("to-dir"))).isEqualTo(HexFormat.of().parseHex(
                "0c0000a0" + "1800" + "0000" + "0600" + "0600" + "0000" + "0600" + "01000000" + "640069007200"
                        + "640069007200"));

        assertThat(Ntfs.shownText(at("to-file"))).isEqualTo("dir/file");
        assertThat(Files.readString(at("to-file"))).isEqualTo("contents");
        assertThat(at("to-dir/sub")).isDirectory();
        assertThat(at("absolute").toRealPath()).isEqualTo(at("dir/sub"));
        assertThat(at("junction").toRealPath()).isEqualTo(at("dir/sub"));
        assertThat(Ntfs.shownText(at("dangling"))).startsWith("unsupported reparse tag");

        assertThat(shown("to-file")).isEqualTo("file-symlink dir\\file relative");
        assertThat(shown("to-dir")).isEqualTo("directory-symlink dir relative");
        assertThat(shown("absolute")).isEqualTo("directory-symlink C:\\dir\\sub absolute");
        assertThat(shown("junction")).isEqualTo("junction C:\\dir\\sub");
        assertThat(shown("dangling")).isEqualTo("file-symlink missing\\x relative");
    }

    @Test
    void theIndexOfTheVolumeHasEachReparsePointOnceAndADamagedOneIsSeen() throws IOException {
        make("to-file", "dir/file", AUTO);
        make("junction", "dir/sub", ON_C.withKind(Kind.JUNCTION));
        make("removed", "dir", AUTO);
        links.retarget(path("to-file"), LinkTarget.of("dir"), RetargetOptions.defaults());
        links.remove(path("removed"));
        links.create(path("plain"), LinkTarget.of("dir"), CreateOptions.defaults());
        List<Ntfs.Entry> expected = List.of(
                new Ntfs.Entry(ReparseTag.MOUNT_POINT.value(), fileNumber("junction")),
                new Ntfs.Entry(ReparseTag.SYMLINK.value(), fileNumber("to-file")));

        Path image = Mount.image(root);
        unmount();
        assertThat(Ntfs.index(image)).containsExactlyInAnyOrderElementsOf(expected);

        damage(image, expected.get(1));
        assertThat(Ntfs.index(image)).doesNotContain(expected.get(1)).contains(expected.get(0));
    }

    /// Gives the entry of the index another file.
    private static void damage(Path image, Ntfs.Entry entry) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        String key = hexOf(entry.tag()) + hexOf((int) entry.file()) + "0000";
        String all = HexFormat.of().formatHex(bytes);
        int at = all.indexOf(key);
        assertThat(at).as("the key of the entry").isPositive();
        bytes[at / 2 + Integer.BYTES] ^= 0x40;
        Files.write(image, bytes);
    }

    private static String hexOf(int littleEndian) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(littleEndian));
    }

    @Test
    void oneCommandAfterAnotherNeverMeetsTheFirstErrorOfTheDriver() throws IOException {
        for (int i = 0; i < 20; i++) {
            for (Kind kind : Kind.values()) {
                String name = kind.name() + i;
                make(name, "dir/sub", ON_C.withKind(kind));
                assertThat(Files.isSymbolicLink(at(name))).isTrue();
                assertThat(links.state(path(name)))
                        .isEqualTo(kind == Kind.FILE ? LinkState.WRONG_TYPE : LinkState.OK);
                links.remove(path(name));
                assertThat(at(name)).doesNotExist();
            }
        }
        assertThat(names()).containsExactly("dir");
    }

    @Test
    void theOtherProgramOfNtfs3gIsAsGood(@TempDir Path elsewhere) throws IOException {
        Path other = elsewhere.toRealPath().resolve("volume");
        Mount.ntfs3g(other).close();
        try (Mount low = Mount.ntfsImage(other, "lowntfs-3g")) {
            Files.createDirectories(low.place().resolve("dir"));
            LinkPath here = LinkPath.of(low.place());
            for (Kind kind : Kind.values()) {
                LinkPath link = here.resolve(dev.linkwright.Name.of(kind.name()));
                links.createReparsePoint(link, LinkTarget.of("dir"), ON_C.withKind(kind));
                assertThat(links.state(link)).isEqualTo(kind == Kind.FILE ? LinkState.WRONG_TYPE : LinkState.OK);
                Retargeting done = links.retarget(link, LinkTarget.of("C:\\other"), RetargetOptions.defaults());
                assertThat(done.guarantee()).isEqualTo(Guarantee.IN_PLACE);
                assertThat(links.read(link)).isEqualTo(LinkTarget.of("C:\\other"));
                links.remove(link);
            }
            assertThat(low.place().toFile().list()).containsExactly("dir");
        }
    }

    @Test
    void whatIsThereIsNeverTouched() throws IOException {
        for (String taken : List.of("dir", "dir/file")) {
            for (Kind kind : Kind.values()) {
                refused(() -> make(taken, "x", ON_C.withKind(kind)), Reason.EXISTS);
            }
        }
        make("link", "dir", AUTO);
        refused(() -> make("link", "x", AUTO), Reason.EXISTS);
        refused(() -> make("missing/link", "x", AUTO), Reason.PARENT_NOT_FOUND);
        refused(() -> make("dir/file/link", "x", AUTO), Reason.NOT_A_DIRECTORY);

        assertThat(Files.readString(at("dir/file"))).isEqualTo("contents");
        assertThat(Ntfs.rawData(at("dir"))).isEmpty();
        assertThat(names()).containsExactly("dir", "link");
    }

    @Test
    void absoluteTextsNeedANameForTheVolume() throws IOException {
        FailureDetails refused = refused(() -> make("link", root + "/dir", AUTO), Reason.VOLUME_NOT_NAMED);
        assertThat(refused.describe()).contains("which drive it is").contains("--drive");
        refused(() -> make("link", "dir", AUTO.withKind(Kind.JUNCTION)), Reason.VOLUME_NOT_NAMED);
        refused(() -> make("link", "\\dir", AUTO.withKind(Kind.JUNCTION)), Reason.VOLUME_NOT_NAMED);
        refused(() -> make("link", "/etc", ON_C), Reason.INVALID_TARGET);
        refused(() -> make("link", root + "/dir/../dir", ON_C), Reason.INVALID_TARGET);
        refused(() -> make("link", "\\\\srv\\share", ON_C.withKind(Kind.JUNCTION)), Reason.INVALID_TARGET);
        refused(() -> make("link", "\\\\?\\Volume{" + GUID + "}\\", AUTO.withKind(Kind.JUNCTION)),
                Reason.INVALID_TARGET);
        assertThat(names()).containsExactly("dir");

        make("guid", root + "/dir/", AUTO.withVolumeGuid(GUID));
        assertThat(data("guid")).isEqualTo(
                symbolic("\\??\\Volume{" + GUID + "}\\dir\\", "\\\\?\\Volume{" + GUID + "}\\dir\\", false));
        make("mounted", "dir", AUTO.withVolumeGuid(GUID).withKind(Kind.JUNCTION));
        assertThat(links.show(path("mounted"))).isInstanceOf(Junction.class);
        links.remove(path("mounted"));
        make("rooted", "\\dir", AUTO);
        assertThat(data("rooted")).isEqualTo(symbolic("\\dir", "\\dir", true));
        make("named", "D:\\x", AUTO.withKind(Kind.JUNCTION));
        assertThat(data("named")).isEqualTo(new ReparseData.MountPoint("\\??\\D:\\x", "D:\\x"));
        make("relative", root + "/dir/file", AUTO.withTextForm(CreateOptions.TextForm.RELATIVE));
        assertThat(data("relative")).isEqualTo(symbolic("dir\\file", "dir\\file", true));
        make("dir/up", "../dir/file", ON_C.withTextForm(CreateOptions.TextForm.ABSOLUTE));
        assertThat(data("dir/up")).isEqualTo(symbolic("\\??\\C:\\dir\\file", "C:\\dir\\file", false));
    }

    @Test
    void aPartOfAVolumeThatIsMountedElsewhereHasNoKnownRoot(@TempDir Path elsewhere) throws IOException {
        Path place = elsewhere.toRealPath().resolve("bound");
        Files.createDirectory(place);
        try (Mount bound = Mount.bind(at("dir"), place)) {
            LinkPath link = LinkPath.of(bound.place().resolve("link"));
            assertThatThrownBy(() -> links.createReparsePoint(link, LinkTarget.of("sub"), ON_C.withKind(Kind.JUNCTION)))
                    .hasMessageContaining("only a part of the volume is mounted here");
            links.createReparsePoint(link, LinkTarget.of("sub"), AUTO);
            assertThat(links.state(link)).isEqualTo(LinkState.OK);
        }
    }

    @Test
    void oddTextsAreStoredAsWindowsWouldAndWarnedOf() throws IOException {
        warned("NUL", PathWarning.DEVICE_NAME);
        warned("\\??\\C:\\x", PathWarning.FORM_CONTRADICTS_FLAG);
        warned("file:stream", PathWarning.STREAM);
        warned("dots.", PathWarning.TRAILING_DOT_OR_BLANK);
        warned("blank ", PathWarning.TRAILING_DOT_OR_BLANK);
        warned("file\\", AUTO.withKind(Kind.FILE), PathWarning.TRAILING_SEPARATOR);
        for (String character : List.of("<", ">", "\"", "|", "?", "*")) {
            warned("a" + character + "b", PathWarning.INVALID_CHARACTER);
        }
        warned("\uD800lone");
        warned(".\\a:b", PathWarning.STREAM);
        warned("directory\\");
        for (String text : List.of("C:foo", "C:", "a:b")) {
            FailureDetails refused = refused(() -> make("refused", text, ON_C), Reason.INVALID_TARGET);
            assertThat(refused.advice()).contains(".\\" + text);
        }
        refused(() -> make("refused", "", AUTO), Reason.INVALID_TARGET);
        refused(() -> links.createReparsePoint(path("refused"), LinkTarget.ofBytes(new byte[]{'a', (byte) 0xFF}), AUTO),
                Reason.INVALID_TARGET);
        refused(() -> make("refused", "x".repeat(4_092), AUTO), Reason.TARGET_TOO_LONG);
        make("longest", "x".repeat(4_091), AUTO);
        assertThat(links.read(path("longest"))).isEqualTo(LinkTarget.of("x".repeat(4_091)));
    }

    private void warned(String text, PathWarning... warnings) throws IOException {
        warned(text, AUTO, warnings);
    }

    private void warned(String text, ReparseOptions options, PathWarning... warnings) throws IOException {
        ReparseCreation made = make("odd", text, options);
        assertThat(made.warnings()).as(text).containsExactlyInAnyOrder(warnings);
        assertThat(links.read(path("odd"))).isEqualTo(LinkTarget.of(text));
        assertThat(((SymbolicLink) links.show(path("odd"))).windowsWarnings()).isEqualTo(made.warnings());
        links.remove(path("odd"));
    }

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
    void retargetingInPlaceKeepsTheKindAndIsNeverSeenThrough() throws Exception {
        make("link", "dir", AUTO);
        make("file-link", "dir/file", AUTO);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                while (!done.get()) {
                    assertThat(links.read(path("link")).toString()).isIn("dir", "dir\\sub");
                    Files.readAttributes(at("link"), "*", LinkOption.NOFOLLOW_LINKS);
                    assertThat(at("link")).isDirectory();
                    looks.incrementAndGet();
                }
            } catch (Throwable e) {
                trouble.set(e);
            }
        });
        reader.start();
        for (int i = 0; i < 500 || (looks.get() < 50 && trouble.get() == null); i++) {
            Retargeting change = links.retarget(path("link"), LinkTarget.of(i % 2 == 0 ? "dir/sub" : "dir"),
                    RetargetOptions.defaults());
            assertThat(change.guarantee()).isEqualTo(Guarantee.IN_PLACE);
            assertThat(change.changed()).isTrue();
        }
        done.set(true);
        reader.join();
        assertThat(trouble.get()).isNull();

        long before = fileNumber("file-link");
        Retargeting change = links.retarget(path("file-link"), LinkTarget.of("dir"), RetargetOptions.defaults());
        assertThat(change.previous()).isEqualTo(LinkTarget.of("dir\\file"));
        assertThat(fileNumber("file-link")).isEqualTo(before);
        assertThat(((SymbolicLink) links.show(path("file-link"))).targetKind()).isEqualTo(TargetKind.FILE);
        assertThat(links.retarget(path("file-link"), LinkTarget.of("dir"), RetargetOptions.defaults()).changed())
                .isFalse();
    }

    @Test
    void onlyTheExpectedLinkIsRetargeted() throws IOException {
        make("link", "dir/file", AUTO);
        make("junction", "dir", ON_C.withKind(Kind.JUNCTION));
        RetargetOptions expecting = RetargetOptions.defaults().withExpected(LinkTarget.of("dir/file"));
        refused(() -> links.retarget(path("link"), LinkTarget.of("x"), expecting), Reason.UNEXPECTED_TARGET);
        links.retarget(path("link"), LinkTarget.of("x/y"),
                RetargetOptions.defaults().withExpected(LinkTarget.of("dir\\file")));
        assertThat(data("link")).isEqualTo(symbolic("x\\y", "x\\y", true));

        links.retarget(path("junction"), LinkTarget.of("C:\\dir\\sub"), RetargetOptions.defaults());
        assertThat(data("junction")).isEqualTo(new ReparseData.MountPoint("\\??\\C:\\dir\\sub", "C:\\dir\\sub"));
        refused(() -> links.retarget(path("junction"), LinkTarget.of("dir"), RetargetOptions.defaults()),
                Reason.VOLUME_NOT_NAMED);
        refused(() -> links.retarget(path("link"), LinkTarget.of(root + "/dir"), RetargetOptions.defaults()),
                Reason.VOLUME_NOT_NAMED);
        refused(() -> links.retarget(path("dir"), LinkTarget.of("x"), RetargetOptions.defaults()), Reason.NOT_A_LINK);
    }

    @Test
    void aPlainLinkIsReplacedOnlyWithAGap() throws IOException {
        links.create(path("plain"), LinkTarget.of("dir"), CreateOptions.defaults());
        refused(() -> links.retarget(path("plain"), LinkTarget.of("x"), RetargetOptions.defaults()),
                Reason.CAPABILITY_MISSING);
        assertThat(links.read(path("plain"))).isEqualTo(LinkTarget.of("dir"));
        RetargetOptions gap = RetargetOptions.defaults().withGap(RetargetOptions.Gap.ALLOWED);
        assertThat(links.retarget(path("plain"), LinkTarget.of("x"), gap).guarantee()).isEqualTo(Guarantee.GAP);
        assertThat(links.read(path("plain"))).isEqualTo(LinkTarget.of("x"));
    }

    @Test
    void aLinkWithTwoNamesIsNotChangedUnderBoth() throws IOException {
        make("link", "dir/file", AUTO);
        links.createHardLink(path("second"), path("link"));
        refused(() -> links.retarget(path("link"), LinkTarget.of("x"), RetargetOptions.defaults()),
                Reason.CAPABILITY_MISSING);
        assertThat(links.read(path("second"))).isEqualTo(LinkTarget.of("dir\\file"));
        links.remove(path("second"));
        assertThat(links.read(path("link"))).isEqualTo(LinkTarget.of("dir\\file"));
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
    void aFullVolumeIsLeftAsItWas() throws IOException {
        List<String> before = names();
        fill();
        List<String> full = names();
        for (Kind kind : Kind.values()) {
            Reason reason = refused(() -> {
                for (int i = 0; i < 5_000; i++) {
                    make("link" + i, "x".repeat(3_000), ON_C.withKind(kind));
                }
            }).reason();
            assertThat(reason).as(kind.name()).isEqualTo(Reason.NO_SPACE);
            assertThat(names().stream().filter(name -> name.startsWith(".lw-"))).isEmpty();
            for (String name : names()) {
                if (name.startsWith("link")) {
                    assertThat(data(name)).isNotNull();
                    links.remove(path(name));
                }
            }
            assertThat(names()).isEqualTo(full);
        }
        assertThat(before).containsExactly("dir");
    }

    private void fill() throws IOException {
        byte[] block = new byte[64 << 10];
        try (var out = Files.newOutputStream(at("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full.getMessage()).contains("No space");
        }
        try (var out = Files.newOutputStream(at("filler2"))) {
            while (true) {
                out.write(new byte[512]);
            }
        } catch (IOException full) {
            assertThat(full.getMessage()).contains("No space");
        }
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

    private ReparseCreation make(String name, String text, ReparseOptions options) throws IOException {
        return links.createReparsePoint(path(name), LinkTarget.of(text), options);
    }

    private Path at(String name) {
        return root.resolve(name);
    }

    private LinkPath path(String name) {
        return LinkPath.of(root.resolve(name));
    }

    private ReparseData data(String name) throws IOException {
        try {
            return ReparseBuffer.decode(Ntfs.rawData(at(name)));
        } catch (dev.linkwright.reparse.MalformedReparseBufferException e) {
            throw new AssertionError(e);
        }
    }

    private long fileNumber(String name) throws IOException {
        return (Long) Files.getAttribute(at(name), "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (var stream = Files.newDirectoryStream(root)) {
            stream.forEach(each -> names.add(each.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    private String shown(String name) throws IOException {
        Entry entry = links.show(path(name));
        if (entry instanceof SymbolicLink link) {
            String kind = link.targetKind() == TargetKind.DIRECTORY ? "directory" : "file";
            return kind + "-symlink " + link.target() + (link.relative() ? " relative" : " absolute");
        }
        return entry instanceof Junction junction ? "junction " + junction.target() : entry.toString();
    }

    private static ReparseData.SymbolicLink symbolic(String substituteName, String printName, boolean relative) {
        return new ReparseData.SymbolicLink(substituteName, printName, relative);
    }

    private static FailureDetails refused(Action action, Reason... reasons) {
        try {
            action.run();
        } catch (FileSystemException e) {
            if (reasons.length > 0) {
                assertThat(reason(e)).as(e.getMessage()).isIn((Object[]) reasons);
            }
            return ((LinkFailure) e).details();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it was not refused");
    }

    private static Reason reason(FileSystemException e) {
        assertThat(e).isInstanceOf(LinkFailure.class);
        return ((LinkFailure) e).reason();
    }

    private interface Action {
        void run() throws IOException;
    }
}
