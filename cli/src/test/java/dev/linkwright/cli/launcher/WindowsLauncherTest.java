package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `linkwright.cmd` in Wine's cmd.exe. The usual places of JDKs are not tested: it does not expand `*` in a quoted path.
/// Java is a small program that tells its command line and ends with 41.
class WindowsLauncherTest {
    private static final String STAND_IN = """
            #include <stdio.h>
            #include <windows.h>
            int main(int argc, char **argv) {
                printf("%ls", GetCommandLineW());
                return 41;
            }
            """;

    private static final int ATTEMPTS = 3;

    private static final Path LAUNCHER = Path.of("..", "linkwright.cmd");

    @TempDir
    private static Path prefix;

    @TempDir
    private static Path tools;

    @TempDir
    private Path base;

    private final List<String> variables = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        // It takes some seconds, so Wine is used only where it is asked for.
        Bench.WINE.require(namedBenches().contains("wine"), "to be named in " + Bench.REQUIRED_BENCHES);
        Bench.WINE.require(Files.isExecutable(wine("wine64")), "Wine (Debian: wine64)");
        Files.writeString(tools.resolve("java.c"), STAND_IN);
        Bench.WINE.require(compiles(), "a compiler for Windows (Debian: gcc-mingw-w64-x86-64)");
        assertThat(inWine(prefix, List.of("wineboot", "--init")).exitCode()).isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        if (Files.exists(prefix.resolve("system.reg"))) {
            Run.of(withPrefix(new ProcessBuilder(wine("wineserver64").toString(), "--kill", "--wait")));
        }
        // Wine has links to the root and to the home directory there.
        try (Stream<Path> walk = Files.walk(prefix)) {
            for (Path link : walk.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @BeforeEach
    void install() throws IOException {
        Path image = Files.createDirectories(base.resolve("pro gram/cli/target/image/built"));
        Files.copy(LAUNCHER, base.resolve("pro gram/linkwright.cmd"));
        Files.writeString(image.resolveSibling("current"), "built\n");
        Files.createFile(image.resolve("25.0.1+2.jsa"));
    }

    @Test
    void theFileHasTheLineEndsOfWindowsAndSwitchesDelayedExpansionOff() throws Exception {
        String launcher = Files.readString(LAUNCHER);

        assertThat(launcher.replace("\r\n", "")).doesNotContain("\n");
        assertThat(launcher).contains("setlocal EnableExtensions DisableDelayedExpansion\r\n");
    }

    @Test
    void argumentsFollowTheMainClassAsTheyAreAndTheMarkerSaysSo() throws Exception {
        javaHome(jdk("jdk 25", 25));

        Run run = run("read", "a b", "*", "x!y", "p^q");

        assertThat(run.out()).endsWith(
                " -Dlinkwright.arguments=next dev.linkwright.cli.Main read \"a b\" \"*\" \"x!y\" \"p^q\"");
    }

    @Test
    void imageAndArchiveAreFoundBelowAPathWithSpaces() throws Exception {
        javaHome(jdk("jdk 25", 25));

        Run run = run("read");

        String image = windows(base.resolve("pro gram/cli/target/image/built")) + "\\";
        assertThat(run.out())
                .startsWith("\"" + windows(base.resolve("jdk 25/bin")) + "\\java.exe\" \"@" + image + "jvm.options\"");
        assertThat(run.out())
                .contains("\"-XX:SharedArchiveFile=" + image + "25.0.1+2.jsa\" -cp \"" + image + "linkwright.jar\"");
    }

    @Test
    void anOldJavaHomeIsPassedOverForThePath() throws Exception {
        javaHome(jdk("old", 21));
        Path next = jdk("on path", 26);
        variables.add("PATH=" + windows(next.resolve("bin")) + ";C:\\windows\\system32");

        Run run = run("read");

        assertThat(run.out()).startsWith("\"" + windows(next)).doesNotContain("SharedArchiveFile");
    }

    @Test
    void withoutAFittingJdkThereIsOneLineAndExitCode5() throws Exception {
        javaHome(jdk("old", 24));

        Run run = run("read");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("no JDK 25 or newer");
    }

    @Test
    void theExitCodeIsThatOfTheProgram() throws Exception {
        javaHome(jdk("jdk", 25));

        assertThat(run("read").exitCode()).isEqualTo(41);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("@echo off\r\n");
        variables.forEach(variable -> script.append("set \"").append(variable).append("\"\r\n"));
        script.append('"').append(windows(base.resolve("pro gram/linkwright.cmd"))).append('"');
        for (int i = 0; i < arguments.length; i++) {
            script.append(i == 0 ? " " + arguments[i] : " \"" + arguments[i] + "\"");
        }
        Files.writeString(base.resolve("run.cmd"), script.append("\r\n"));
        return inWine(base, List.of("cmd", "/c", "run.cmd"));
    }

    private void javaHome(Path jdk) {
        variables.add("JAVA_HOME=" + windows(jdk));
    }

    private Path jdk(String directory, int feature) throws IOException {
        Path home = Files.createDirectories(base.resolve(directory));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(tools.resolve("java.exe"), home.resolve("bin/java.exe"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"N. N.\"\r\nJAVA_RUNTIME_VERSION=\"" + feature
                + ".0.1+2\"\r\nJAVA_VERSION=\"" + feature + ".0.1\"\r\nMODULES=\"java.base\"\r\n");
        return home;
    }

    /// Wine 8 itself was seen to crash in between ("wine: Unhandled page fault"). That is no result, so it is tried again;
    /// whatever cmd.exe has answered is one.
    private static Run inWine(Path directory, List<String> command) throws IOException, InterruptedException {
        List<String> wine = new ArrayList<>(List.of(wine("wine64").toString()));
        wine.addAll(command);
        Run run = Run.of(withPrefix(new ProcessBuilder(wine).directory(directory.toFile())));
        for (int attempt = 1; attempt < ATTEMPTS && run.err().contains("wine: Unhandled "); attempt++) {
            run = Run.of(withPrefix(new ProcessBuilder(wine).directory(directory.toFile())));
        }
        return run;
    }

    private static ProcessBuilder withPrefix(ProcessBuilder process) {
        Map<String, String> environment = process.environment();
        environment.remove("JAVA_HOME");
        environment.put("WINEPREFIX", prefix.toString());
        environment.put("WINEDEBUG", "-all");
        environment.put("LC_ALL", "C.UTF-8");
        return process;
    }

    private static List<String> namedBenches() {
        return List.of(System.getenv().getOrDefault(Bench.REQUIRED_BENCHES, "").split(",", -1));
    }

    private static String windows(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /// Debian keeps the programs of Wine apart from those that start them.
    private static Path wine(String program) {
        return Stream.of("/usr/lib/wine", "/usr/bin").map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable).findFirst().orElse(Path.of(program));
    }

    private static boolean compiles() throws InterruptedException {
        try {
            return Run.of(new ProcessBuilder(
                    "x86_64-w64-mingw32-gcc", "-o", tools.resolve("java.exe").toString(),
                    tools.resolve("java.c").toString())).exitCode() == 0;
        } catch (IOException notHere) {
            return false;
        }
    }
}
