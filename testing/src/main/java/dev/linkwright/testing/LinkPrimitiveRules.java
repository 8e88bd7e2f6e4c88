package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Making and reading symbolic links.
abstract class LinkPrimitiveRules extends ContractRules {
    private static final Reason[] EXISTS = {Reason.EXISTS};
    private static final Reason[] NO_LINKS_HERE = {Reason.EXISTS, Reason.CAPABILITY_MISSING,
            Reason.UNSUPPORTED_BY_FILE_SYSTEM, Reason.PRIVILEGE_NOT_HELD};

    LinkPrimitiveRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    @Test
    void aLinkIsMadeWithItsTextAndNothingElseIs() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        here.makeLink(name("link"), LinkTarget.of("target"), TargetKind.UNSPECIFIED);
        assertThat(here.readLink(name("link"))).isEqualTo(LinkTarget.of("target"));
        assertThat(here.stat(name("link")).type()).isEqualTo(FileType.SYMBOLIC_LINK);
        assertThat(names(here)).containsExactly(name("link"));
    }

    @Test
    void withoutSymbolicLinksMakingOneIsRefused() throws IOException {
        requireAbsence(Capability.SYMBOLIC_LINKS);
        refused(() -> here.makeLink(name("link"), LinkTarget.of("target"), TargetKind.UNSPECIFIED),
                NO_LINKS_HERE);
    }

    @TestFactory
    Stream<DynamicTest> aLinkIsNeverMadeWhereTheNameIsTaken() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest("by a " + occupant, () -> {
            Directory there = takenBy(occupant);
            refused(() -> there.makeLink(name(Occupant.NAME), LinkTarget.of("new"), TargetKind.UNSPECIFIED),
                    has(Capability.SYMBOLIC_LINKS) ? EXISTS : NO_LINKS_HERE);
        }));
    }

    @TestFactory
    Stream<DynamicTest> aTextIsStoredExactlyOrRefused() {
        Name link = name("link");
        return awkwardTexts().map(text -> DynamicTest.dynamicTest(shown(text), () -> {
            require(Capability.SYMBOLIC_LINKS);
            if (has(Capability.VERBATIM_TEXT) || accepts(link, text)) {
                here.makeLink(link, text, TargetKind.UNSPECIFIED);
                assertThat(here.readLink(link)).isEqualTo(stored(text));
                here.unlink(link);
            }
        }));
    }

    @Test
    void withoutVerbatimTextSomeTextIsRefused() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        requireAbsence(Capability.VERBATIM_TEXT);
        List<LinkTarget> texts = awkwardTexts().toList();
        int accepted = 0;
        for (LinkTarget text : texts) {
            accepted += accepts(name("link"), text) ? 1 : 0;
        }
        assertThat(accepted).as("texts that are stored although VERBATIM_TEXT is absent").isLessThan(texts.size());
    }

    /// Whether the text is possible; if not, that nothing was touched. Nothing is left of the trial.
    private boolean accepts(Name link, LinkTarget text) throws IOException {
        String before = picture();
        Throwable thrown = catchThrowable(() -> here.makeLink(link, text, TargetKind.UNSPECIFIED));
        if (thrown != null) {
            assertThat(picture()).isEqualTo(before);
            failure(thrown, Reason.CAPABILITY_MISSING, Reason.INVALID_TARGET);
            return false;
        }
        here.unlink(link);
        return true;
    }

    private Stream<LinkTarget> awkwardTexts() {
        Stream<String> everywhere = Stream.of("a//b/./c/../d/", "dir/", "dir//", "./", ".", "..", "../", "../../x",
                "/abs", "/abs//x/", " lead", "in side", "-n", "a => b", "%41", "~", "$HOME", "\u00E9", "e\u0301",
                "\u65E5\u672C", "\uD83D\uDE00", "a".repeat(255));
        if (isWindows()) {
            Stream<String> windows = Stream.of("C:\\x", "C:\\x\\", "\\x", "a\\\\b", "\uD800", "a\uDC00b", "CON", "x.");
            return Stream.concat(everywhere, windows).map(LinkTarget::of);
        }
        Stream<String> posix = Stream.of("/", "//", "///abs", "dir///", " ", "trail ", "a\nb", "\t", "\u0001", "\u007F",
                "a\\b", "C:\\x", "*", "?", "\"", "'", "a\n", "\uFFFD");
        Stream<String> bytes = Stream.of("FF", "61FF2F62", "2FFE", "FF2F", "2FFF2F2F61", "C3", "EDA080", "C0AF",
                "F5808080",
                "2E2E2FFF2F2E");
        return Stream.concat(Stream.concat(everywhere, posix).map(LinkTarget::of),
                bytes.map(hex -> LinkTarget.ofBytes(java.util.HexFormat.of().parseHex(hex))));
    }

    private String shown(LinkTarget text) {
        StringBuilder shown = new StringBuilder();
        text.toString().chars().limit(20).forEach(c -> {
            if (c < ' ' || c > '~') {
                shown.append("\\u").append(java.util.HexFormat.of().toHexDigits((char) c));
            } else {
                shown.append((char) c);
            }
        });
        return "'" + shown + "' (" + text.length() + " bytes)";
    }

    @Test
    void anEmptyTextIsRefused() throws IOException {
        refused(() -> here.makeLink(name("link"), LinkTarget.of(""), TargetKind.UNSPECIFIED));
    }

    @Test
    void aTextThatIsFarTooLongIsStoredExactlyOrRefused() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        LinkTarget text = LinkTarget.of("t".repeat(70_000));
        Throwable thrown = catchThrowable(() -> here.makeLink(name("link"), text, TargetKind.UNSPECIFIED));
        if (thrown == null) {
            assertThat(here.readLink(name("link"))).isEqualTo(text);
        } else {
            failure(thrown, Reason.TARGET_TOO_LONG, Reason.CAPABILITY_MISSING, Reason.INVALID_TARGET);
            assertThat(names(here)).isEmpty();
        }
    }

    @Test
    void aTextOf4095BytesIsReadWhole() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        LinkTarget text = LinkTarget.of("t/".repeat(2_047) + "t");
        Throwable thrown = catchThrowable(() -> here.makeLink(name("link"), text, TargetKind.UNSPECIFIED));
        if (thrown == null) {
            assertThat(here.readLink(name("link"))).isEqualTo(stored(text));
        } else {
            failure(thrown, Reason.TARGET_TOO_LONG, Reason.NAME_TOO_LONG);
            assertThat(names(here)).isEmpty();
        }
    }

    @Test
    void aNameThatIsFarTooLongIsRefusedOrListed() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        Name link = name("n".repeat(300));
        Throwable thrown = catchThrowable(() -> here.makeLink(link, LinkTarget.of("t"), TargetKind.UNSPECIFIED));
        if (thrown == null) {
            assertThat(names(here)).containsExactly(link);
        } else {
            failure(thrown, Reason.NAME_TOO_LONG, Reason.INVALID_NAME);
            assertThat(names(here)).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> aNameIsUsedExactlyOrRefused() {
        return awkwardNames().map(link -> DynamicTest.dynamicTest("'" + link.hex(system.rules()) + "'", () -> {
            require(Capability.SYMBOLIC_LINKS);
            String before = picture();
            Throwable thrown = catchThrowable(
                    () -> here.makeLink(link, LinkTarget.of("t"), TargetKind.UNSPECIFIED));
            if (thrown == null) {
                assertThat(names(here)).contains(link);
                assertThat(here.readLink(link)).isEqualTo(LinkTarget.of("t"));
                here.unlink(link);
            } else {
                failure(thrown, Reason.INVALID_NAME, Reason.CAPABILITY_MISSING);
                assertThat(has(Capability.VERBATIM_NAMES) && !isWindows()).as("refused although names are verbatim")
                        .isFalse();
            }
            assertThat(picture()).isEqualTo(before);
        }));
    }

    private Stream<Name> awkwardNames() {
        Stream<Name> unicode = Stream.of(" ", "trail ", "x.", "...", "a\nb", "\u0001", "*", "a:b", "NUL", "nul.txt",
                "a\\b", "-rf", "\u00E9", "e\u0301", "\uD83D\uDE00", "\uD800").map(Name::of);
        Stream<Name> bytes = Stream
                .of(new byte[]{(byte) 0xFF}, new byte[]{'a', (byte) 0xC3}, new byte[]{(byte) 0xFE, 'b'})
                .map(Name::ofBytes);
        return isWindows() ? unicode : Stream.concat(unicode, bytes);
    }

    @Test
    void aNameThatIsSeveralComponentsHereIsRefused() throws IOException {
        plant("dir/");
        if (isWindows()) {
            refused(() -> here.makeLink(name("dir\\link"), LinkTarget.of("t"), TargetKind.UNSPECIFIED),
                    Reason.INVALID_NAME);
            refused(() -> here.stat(name("..\\dir")), Reason.INVALID_NAME);
        } else {
            assertThat(refused(() -> here.stat(name("..\\dir"))).reason()).isIn(Reason.NOT_FOUND, Reason.INVALID_NAME);
        }
    }

    @Test
    void namesThatDifferOnlyInUnicodeNormalisationOrCaseAreNeverMixedUpSilently() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        for (String pair : List.of("\u00E9|e\u0301", "name|NAME")) {
            Name first = name(pair.substring(0, pair.indexOf('|')));
            Name second = name(pair.substring(pair.indexOf('|') + 1));
            here.makeLink(first, LinkTarget.of("first"), TargetKind.UNSPECIFIED);
            Throwable thrown = catchThrowable(
                    () -> here.makeLink(second, LinkTarget.of("second"), TargetKind.UNSPECIFIED));
            if (thrown == null) {
                assertThat(here.readLink(second)).isEqualTo(LinkTarget.of("second"));
            } else {
                failure(thrown, Reason.EXISTS);
            }
            assertThat(here.readLink(first)).isEqualTo(LinkTarget.of("first"));
        }
    }

    @Test
    void makingALinkNeitherMakesNorTouchesItsTarget() throws IOException {
        plant("file", "dir/inside");
        require(Capability.SYMBOLIC_LINKS);
        String before = picture();
        here.makeLink(name("to-file"), LinkTarget.of("file"), TargetKind.UNSPECIFIED);
        here.makeLink(name("to-dir"), LinkTarget.of("dir"), TargetKind.DIRECTORY);
        here.unlink(name("to-file"));
        links().remove(at("to-dir"));
        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void aLinkMayBeMadeForADirectoryThatIsMissing() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        if (has(Capability.TARGET_KIND)) {
            here.makeLink(name("link"), LinkTarget.of("later"), TargetKind.DIRECTORY);
            assertThat(here.stat(name("link")).targetKind()).isEqualTo(TargetKind.DIRECTORY);
            here.makeLink(name("other"), LinkTarget.of("later"), TargetKind.UNSPECIFIED);
            assertThat(here.stat(name("other")).targetKind()).isEqualTo(TargetKind.FILE);
        } else {
            here.makeLink(name("other"), LinkTarget.of("later"), TargetKind.UNSPECIFIED);
            assertThat(here.readLink(name("other"))).isEqualTo(LinkTarget.of("later"));
        }
    }

    @Test
    void readingWhatIsNoLinkIsRefused() throws IOException {
        plant("file", "dir/inside");
        refused(() -> here.readLink(name("file")), Reason.NOT_A_LINK);
        refused(() -> here.readLink(name("dir")), Reason.NOT_A_LINK);
        refused(() -> here.readLink(name("missing")), Reason.NOT_FOUND);
    }

    @Test
    void readingALinkNeverFollowsIt() throws IOException {
        plant("b => c", "a => b", "loop => loop");
        assertThat(here.readLink(name("a"))).isEqualTo(LinkTarget.of("b"));
        assertThat(here.readLink(name("loop"))).isEqualTo(LinkTarget.of("loop"));
    }

    @Test
    void aFailureNamesTheObject() throws IOException {
        assertThat(refused(() -> here.readLink(name("missing"))).link()).isEqualTo(at("missing"));
        assertThat(refused(() -> here.readLink(name("missing"))).describe()).contains("missing");
    }

    @Test
    void theTextOfALinkIsItsOwnAndNotThatOfTheCaller() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        byte[] text = "target".getBytes(StandardCharsets.UTF_8);
        LinkTarget target = LinkTarget.ofBytes(text);
        text[0] = 'x';
        here.makeLink(name("link"), target, TargetKind.UNSPECIFIED);
        assertThat(here.readLink(name("link"))).isEqualTo(LinkTarget.of("target"));
    }
}
