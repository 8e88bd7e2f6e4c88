package dev.linkwright.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.windows.WindowsJvm.UnderWine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the Windows JVM shows on a console. Wine makes one of the terminal in which a program is started.
final class OnATerminalTest {
    private static final Path ROOM = Path.of("target", "on-a-terminal").toAbsolutePath();

    private static WindowsJvm jvm;
    private static JavaCommand java;

    private final Path output = ROOM.resolve("output.txt");

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeFalse(WindowsJvm.isThisOne(), "a terminal is made by a program of Unix");
        Clearing.clear(ROOM);
        Files.createDirectories(ROOM);
        jvm = WindowsJvm.here();
        java = JavaCommand.on(jvm, ROOM);
    }

    @AfterAll
    static void stop() throws Exception {
        if (jvm != null) {
            jvm.close();
        }
    }

    @Test
    void namesThatTheCodePageLacksAreShownAsTheyAre() throws Exception {
        Path directory = Files.createDirectories(ROOM.resolve("names"));
        Files.writeString(directory.resolve("\u65E5\u672C-\u0436"), "");

        assertThat(onTerminal(directory, "-Dlinkwright.arguments=next", "dev.linkwright.cli.Main", "show",
                "\u65E5\u672C-\u0436")).isZero();
        assertThat(said()).contains("\u65E5\u672C-\u0436").contains("file").contains("\u001b[");
    }

    @Test
    void theScreenHasWhatWasWrittenToIt() throws Exception {
        assertThat(onTerminal(ROOM, "org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner",
                "--fail-if-no-tests", "--select-class=dev.linkwright.ffm.windows.ConsoleTest")).as(said()).isZero();
        assertThat(said()).contains("1 tests successful");
    }

    private int onTerminal(Path directory, String... words) throws Exception {
        Assumptions.assumeTrue(jvm instanceof UnderWine, "no Wine");
        UnderWine wine = (UnderWine) jvm;
        List<String> arguments = new ArrayList<>(List.of("@" + jvm.path(java.optionsFile())));
        arguments.addAll(List.of(words));
        return wine.wine().runOnTerminal(wine.java(), arguments, directory, output);
    }

    private String said() throws Exception {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
