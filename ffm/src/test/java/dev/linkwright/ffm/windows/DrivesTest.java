package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DrivesTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "\\Device\\Mup\\;LanmanRedirector\\;Z:000000000001a2b3\\server\\share",
            "\\Device\\LanmanRedirector\\;Z:000000000001a2b3\\server\\share",
            "\\Device\\WebDavRedirector\\;Z:000000000001a2b3\\server@SSL\\share",
            "\\Device\\VBoxMiniRdr\\;Z:\\vboxsvr\\shared",
            "\\Device\\RdpDr\\;T:1\\tsclient\\C",
            "\\device\\mup\\server\\share",
            "\\??\\UNC\\server\\share\\directory"})
    void aMappedDriveIsOnAnotherMachine(String device) {
        assertThat(drives(Map.of("Z:", device)).isRemote('Z')).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\Device\\HarddiskVolume3", "\\Device\\CdRom0", "\\??\\C:\\directory", "", "\\??\\"})
    void anyOtherDriveIsHere(String device) {
        assertThat(drives(Map.of("Z:", device, "C:", "\\Device\\HarddiskVolume2")).isRemote('Z')).isFalse();
    }

    @Test
    void aDriveThatStandsForADirectoryOfAMappedOneIsThereToo() {
        Drives drives = drives(Map.of("S:", "\\??\\z:\\directory",
                "Z:", "\\Device\\Mup\\;LanmanRedirector\\;Z:0\\server\\share"));

        assertThat(drives.isRemote('S')).isTrue();
    }

    @Test
    void drivesThatStandForEachOtherAreNowhere() {
        assertThat(drives(Map.of("S:", "\\??\\T:\\", "T:", "\\??\\S:\\")).isRemote('S')).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'\\??\\C:\\one\\two', 'C:\\one\\two'", "'\\??\\C:\\', C:", "'\\??\\T:\\below', 'C:\\above\\below'"})
    void aDriveThatWasGivenToADirectoryStandsForIt(String device, String directory) {
        Drives drives = drives(Map.of("S:", device, "T:", "\\??\\C:\\above", "C:", "\\Device\\HarddiskVolume2"));

        assertThat(drives.directoryOf('S')).contains(directory);
        assertThat(drives.directoryOf('C')).isEmpty();
        assertThat(drives.directoryOf('Q')).isEmpty();
    }

    @Test
    void drivesThatStandForEachOtherStandForNoDirectory() {
        assertThat(drives(Map.of("S:", "\\??\\T:\\", "T:", "\\??\\S:\\")).directoryOf('S')).isEmpty();
    }

    private static Drives drives(Map<String, String> devices) {
        return new Drives(name -> devices.getOrDefault(name, ""));
    }
}
