package dev.linkwright.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// That what runs the tests on the other JVM keeps its word: which JVM is taken, and that no result gets lost.
final class HarnessTest {
    @TempDir
    private Path room;

    @ParameterizedTest
    @CsvSource({"wine-8.0 (Debian 8.0~repack-4),BEFORE_10,false", "wine-10.0 (debian 10.0~repack-12+b1),TEN,false",
            "wine-10.0 (Staging),TEN_STAGING,true", "wine-11.10,SINCE_11,true"})
    void aWineTellsWhichOneItIs(String version, WineKind kind, boolean makesLinks) {
        assertThat(WineKind.of(version)).isEqualTo(kind);
        assertThat(kind.makesLinks()).isEqualTo(makesLinks);
    }

    @Test
    void whatSaysNoVersionIsNoWine() {
        assertThatThrownBy(() -> WineKind.of("bash: wine: not found")).isInstanceOf(IllegalArgumentException.class);
    }

    /// A missing bench is a failure where it is required, and a skip that says what it takes elsewhere.
    @Test
    void withoutAWindowsJavaThereIsNoJvmUnderWine() {
        Throwable thrown = catchThrowable(() -> WindowsJvm.underWine(""));

        assertThat(thrown).isInstanceOfAny(TestAbortedException.class, AssertionFailedError.class)
                .hasMessageContaining("bench 'wine'").hasMessageContaining("LINKWRIGHT_WINDOWS_JAVA");
    }

    /// The way of the workflow for Windows, as far as another system can go it: the JVM that runs this is given the class
    /// path, the options and the words, runs every test of the package, and each result is read. Here they fail.
    @Test
    void theJvmThatRunsThisRunsTheSameTests() throws Exception {
        Assumptions.assumeFalse(WindowsJvm.isThisOne(), "skipped: OnWindowsTest runs them here");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path output = room.resolve("output.txt");
        try (WindowsJvm real = new WindowsJvm.Real(java)) {
            int exit = JavaCommand.on(real, room).run(room, output, List.of(
                    "org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner",
                    "--reports-dir=" + real.path(room), "--select-class=dev.linkwright.ffm.windows.ThisJvmTest",
                    "--select-class=dev.linkwright.ffm.windows.CertainRowsTest"));
            assertThat(exit).as(Files.readString(output)).isEqualTo(1);
        }

        List<ConsoleReport.Result> results = ConsoleReport.read(room.resolve("TEST-junit-jupiter.xml"));
        assertThat(results).extracting(ConsoleReport.Result::group).contains("ThisJvmTest", "CertainRowsTest");
        assertThat(results).allSatisfy(result -> assertThat(result.failure()).as(result.id()).isNotNull());
        assertThat(results).filteredOn(result -> result.group().equals("ThisJvmTest")).singleElement()
                .satisfies(result -> assertThat(result.failure()).contains("Windows"));
    }

    @Test
    void aRealWindowsDivergesNowhere() {
        assertThat(Divergences.of(new WindowsJvm.Real(Path.of("java.exe")))).isEmpty();
    }

    @Test
    void skipsAreCountedByTheirReasons() {
        Skips skips = Skips
                .of(List.of(skipped("Assumption failed: skipped: windows has no CONTENTS here (not yet)\n\tat x"),
                        skipped("Assumption failed: skipped: windows has no CONTENTS here (not yet)"), skipped(null)));

        assertThat(skips.counts()).containsOnlyKeys("windows has no CONTENTS here (not yet)").containsValue(2L);
        assertThat(skips.summary(3)).contains("3 tests", "2 of them skipped", "    2  windows has no CONTENTS");
    }

    @ParameterizedTest
    @CsvSource({"windows has no SYMBOLIC_LINKS here (NTFS tells of none),true", "windows has IDENTITY here,true",
            "another Wine than the system's,false", "'',false"})
    void onlyWhatIsMissingIsAReasonToSkip(String reason, boolean good) {
        assertThat(Skips.isGood(reason)).isEqualTo(good);
    }

    private static ConsoleReport.Result skipped(@org.jspecify.annotations.Nullable String reason) {
        return new ConsoleReport.Result("Group", "test()", null, reason);
    }
}
