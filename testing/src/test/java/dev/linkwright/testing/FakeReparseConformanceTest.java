package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

import dev.linkwright.Name;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The certain rows F01 to F43 of the conformance table: setting and deleting reparse data, as far as a fake can show them.
/// The names of the buffers are those of the same table.
final class FakeReparseConformanceTest extends WindowsScene {
    /// A relative link to `testreparse_dir`, labelled `bogus`, in the layout of programs that write the substitute name first.
    private static final String V04 = "0c0000a038000000" + "00001e0020000a0001000000"
            + "74006500730074007200650070006100720073006500" + "5f006400690072000000" + "62006f006700750073000000";
    private static final String V07 = "0c0000a01400000000000800000008000100000066006900" + "6c006500";
    private static final String V23 = "efbe000005000000" + "cc".repeat(16) + "626f677573";
    private static final String V25 = "adde0080050000006865" + "6c6c6f";

    private static final String SYMLINK_HEADER = "0c0000a000000000";
    private static final String MOUNT_POINT_HEADER = "030000a000000000";

    @BeforeEach
    void makeEmptyFile() throws IOException {
        windows.writeFile(path("empty"), "");
        windows.at(path("")).makeDirectory(Name.of("e"));
    }

    private boolean set(String path, byte[] data, FakeHandle.Access... access) {
        try (FakeHandle handle = itself(path, access)) {
            return kernel32.setReparsePoint(handle, data);
        }
    }

    private boolean set(String path, byte[] data) {
        return set(path, data, FakeHandle.Access.WRITE);
    }

    private boolean set(String path, String hex) {
        return set(path, hex(hex));
    }

    private boolean delete(String path, String header) {
        try (FakeHandle handle = itself(path, FakeHandle.Access.WRITE)) {
            return kernel32.deleteReparsePoint(handle, hex(header));
        }
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] junctionTo(String directory) throws IOException {
        return ReparseBuffer.encode(ReparseData.MountPoint.to(directory));
    }

    private byte @Nullable [] data(String path) {
        try (FakeHandle handle = itself(path)) {
            return kernel32.getReparsePoint(handle);
        }
    }

    private void stays(String path, byte @Nullable [] before) {
        assertThat(data(path)).as("what '%s' holds", path).isEqualTo(before);
    }

    private void refuses(String path, byte[] data, Win32Error error) {
        byte @Nullable [] before = data(path);
        fails(set(path, data), error.code());
        stays(path, before);
    }

    private void refuses(String path, String hex, Win32Error error) {
        refuses(path, hex(hex), error);
    }

    private void refusesToDelete(String path, String header, Win32Error error) {
        byte @Nullable [] before = data(path);
        fails(delete(path, header), error.code());
        stays(path, before);
    }

    @Test
    void f01_aLinkIsReadAsItWasSet() {
        succeeds(set("empty", V04));
        assertThat(data("empty")).isEqualTo(hex(V04));
    }

    @Test
    void f02_aMountPointNeedsNoPrivilege() throws IOException {
        use(windows.with(FakeCondition.NO_PRIVILEGE));
        byte[] junction = junctionTo("C:\\w\\d");
        succeeds(set("e", junction));
        assertThat(data("e")).isEqualTo(junction);
        assertThat(kernel32.getFileAttributes("e")).isEqualTo(DIRECTORY_LINK);
    }

    @Test
    void f03_aLinkNeedsThePrivilegeWhenItsHandleIsOpened() {
        for (FakeCondition condition : new FakeCondition[]{FakeCondition.NO_PRIVILEGE,
                FakeCondition.PRIVILEGE_DISABLED}) {
            use(windows.with(condition));
            refuses("empty", V04, Win32Error.PRIVILEGE_NOT_HELD);
        }
    }

    @Test
    void f05_aFileIsNoMountPoint() throws IOException {
        refuses("empty", junctionTo("C:\\w\\d"), Win32Error.DIRECTORY);
    }

    @Test
    void f06_aFullDirectoryBecomesNoMountPoint() throws IOException {
        refuses("full", junctionTo("C:\\w\\d"), Win32Error.DIR_NOT_EMPTY);
    }

    @Test
    void f07_aFullDirectoryBecomesNoLink() {
        refuses("full", V04, Win32Error.DIR_NOT_EMPTY);
    }

    @Test
    void f08_aFileWithDataBecomesNoLinkUntilItIsEmpty() throws IOException {
        refuses("f.txt", V04, Win32Error.INVALID_REPARSE_DATA);
        windows.writeFile(path("f.txt"), "");
        succeeds(set("f.txt", V04));
    }

    @Test
    void f09_aMountPointIsSetAgainInPlace() throws IOException {
        succeeds(set("e", junctionTo("C:\\w\\full")));
        succeeds(set("e", junctionTo("C:\\w\\d")));
        assertThat(reached("e")).isEqualTo("\\\\?\\C:\\w\\d");
    }

    @Test
    void f10_aJunctionDoesNotBecomeALink() throws IOException {
        succeeds(set("e", junctionTo("C:\\w\\d")));
        refuses("e", V04, Win32Error.REPARSE_TAG_MISMATCH);
    }

    @Test
    void f11_noTagBecomesAnother() {
        succeeds(set("empty", V25));
        refuses("empty", "ae" + V25.substring(2), Win32Error.REPARSE_TAG_MISMATCH);
    }

    @Test
    void f12_theDataOfATagAreReplaced() {
        succeeds(set("empty", V25));
        String world = V25.substring(0, 16) + "776f726c64";
        succeeds(set("empty", world));
        assertThat(data("empty")).isEqualTo(hex(world));
    }

    @Test
    void f13_dataOfThirdPartiesLeaveTheFilesData() throws IOException {
        windows.writeFile(path("four"), "four");
        succeeds(set("four", V23));
        succeeds(delete("four", V23.substring(0, 8) + "00000000" + "cc".repeat(16)));
        assertThat(windows.readFile(path("four"))).isEqualTo("four");
    }

    @Test
    void f14_aTagOfAThirdPartyNeedsItsGuid() {
        refuses("empty", "efbe00000500000068656c6c6f", Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f15_theOwnerOfATagReplacesItsData() {
        succeeds(set("empty", V23));
        String other = V23.substring(0, 48) + "6f74686572";
        succeeds(set("empty", other));
        assertThat(data("empty")).isEqualTo(hex(other));
    }

    @Test
    void f16_noTagOfAThirdPartyBecomesAnother() {
        succeeds(set("empty", V23));
        refuses("empty", "ee" + V23.substring(2), Win32Error.REPARSE_TAG_MISMATCH);
    }

    @Test
    void theSameTagWithAnotherGuidIsSomebodyElses() {
        succeeds(set("empty", V23));
        String others = V23.substring(0, 16) + "dd".repeat(16) + V23.substring(48);
        refuses("empty", others, Win32Error.REPARSE_ATTRIBUTE_CONFLICT);
        assertThat(kernel32.getLastError()).isEqualTo(4391);
        refusesToDelete("empty", V23.substring(0, 8) + "00000000" + "dd".repeat(16),
                Win32Error.REPARSE_ATTRIBUTE_CONFLICT);
    }

    @Test
    void f17_onlySymbolicLinksNeedAPrivilege() {
        use(windows.with(FakeCondition.NO_PRIVILEGE));
        succeeds(set("empty", V23));
        succeeds(set("e", V25));
    }

    @Test
    void f18_aHandleThatReadsAttributesSetsNothing() {
        fails(set("empty", hex(V04), FakeHandle.Access.LOOK), Win32Error.ACCESS_DENIED.code());
        stays("empty", null);
    }

    @Test
    void f19_aHandleThatWritesAttributesSets() {
        succeeds(set("empty", hex(V04), FakeHandle.Access.WRITE));
        linkAt("empty");
    }

    @Test
    void f20_sevenBytesAreNoBuffer() {
        refuses("empty", "0c0000a0100000", Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f21_aLengthBeyondTheBufferIsRefused() {
        refuses("empty", "0c0000a01100000002000200000002000100000078007800", Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f22_bytesBehindTheDataAreRefused() {
        refuses("empty", "0c0000a010000000020002000000020001000000780078000000", Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f23_moreThanSixteenKilobytesAreRefused() {
        byte[] big = Arrays.copyOf(hex("adde0080"), 16_385);
        big[4] = (byte) 0xF9;
        big[5] = 0x3F;
        refuses("empty", big, Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f24_aLinkToNothingIsRefused() {
        refuses("empty", "0c0000a01a0000000000000002000a0001000000000062006f006700750073000000",
                Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f25_aMountPointHasItsLabelLast() {
        refuses("e", "030000a0240000000a0010000000080043003a005c00640000005c003f003f005c0043003a005c0064000000",
                Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f26_theNamesOfAMountPointEndInNul() {
        refuses("e", "030000a02000000000001000100008005c003f003f005c0043003a005c00640043003a005c006400",
                Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f31_bothNamesMayBeTheSameBytes() throws IOException {
        succeeds(set("empty", V07));
        assertThat(data("empty")).isEqualTo(hex(V07));
        windows.writeFile(path("file"), "target");
        assertThat(reached("empty")).isEqualTo("\\\\?\\C:\\w\\file");
    }

    @Test
    void f35_deletingTheDataLeavesAnOrdinaryFile() throws IOException {
        link("lnk", "f.txt", 0);
        succeeds(delete("lnk", SYMLINK_HEADER));
        assertThat(kernel32.getFileAttributes("lnk") & 0x400).isZero();
        assertThat(windows.readFile(path("lnk"))).isEmpty();
    }

    @Test
    void f36_whatIsDeletedIsNoReparsePointAnyMore() {
        link("lnk", "f.txt", 0);
        succeeds(delete("lnk", SYMLINK_HEADER));
        refusesToDelete("lnk", SYMLINK_HEADER, Win32Error.NOT_A_REPARSE_POINT);
    }

    @Test
    void f37_onlyTheTagThatIsThereIsDeleted() {
        link("lnkd", "d", 1);
        refusesToDelete("lnkd", MOUNT_POINT_HEADER, Win32Error.REPARSE_TAG_MISMATCH);
    }

    @Test
    void f38_deletingTakesNoData() throws IOException {
        junction("j", "C:\\w\\d");
        refusesToDelete("j", "030000a004000000", Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f39_deletingTakesAHeaderAndNoBuffer() throws IOException {
        junction("j", "C:\\w\\d");
        byte[] buffer = junctionTo("C:\\w\\d");
        buffer[4] = 0;
        refusesToDelete("j", HexFormat.of().formatHex(buffer), Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f40_theLongHeaderDeletesAJunctionToo() throws IOException {
        junction("j", "C:\\w\\d");
        succeeds(delete("j", MOUNT_POINT_HEADER + "00".repeat(16)));
        assertThat(kernel32.getFileAttributes("j")).isEqualTo(0x10);
    }

    @Test
    void f41_tagZeroDeletesNothing() throws IOException {
        junction("j", "C:\\w\\d");
        refusesToDelete("j", "00".repeat(24), Win32Error.REPARSE_TAG_INVALID);
    }

    @Test
    void f42_aTagOfAThirdPartyIsNotDeletedWithoutItsGuid() {
        succeeds(set("empty", V23));
        refusesToDelete("empty", V23.substring(0, 8) + "00000000", Win32Error.INVALID_REPARSE_DATA);
    }

    @Test
    void f43_itsGuidDeletesIt() {
        succeeds(set("empty", V23));
        succeeds(delete("empty", V23.substring(0, 8) + "00000000" + "cc".repeat(16)));
        stays("empty", null);
    }
}
