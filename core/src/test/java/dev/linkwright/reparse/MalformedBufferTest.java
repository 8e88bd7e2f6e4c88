package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseData.MountPoint;
import dev.linkwright.reparse.ReparseData.Opaque;
import dev.linkwright.reparse.ReparseData.SymbolicLink;
import dev.linkwright.reparse.ReparseData.ThirdParty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class MalformedBufferTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "malformed-buffers.csv", delimiter = '|')
    void windowsAnswersForABufferThatIsSet(String number, String what, int error, String refusal, String codec,
            String hex) {
        byte[] buffer = Buffers.bytes(hex);

        Optional<WriteRefusal> answer = ReparseBuffer.refusal(buffer, 0, buffer.length);

        assertThat(answer.map(WriteRefusal::error).orElse(0)).as("%s %s", number, codec).isEqualTo(error);
        assertThat(answer.map(WriteRefusal::name).orElse("")).as("%s", what).isEqualTo(refusal);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "malformed-buffers.csv", delimiter = '|')
    void aMalformedBufferIsAnErrorThatSaysWhere(String number, String what, int error, String refusal, String codec,
            String hex) throws Exception {
        byte[] buffer = Buffers.bytes(hex);
        switch (codec) {
            case "readable" -> assertThat(ReparseBuffer.decode(buffer)).as("%s, Windows %d %s", number, error, refusal)
                    .isNotInstanceOf(Opaque.class);
            case "opaque" -> assertThat(ReparseBuffer.decode(buffer)).as(what).isInstanceOf(Opaque.class);
            default -> assertThatExceptionOfType(MalformedReparseBufferException.class)
                    .isThrownBy(() -> ReparseBuffer.decode(buffer))
                    .satisfies(e -> assertThat(e.offset()).isEqualTo(Integer.parseInt(codec)))
                    .satisfies(e -> assertThat(e).hasMessageContaining("byte " + codec)
                            .hasMessageContaining(e.expected()).hasMessageContaining(e.found()));
        }
    }

    /// The rows of the conformance table that set a buffer on a suitable object.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"F14,M12,4392", "F20,M01,4392", "F21,M03,4392", "F22,M04,4392", "F24,M17,4392", "F25,M10,4392",
            "F26,M11,4392", "F27,M07,4392", "F28,M13,4392", "F29,M24,4393", "F30,M15,4393"})
    void settingAMalformedBufferFails(String row, String number, int error) {
        byte[] buffer = malformed(number);

        assertThat(ReparseBuffer.refusal(buffer, 0, buffer.length)).as(row)
                .hasValueSatisfying(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"F01,V04", "F02,V05", "F13,V23", "F31,V07", "F34,V14"})
    void settingABufferInAnyAllowedLayoutSucceeds(String row, String number) {
        byte[] buffer = Buffers.valid(number);

        assertThat(ReparseBuffer.refusal(buffer, 0, buffer.length)).as(row).isEmpty();
    }

    /// M16, and F23.
    @Test
    void moreThanSixteenKilobytesAreNoBufferM16F23() {
        byte[] buffer = Buffers.of(0x8000DEAD, new byte[16_377]);

        assertThat(buffer).hasSize(16_385);
        assertThat(ReparseBuffer.refusal(buffer, 0, buffer.length)).contains(WriteRefusal.SIZE);
        assertThatExceptionOfType(MalformedReparseBufferException.class)
                .isThrownBy(() -> ReparseBuffer.decode(buffer))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(4))
                .satisfies(e -> assertThat(e.expected()).isEqualTo("at most 16,384 bytes in all"))
                .satisfies(e -> assertThat(e.found()).isEqualTo("16385 bytes"));
    }

    @Test
    void namesAreFoundByTheirOffsetsWhateverTheLayoutM10M11() throws Exception {
        MountPoint expected = new MountPoint("\\??\\C:\\d", "C:\\d");

        assertThat(ReparseBuffer.decode(malformed("M10"))).isEqualTo(expected);
        assertThat(ReparseBuffer.decode(malformed("M11"))).isEqualTo(expected);
    }

    @Test
    void whatWindowsRefusesIsReadAndNotWrittenM14M17M24() throws Exception {
        assertThat(ReparseBuffer.decode(malformed("M14"))).isInstanceOf(ThirdParty.class);
        assertThat(ReparseBuffer.decode(malformed("M17"))).isEqualTo(new SymbolicLink("", "bogus", true));
        refusesToWrite("M14", WriteRefusal.GUID_NULL);
        refusesToWrite("M17", WriteRefusal.SUBSTITUTE_NAME_EMPTY);
        refusesToWrite("M24", WriteRefusal.TAG_RESERVED);
    }

    private static void refusesToWrite(String number, WriteRefusal refusal) throws Exception {
        ReparseData data = ReparseBuffer.decode(malformed(number));

        assertThatExceptionOfType(UnwritableReparseDataException.class)
                .isThrownBy(() -> ReparseBuffer.encode(data))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal))
                .withMessageContaining(String.valueOf(refusal.error()));
    }

    @Test
    void aNulInANameDoesNotCutItM25() throws Exception {
        SymbolicLink link = (SymbolicLink) ReparseBuffer.decode(malformed("M25"));

        assertThat(link).isEqualTo(new SymbolicLink("a\0b", "a\0b", true));
        assertThat(PathRules.WINDOWS.warnings(link.stored())).containsExactly(PathWarning.NUL_CHARACTER);
    }

    @Test
    void unitsThatAreCutInTwoAreMalformed() {
        byte[] alias = Buffers.of(KnownTags.APPEXECLINK, new byte[]{3, 0, 0, 0, 'a', 0, 0, 0, 0});
        byte[] mountPoint = Buffers.bytes("030000a010000000 0000030005000100 6100620000000000");

        assertThatExceptionOfType(MalformedReparseBufferException.class).isThrownBy(() -> ReparseBuffer.decode(alias))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(17));
        assertThat(ReparseBuffer.refusal(mountPoint, 0, 24)).contains(WriteRefusal.MOUNT_POINT_LAYOUT);
    }

    @Test
    void bothNamesOfASymbolicLinkMustBeInsideTheData() {
        byte[] printNameOutside = Buffers.bytes("0c0000a010000000 0000020002000400 01000000 78007800");

        assertThat(ReparseBuffer.refusal(printNameOutside, 0, 24)).contains(WriteRefusal.SYMLINK_LAYOUT);
        assertThatExceptionOfType(MalformedReparseBufferException.class)
                .isThrownBy(() -> ReparseBuffer.decode(printNameOutside))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(12));
    }

    /// A header with a GUID is refused for links only: other tags of Microsoft may have one, even of zeros. How such a
    /// buffer would be returned is not known, so it is not read.
    @ParameterizedTest
    @CsvSource({"0xA0000003,GUID_UNEXPECTED", "0xA000000C,GUID_UNEXPECTED", "0x80000013,", "0x0000BEEF,GUID_NULL"})
    void aHeaderWithAGuidOfZerosFitsFewTags(String tag, @Nullable WriteRefusal refusal) {
        byte[] buffer = new byte[24];
        LittleEndian.putI32(buffer, 0, (int) (long) Long.decode(tag));

        assertThat(ReparseBuffer.refusal(buffer, 0, 24)).isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void aPartThatIsNotInTheArrayIsTheCallersMistake() {
        byte[] buffer = Buffers.valid("V01");

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ReparseBuffer.decode(buffer, 1, buffer.length));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ReparseBuffer.size(buffer, -1, 8));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ReparseBuffer.refusal(buffer, 0, buffer.length + 1));
    }

    @Test
    void anExceptionSaysWhatWasExpectedAndWhatWasFound() {
        assertThatExceptionOfType(MalformedReparseBufferException.class)
                .isThrownBy(() -> ReparseBuffer.decode(malformed("M06")))
                .withMessage("malformed reparse buffer at byte 8: expected a substitute name inside the 4 bytes of "
                        + "names, found offset 2 and length 4");
    }

    private static byte[] malformed(String number) {
        return Buffers.malformed(number);
    }
}
