package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import dev.linkwright.CreateOptions;
import dev.linkwright.FailureDetails;
import dev.linkwright.Guarantee;
import dev.linkwright.Junction;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.ReparseCreation;
import dev.linkwright.ReparseOptions;
import dev.linkwright.ReparseOptions.Kind;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.SymbolicLink;
import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Making links of Windows on a volume that ntfs-3g plays: judged by the raw bytes, by what the driver makes of them, and by the
/// index of the volume.
final class NtfsLinksTest extends NtfsScene {
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
}
