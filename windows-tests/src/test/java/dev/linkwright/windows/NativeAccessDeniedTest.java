package dev.linkwright.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A Windows JVM that may not make native calls: it says so, and never does less without a word.
final class NativeAccessDeniedTest {
    private static final Path ROOM = Path.of("target", "native-access-denied").toAbsolutePath();
    private static final String ALLOWED = "--enable-native-access=ALL-UNNAMED";

    private static WindowsJvm jvm;
    private static Path options;

    private final Path output = ROOM.resolve("output.txt");

    @BeforeAll
    static void start() throws Exception {
        Clearing.clear(ROOM);
        Files.createDirectories(ROOM);
        jvm = WindowsJvm.here();
        String allowing = Files.readString(JavaCommand.on(jvm, ROOM).optionsFile());
        assertThat(allowing).contains(ALLOWED);
        // Java 21 denies to whom it is not given as soon as it is given to somebody; newer ones must be told.
        String denied = jvm instanceof WindowsJvm.Real
                ? "--illegal-native-access=deny"
                : "--enable-native-access=java.base";
        options = Files.writeString(ROOM.resolve("denied.options"), allowing.replace(ALLOWED, denied));
    }

    @AfterAll
    static void stop() throws Exception {
        if (jvm != null) {
            jvm.close();
        }
    }

    @Test
    void theDoctorNamesTheCause() throws Exception {
        assertThat(linkwright("doctor", "--json", "-n")).isZero();
        assertThat(said()).contains("\"linkSystem\":\"nio").contains("\"whyNotNative\":\"")
                .contains("native access is denied: start Java with --enable-native-access=ALL-UNNAMED");
    }

    @Test
    void whatChangesSomethingIsRefusedBecauseNobodyKnowsWhatWasAskedFor() throws Exception {
        Files.writeString(ROOM.resolve("victim"), "");

        assertThat(linkwright("remove", "victim")).isEqualTo(5);
        assertThat(said()).contains("cannot be told for certain").contains("\"linkwright doctor\" tells why");
        assertThat(linkwright("create", "link", "victim")).isEqualTo(5);
        assertThat(ROOM.resolve("victim")).exists();
        assertThat(ROOM.resolve("link")).doesNotExist();
    }

    @Test
    void whatOnlyLooksWorks() throws Exception {
        Path file = Files.writeString(ROOM.resolve("ordinary"), "");

        assertThat(linkwright("show", "ordinary")).isZero();
        assertThat(said()).contains(file.getFileName().toString()).contains("file");
    }

    private int linkwright(String... words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("@" + jvm.path(options), "-Dlinkwright.arguments=next",
                "dev.linkwright.cli.Main"));
        arguments.addAll(List.of(words));
        return jvm.run(arguments, ROOM, output);
    }

    private String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
