package dev.linkwright.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the installed program is as a process: what it loads, what it leaves alone, and how it ends.
class LaunchedProgramTest extends InstalledProgram {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /// JDK 25 makes up 13 classes to link a function and to find the link system.
    private static final int MOST_FOR_ONE_FUNCTION = 14;

    @Test
    void classesComeFromTheArchiveAlsoInACopyOfTheInstallation() throws Exception {
        Path log = base.resolve("log");
        installation.set("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);

        assertThat(installation.run("--version").exitCode()).isZero();

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" dev.linkwright.cli.Main source: shared objects file"));
    }

    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere plain commands need native calls too")
    @ParameterizedTest
    @ValueSource(strings = {"read link", "create other text", "show link", "remove link", "create link text",
            "ln -s text other", "ln -s text link", "ln -sfn text link", "ln -f file link", "ln -sr file dir/link",
            "ln file hard", "ln file link", "readlink link", "readlink -f link", "realpath link", "mklink other text"})
    void aPlainCommandFindsAllItsClassesInTheArchiveAndNoneIsForNativeCalls(String command) throws Exception {
        Files.createSymbolicLink(base.resolve("link"), Path.of("some/where/else"));
        Files.createFile(base.resolve("file"));
        Files.createDirectory(base.resolve("dir"));
        Path log = base.resolve("log");
        installation.set("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);

        installation.run(command.split(" "));

        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).hasSizeGreaterThan(MOST_FOR_ONE_FUNCTION);
        assertThat(loaded).filteredOn(line -> !line.contains(" source: shared objects file")
                || line.contains("java.lang.foreign")).isEmpty();
    }

    /// To link the first native function takes a run 30 ms, each one of another type 8 ms more, each class that Java makes
    /// up at run time (for a switch over types, the hash code of a record, a text that is put together) 1 ms to 5 ms.
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere each call is a function of its own")
    @ParameterizedTest
    @ValueSource(strings = {"remove --dry-run link", "ln -sb text link",
            "create --kind hard --dry-run other file", "retarget link text", "scan --problems ."})
    void aCommandWithNativeCallsLinksOneFunctionAndMakesUpNoOtherClasses(String command) throws Exception {
        Files.createSymbolicLink(base.resolve("link"), Path.of("some/where/else"));
        Files.createFile(base.resolve("file"));
        Path log = base.resolve("log");
        installation.set("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);

        installation.run(command.split(" "));

        List<String> madeUp = Files.readAllLines(log).stream().filter(line -> !line.contains("shared objects file"))
                .toList();
        assertThat(madeUp).filteredOn(line -> line.contains(".DowncallStub/")).hasSize(1);
        assertThat(madeUp).allMatch(
                line -> line.contains(" java.lang.invoke.LambdaForm$MH/")
                        || line.contains(" jdk.internal.foreign.abi."));
        assertThat(madeUp).hasSizeLessThanOrEqualTo(MOST_FOR_ONE_FUNCTION);
        assertThat(log).content().as("opening the jar takes 10 ms").doesNotContain(".URLJarFile");
    }

    @Test
    void aProviderThatIsNoneIsNamed() throws Exception {
        installation.set("_JAVA_OPTIONS", "-Dlinkwright.providers=java.lang.Object");

        Run run = installation.run("remove", "--dry-run", "link");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).endsWith("linkwright.providers: 'java.lang.Object' is no provider of link systems\n");
    }

    @Test
    void theOptionsNameEveryProviderThatIsInTheJar() throws Exception {
        Path image = installation.images().resolve(Files.readString(installation.images().resolve("current")).strip());
        String options = Files.readString(image.resolve("jvm.options"));
        List<String> offered;
        try (ZipFile jar = new ZipFile(image.resolve("linkwright.jar").toFile());
                InputStream services = jar.getInputStream(
                        jar.getEntry("META-INF/services/dev.linkwright.LinkSystemProvider"))) {
            offered = new String(services.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank()).toList();
        }

        String named = options.lines().filter(line -> line.startsWith("-Dlinkwright.providers=")).findFirst()
                .orElseThrow();
        assertThat(named.substring(named.indexOf('=') + 1).split(",", -1)).containsExactlyInAnyOrderElementsOf(offered);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void anArchiveThatDoesNotFitIsNotWorthAWord(Damage damage) throws Exception {
        damage.apply(archive());

        Run run = installation.run("help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: linkwright ");
    }

    @Test
    void twoCollectorsAtOnceAreNotAskedFor() throws Exception {
        installation.set("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC");

        Run run = installation.run("help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("Picked up JAVA_TOOL_OPTIONS: -XX:+UseParallelGC\n");
    }

    @Test
    void aReadOnlyInstallationWorksBecauseARunWritesNothingThere() throws Exception {
        Map<Path, String> before = snapshot(installation.root());
        setWritable(before.keySet(), false);

        Run run = installation.run("create", "link", "target");

        assertThat(run).isEqualTo(new Run(0, "link -> target  (symbolic link, target missing)\n", ""));
        assertThat(snapshot(installation.root())).isEqualTo(before);
        setWritable(before.keySet(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void namesAndTextsAreBytesInEveryLocale(String locale) throws Exception {
        installation.set("LC_ALL", locale);

        Run run = installation.shell(
                "name=$(printf 'a\\351\\t\\303\\251'); ln -s \"x$name\" \"$name\" && exec \"$launcher\" read \"$name\"");

        assertThat(run).isEqualTo(new Run(0, "xa\351\t\303\251\n", ""));
    }

    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere plain commands need native calls too")
    @Test
    void aJunctionIsRefusedForTheReasonOfTheFileSystemThoughAPlainRunKnowsNone() throws Exception {
        Run run = installation.run("create", "--kind", "junction", "link", "directory");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("reparse points belong to NTFS");
    }

    @Test
    void theInstallationMayBeInAPathThatTheLocaleCannotSpell() throws Exception {
        installation.set("LC_ALL", "C");

        Run run = installation
                .shell("d=$(printf 'caf\\303\\251'); cp -R 'pro gram' \"$d\" && exec \"$d/linkwright\" --version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("linkwright ");
    }

    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
    @Test
    void onAFullDeviceTheRunFails() throws Exception {
        assertThat(resultsCannotBeWritten(">/dev/full")).contains("No space left");
    }

    @Test
    void withoutAStandardOutputTheRunFails() throws Exception {
        assertThat(resultsCannotBeWritten(">&-")).isNotEmpty();
    }

    private String resultsCannotBeWritten(String redirection) throws Exception {
        Run run = installation.shell("exec \"$launcher\" help " + redirection);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("linkwright: cannot write the results: ").hasLineCount(1);
        return run.err();
    }

    @Test
    void aClosedPipeEndsTheRunQuietly() throws Exception {
        Run run = installation.shell("""
                mkfifo pipe
                exec 4<>pipe 5>pipe 4<&-
                exec "$launcher" help >&5
                """);

        assertThat(run).isEqualTo(new Run(141, "", ""));
    }

    @Test
    void closedInputAndErrorOutputDoNotMatterToACommandThatNeedsNeither() throws Exception {
        Run run = installation.shell("exec \"$launcher\" --version <&- 2>&-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("linkwright ");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsTheProgramItself(String signal, int exitCode) throws Exception {
        Process process = installation.command(List.of(installation.launcher().toString(), "read", "--from", "-"))
                .start();
        String java = JAVA_HOME.resolve("bin/java").toRealPath().toString();
        while (!process.toHandle().info().command().orElse(java).equals(java)) {
            Thread.onSpinWait();
        }

        Run.of(installation.command(List.of("/bin/sh", "-c", "kill -" + signal + " " + process.pid())));

        assertThat(Run.of(process)).isEqualTo(new Run(exitCode, "", ""));
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.walk(installation.images())) {
            return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
        }
    }

    private static void setWritable(Set<Path> paths, boolean writable) throws IOException {
        for (Path path : paths) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (writable) {
                permissions.add(PosixFilePermission.OWNER_WRITE);
            } else {
                permissions.removeAll(PosixFilePermissions.fromString("-w--w--w-"));
            }
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static Map<Path, String> snapshot(Path tree) throws IOException {
        Map<Path, String> snapshot = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path path : walk.toList()) {
                snapshot.put(path, Files.getLastModifiedTime(path) + " " + Files.size(path));
            }
        }
        return snapshot;
    }

    /// What may be wrong with an archive.
    enum Damage {
        MISSING {
            @Override
            void apply(Path archive) throws IOException {
                Files.delete(archive);
            }
        },
        A_DIRECTORY {
            @Override
            void apply(Path archive) throws IOException {
                Files.delete(archive);
                Files.createDirectory(archive);
            }
        },
        EMPTY {
            @Override
            void apply(Path archive) throws IOException {
                Files.write(archive, new byte[0]);
            }
        },
        NO_ARCHIVE {
            @Override
            void apply(Path archive) throws IOException {
                Files.writeString(archive, "This is no archive.".repeat(10_000));
            }
        },
        CUT_OFF {
            @Override
            void apply(Path archive) throws IOException {
                byte[] content = Files.readAllBytes(archive);
                Files.write(archive, Arrays.copyOf(content, content.length / 2));
            }
        },
        OF_ANOTHER_BUILD {
            @Override
            void apply(Path archive) throws IOException {
                String content = Files.readString(archive, StandardCharsets.ISO_8859_1);
                String version = System.getProperty("java.vm.version");
                String other = version.replace(version.charAt(0), '9');
                assertThat(content).contains("(" + version + ")");
                Files.writeString(archive, content.replace("(" + version + ")", "(" + other + ")"),
                        StandardCharsets.ISO_8859_1);
            }
        };

        abstract void apply(Path archive) throws IOException;
    }
}
