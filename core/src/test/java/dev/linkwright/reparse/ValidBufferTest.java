package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.linkwright.reparse.ReparseData.AppExecutionAlias;
import dev.linkwright.reparse.ReparseData.MountPoint;
import dev.linkwright.reparse.ReparseData.Nfs;
import dev.linkwright.reparse.ReparseData.Opaque;
import dev.linkwright.reparse.ReparseData.SymbolicLink;
import dev.linkwright.reparse.ReparseData.ThirdParty;
import dev.linkwright.reparse.ReparseData.Wof;
import dev.linkwright.reparse.ReparseData.WslLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ValidBufferTest {
    private static final String VOLUME = "\\??\\Volume{00112233-4455-6677-8899-aabbccddeeff}\\";
    private static final String INSTALLER = "Microsoft.DesktopAppInstaller_8wekyb3d8bbwe";
    private static final String XBOX = "Microsoft.GamingApp_8wekyb3d8bbwe";

    /// Buffers that others wrote in a layout of their own: they come back with the same meaning in other bytes.
    private static final Set<String> OTHER_LAYOUT = Set.of("V04", "V06", "V07", "V30", "V32");

    static Stream<Arguments> meanings() {
        return Stream.of(
                arguments("V01", relative(".")),
                arguments("V02", new SymbolicLink("\\??\\d:\\Test.txt", "d:\\Test.txt", false)),
                arguments("V04", new SymbolicLink("testreparse_dir", "bogus", true)),
                arguments("V05", new MountPoint("foobar", "bogus")),
                arguments("V06", relative("reparse1")),
                arguments("V07", relative("file")),
                arguments("V08", relative("target")),
                arguments("V09", new SymbolicLink("\\??\\C:\\w\\target\\", "C:\\w\\/target\\", false)),
                arguments("V10", new SymbolicLink("\\??\\UNC\\srv\\share\\x", "\\\\srv\\share\\x", false)),
                arguments("V11", new MountPoint("\\??\\C:\\w\\d", "C:\\w\\d")),
                arguments("V12", new MountPoint(
                        "\\??\\C:\\Users\\alice\\AppData\\Local\\Aside\\CLI\\versions\\1.26.906.1630", "")),
                arguments("V13", new MountPoint(VOLUME, VOLUME)),
                arguments("V14", WslLink.of("mksh")),
                arguments("V15", WslLink.of("/tmp/mysql.sock")),
                arguments("V16", new AppExecutionAlias(List.of(INSTALLER, INSTALLER + "!PythonRedirector",
                        "C:\\Program Files\\WindowsApps\\Microsoft.DesktopAppInstaller_1.0.40251.0_x64__8wekyb3d8bbwe"
                                + "\\AppInstallerPythonRedirector.exe",
                        "0"))),
                arguments("V17", new AppExecutionAlias(List.of(XBOX, XBOX + "!Microsoft.Xbox.App",
                        "C:\\WINDOWS\\system32\\SystemUWPLauncher.exe", "1"))),
                arguments("V18", new Wof(Wof.FILE, 1, ByteString.of(new byte[4]))),
                arguments("V19", new Nfs.Link("a/b")),
                arguments("V20", new Nfs.CharacterDevice(1, 3)),
                arguments("V21", new Nfs.Fifo()),
                arguments("V22", new Opaque(new ReparseTag(0x80000023), ByteString.empty())),
                arguments("V23", thirdParty(0xBEEF, "cccccccc-cccc-cccc-cccc-cccccccccccc", "bogus")),
                arguments("V24", thirdParty(0xBEEF, "f28bccc5-c3dc-4288-a1e2-504397eb26a6", "hello")),
                arguments("V25", new Opaque(new ReparseTag(0x8000DEAD), text("hello"))),
                arguments("V26", new Opaque(new ReparseTag(0x9000CAFE), text("hello"))),
                arguments("V27", thirdParty(0x9913, "1bf6205f-46ae-4527-b10c-c509b7552280", "")),
                arguments("V28", WslLink.of("ünï")),
                arguments("V29", relative("a\ud800b")),
                arguments("V32", new SymbolicLink("s", "p", true)),
                arguments("V30", relative("target.txt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanings")
    void aValidBufferIsReadForWhatItMeans(String number, ReparseData meaning) throws Exception {
        byte[] buffer = Buffers.valid(number);

        assertThat(ReparseBuffer.decode(buffer)).isEqualTo(meaning);
        assertThat(ReparseBuffer.decode(buffer).tag().value()).isEqualTo(LittleEndian.i32(buffer, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanings")
    void aBufferIsFoundInTheMiddleOfALargerArray(String number, ReparseData meaning) throws Exception {
        byte[] buffer = Buffers.valid(number);
        byte[] larger = new byte[buffer.length + 64];
        System.arraycopy(buffer, 0, larger, 7, buffer.length);

        assertThat(ReparseBuffer.size(larger, 7, larger.length - 7)).isEqualTo(buffer.length);
        assertThat(ReparseBuffer.decode(larger, 7, buffer.length)).isEqualTo(meaning);
        assertThat(ReparseBuffer.refusal(larger, 7, buffer.length)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanings")
    void theMeaningIsWrittenInTheLayoutOfWindows(String number, ReparseData meaning) throws Exception {
        byte[] buffer = Buffers.valid(number);
        byte[] written = ReparseBuffer.encode(meaning);

        assertThat(ReparseBuffer.decode(written)).isEqualTo(meaning);
        assertThat(ReparseBuffer.refusal(written, 0, written.length)).isEmpty();
        if (OTHER_LAYOUT.contains(number)) {
            assertThat(written).isNotEqualTo(buffer);
        } else {
            assertThat(written).isEqualTo(buffer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanings")
    void windowsWouldTakeEveryValidBuffer(String number, ReparseData meaning) {
        byte[] buffer = Buffers.valid(number);

        assertThat(ReparseBuffer.refusal(buffer, 0, buffer.length)).as("%s", meaning).isEmpty();
    }

    @Test
    void everyFixtureHasAMeaning() {
        Set<String> named = meanings().map(row -> (String) row.get()[0]).collect(Collectors.toSet());

        assertThat(Buffers.allValid()).hasSize(30).containsOnlyKeys(named);
    }

    /// V31, and C32: the largest relative link is as large as a buffer can be.
    @Test
    void theLargestRelativeLinkFillsTheBufferV31() throws Exception {
        SymbolicLink largest = relative("a".repeat(4_091));

        byte[] buffer = ReparseBuffer.encode(largest);

        assertThat(buffer).hasSize(16_384);
        assertThat(ReparseBuffer.decode(buffer)).isEqualTo(largest);
    }

    @Test
    void bothNamesOfARelativeLinkAreOneString() throws Exception {
        SymbolicLink link = (SymbolicLink) ReparseBuffer.decode(Buffers.valid("V08"));

        assertThat(link.printName()).isSameAs(link.substituteName());
    }

    @Test
    void flagsOtherThanTheFirstAreIgnored() throws Exception {
        byte[] buffer = Buffers.valid("V01");
        buffer[16] = (byte) 0xFE;
        buffer[19] = (byte) 0x80;

        assertThat(ReparseBuffer.decode(buffer)).isEqualTo(new SymbolicLink(".", ".", false));
    }

    private static SymbolicLink relative(String text) {
        return new SymbolicLink(text, text, true);
    }

    private static ThirdParty thirdParty(int tag, String guid, String data) {
        return new ThirdParty(new ReparseTag(tag), UUID.fromString(guid), text(data));
    }

    private static ByteString text(String text) {
        return ByteString.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
