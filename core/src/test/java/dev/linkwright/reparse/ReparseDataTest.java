package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathRules;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReparseDataTest {
    private static final UUID GUID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final String VOLUME = "\\??\\Volume{" + GUID + "}\\";

    @ParameterizedTest
    @CsvSource({"\\??\\C:\\x,false,C:\\x", "\\??\\UNC\\srv\\share\\x,false,\\\\srv\\share\\x", "..\\x,true,..\\x",
            "\\??\\C:\\x,true,\\??\\C:\\x", "\\Device\\X,false,\\Device\\X"})
    void theTextOfASymbolicLinkIsItsSubstituteNameNeverItsPrintName(String name, boolean relative, String text) {
        assertThat(new SymbolicLink(name, "C:\\harmless", relative).text()).isEqualTo(text);
    }

    @Test
    void theTextOfAJunctionIsItsSubstituteNameNeverItsPrintName() {
        assertThat(new MountPoint("\\??\\C:\\x", "C:\\harmless").text()).isEqualTo("C:\\x");
        assertThat(new MountPoint(VOLUME, "C:\\harmless").text()).isEqualTo(VOLUME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "C:\\w\\d | \\??\\C:\\w\\d | C:\\w\\d",
            "c:/w//d/ | \\??\\c:\\w\\d | c:\\w\\d",
            "C:\\w\\..\\d. | \\??\\C:\\d | C:\\d",
            "C:\\ | \\??\\C:\\ | C:\\",
            "\\\\?\\C:\\w\\d\\\\ | \\??\\C:\\w\\d | C:\\w\\d",
            "\\\\srv\\share\\d\\ | \\??\\UNC\\srv\\share\\d | \\\\srv\\share\\d",
            "\\\\?\\Volume{00112233-4455-6677-8899-aabbccddeeff}\\ | \\??\\Volume{00112233-4455-6677-8899-aabbccddeeff}\\"
                    + " | \\??\\Volume{00112233-4455-6677-8899-aabbccddeeff}\\"})
    void aMountPointIsMadeAsWindowsMakesIt(String directory, String substituteName, String printName) {
        MountPoint mountPoint = MountPoint.to(directory);

        assertThat(mountPoint).isEqualTo(new MountPoint(substituteName, printName));
        assertThat(ReparseBuffer.encode(mountPoint)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "\\d", "C:d", "\\??\\C:\\d", "\\\\?\\C:\\a\\..\\d", "\\\\?\\C:\\.\\d", "C:\\a\0b"})
    void aMountPointNeedsAnAbsolutePathWithoutDots(String directory) {
        assertThatIllegalArgumentException().isThrownBy(() -> MountPoint.to(directory));
    }

    @Test
    void theJunctionOfMklinkIsByteForByteV11() {
        assertThat(ReparseBuffer.encode(MountPoint.to("C:\\w\\d"))).isEqualTo(Buffers.valid("V11"));
    }

    @Test
    void aVolumeMountPointIsNoJunction() {
        assertThat(new MountPoint(VOLUME, VOLUME).isVolume()).isTrue();
        assertThat(new MountPoint(VOLUME.substring(0, VOLUME.length() - 1), "").isVolume()).isTrue();
        assertThat(new MountPoint(VOLUME + "d", "").isVolume()).isFalse();
        assertThat(new MountPoint("\\??\\C:\\d", "").isVolume()).isFalse();
        assertThat(new MountPoint("foobar", "").isVolume()).isFalse();
    }

    @Test
    void whatCreateSymbolicLinkStoresIsWrittenAsItWritesItV08V09V10() {
        assertThat(stored("target")).isEqualTo(Buffers.valid("V08"));
        assertThat(stored("C:\\w\\/target\\")).isEqualTo(Buffers.valid("V09"));
        assertThat(stored("\\\\srv\\share\\x")).isEqualTo(Buffers.valid("V10"));
    }

    private static byte[] stored(String target) {
        return ReparseBuffer.encode(SymbolicLink.of(PathRules.WINDOWS.stored(target, DriveDirectories.roots())));
    }

    @Test
    void aWslLinkHoldsAnyBytes() throws Exception {
        byte[] text = {'a', (byte) 0xFF, (byte) 0xC3, 'b'};
        byte[] buffer = ReparseBuffer.encode(new WslLink(ByteString.of(text)));

        WslLink link = (WslLink) ReparseBuffer.decode(buffer);

        assertThat(link.target().toArray()).isEqualTo(text);
        assertThat(link.text()).isEqualTo("a\ufffd\ufffdb");
    }

    @Test
    void anAliasHasThreeStringsAndPerhapsAType() {
        AppExecutionAlias alias = new AppExecutionAlias(List.of("family", "id", "C:\\x.exe"));

        assertThat(alias.packageFamilyName()).isEqualTo("family");
        assertThat(alias.applicationUserModelId()).isEqualTo("id");
        assertThat(alias.executable()).isEqualTo("C:\\x.exe");
        assertThat(alias.applicationType()).isEmpty();
        assertThat(new AppExecutionAlias(List.of("", "", "", "1")).applicationType()).contains("1");
        assertThatIllegalArgumentException().isThrownBy(() -> new AppExecutionAlias(List.of("a", "b")));
        assertThatIllegalArgumentException().isThrownBy(() -> new AppExecutionAlias(List.of("a", "b", "c\0d")));
    }

    @Test
    void aWofFileSaysHowItIsCompressed() {
        assertThat(new Wof(Wof.FILE, 1, bytes("03000000")).algorithm()).hasValue(3);
        assertThat(new Wof(Wof.IMAGE, 1, ByteString.of(new byte[32])).algorithm()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Wof(Wof.FILE, 1, bytes("030000")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wof(Wof.IMAGE, 1, ByteString.of(new byte[31])));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wof(3, 1, ByteString.of(new byte[32])));
    }

    @ParameterizedTest
    @CsvSource({"0xA000000C,''", "0xA0000003,00", "0xA000001D,0200000061", "0xA000001D,02", "0x8000001B,03000000",
            "0x80000014,4c4e4b0100000000", "0x80000014,00", "0x80000017,01000000", "0x80000017,0100000002000000",
            "0xBEEF,00"})
    void dataThatHaveARecordOfTheirOwnAreNotOpaque(String tag, String data) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opaque(tag(tag), bytes(data)));
    }

    @ParameterizedTest
    @CsvSource({"0xA000001D,0100000061", "0x8000001B,04000000", "0x80000014,8877665544332211", "0x80000017,02000000",
            "0x80000017,0100000003000000", "0x80000013,''", "0xA001000C,00"})
    void unknownVersionsAndTypesAreOpaque(String tag, String data) throws Exception {
        Opaque opaque = new Opaque(tag(tag), bytes(data));

        assertThat(ReparseBuffer.decode(Buffers.of(tag(tag).value(), opaque.data().toArray()))).isEqualTo(opaque);
    }

    @Test
    void aThirdPartyHasATagOfItsOwn() {
        ByteString none = ByteString.empty();

        assertThatIllegalArgumentException().isThrownBy(() -> new ThirdParty(ReparseTag.SYMLINK, GUID, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new ThirdParty(new ReparseTag(0), GUID, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new ThirdParty(new ReparseTag(1), GUID, none));
    }

    @ParameterizedTest
    @CsvSource({"4348520000000000,16", "434852000000000001000000030000,23", "43485200000000000100000003000000ff,24",
            "4649464f0000000000,16", "534f434b0000000000,16", "4c4e4b01000000,15"})
    void theDataOfAnNfsObjectHaveTheSizeOfItsType(String data, int offset) {
        byte[] buffer = Buffers.of(0x80000014, HexFormat.of().parseHex(data));

        assertThatExceptionOfType(MalformedReparseBufferException.class)
                .isThrownBy(() -> ReparseBuffer.decode(buffer))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @Test
    void everyKindOfNfsObjectIsWrittenAndRead() throws Exception {
        for (Nfs nfs : List.of(new Nfs.Link("../é\ud800"), new Nfs.CharacterDevice(-1, 7), new Nfs.BlockDevice(8, -2),
                new Nfs.Fifo(), new Nfs.Socket())) {
            assertThat(ReparseBuffer.decode(ReparseBuffer.encode(nfs))).isEqualTo(nfs);
        }
    }

    /// C32 and C33, and the same for the names of an absolute link and of a junction.
    @Test
    void namesThatDoNotFitAreRefusedC32C33() {
        String longest = "\\??\\" + "x".repeat(4_089);

        assertThat(ReparseBuffer.encode(new SymbolicLink(longest, longest.substring(4), false))).hasSize(16_384);
        refused(WriteRefusal.SIZE, new SymbolicLink("x".repeat(4_092), "x".repeat(4_092), true));
        refused(WriteRefusal.SIZE, new SymbolicLink(longest + "x", longest.substring(4), false));
        assertThat(ReparseBuffer.encode(new MountPoint("x".repeat(8_181), ""))).hasSize(16_382);
        assertThat(ReparseBuffer.encode(new MountPoint("x".repeat(8_182), ""))).hasSize(16_384);
        refused(WriteRefusal.SIZE, new MountPoint("x".repeat(8_183), ""));
        refused(WriteRefusal.SIZE, new SymbolicLink("x".repeat(70_000), "x", true));
    }

    @Test
    void namesThatAreMissingAreRefused() {
        refused(WriteRefusal.SUBSTITUTE_NAME_EMPTY, new SymbolicLink("", "x", true));
        refused(WriteRefusal.PRINT_NAME_EMPTY, new SymbolicLink("x", "", true));
    }

    private static void refused(WriteRefusal refusal, ReparseData data) {
        assertThatExceptionOfType(UnwritableReparseDataException.class)
                .isThrownBy(() -> ReparseBuffer.encode(data))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static ReparseTag tag(String value) {
        return new ReparseTag((int) (long) Long.decode(value));
    }

    private static ByteString bytes(String hex) {
        return ByteString.of(HexFormat.of().parseHex(hex));
    }
}
