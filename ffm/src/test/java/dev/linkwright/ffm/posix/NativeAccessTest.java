package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import dev.linkwright.probe.SystemProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the library is found and what it does when native access is granted, unsaid or denied: in JVMs of their own.
final class NativeAccessTest {
    private static final String SERVICES = "META-INF/services/dev.linkwright.LinkSystemProvider";

    @TempDir
    Path directory;

    @BeforeEach
    void requireNativeCalls() {
        ThisHost.linkSystem();
    }

    @Test
    void onTheClassPathTheNativeSystemIsUsed() throws Exception {
        ChildJvm.Outcome outcome = probe(new ChildJvm().onClassPath().with("--enable-native-access=ALL-UNNAMED"));

        assertThat(outcome.lines()).containsExactly("system: posix", "text: target", "no codes: there are some");
    }

    @Test
    void onTheModulePathTheNativeSystemIsUsed() throws Exception {
        ChildJvm.Outcome outcome = probe(modular().with("--enable-native-access=dev.linkwright.ffm"));

        assertThat(outcome.lines()).containsExactly("system: posix", "text: target", "no codes: there are some");
    }

    /// The annotations are not passed on to users.
    @Test
    void aModuleThatUsesTheLibraryCompilesWithNothingBesideIt() throws Exception {
        Path sources = Files.createDirectory(directory.resolve("user"));
        Path module = Files.writeString(sources.resolve("module-info.java"),
                "module user { requires dev.linkwright; }");
        Path program = Files.writeString(sources.resolve("Program.java"), """
                package user;

                interface Program {
                    dev.linkwright.Links LINKS = dev.linkwright.Links.system();
                }
                """);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int exit = ToolProvider.getSystemJavaCompiler().run(null, said, said, "-Xlint:all", "-Werror", "--module-path",
                ChildJvm.core().toString(), "-d", directory.resolve("classes").toString(), module.toString(),
                program.toString());

        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void mergedIntoOneJarTheNativeSystemIsUsed() throws Exception {
        Path merged = merge(directory.resolve("merged.jar"), ChildJvm.core(), ChildJvm.ffm());

        ChildJvm.Outcome outcome = probe(new ChildJvm().with("-cp", ChildJvm.joined(merged, ChildJvm.tests()),
                "--enable-native-access=ALL-UNNAMED"));

        assertThat(outcome.lines()).containsExactly("system: posix", "text: target", "no codes: there are some");
    }

    @Test
    void whereNothingIsSaidTheNativeSystemIsUsedAndTheJvmWarnsOnce() throws Exception {
        ChildJvm.Outcome outcome = probe(new ChildJvm().onClassPath());

        assertThat(outcome.lines()).contains("system: posix", "text: target");
        assertThat(outcome.lines()).filteredOn(line -> line.contains("A restricted method in"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whereNativeAccessIsDeniedTheJdkIsUsedAndItIsSaidWhy() throws Exception {
        ChildJvm.Outcome outcome = probe(new ChildJvm().onClassPath().with("--illegal-native-access=deny"));

        assertThat(outcome.lines()).contains("system: nio", "text: target");
        assertThat(outcome.output())
                .contains("native access is denied: start Java with --enable-native-access=ALL-UNNAMED");
    }

    @Test
    void whereTheModuleIsDeniedNativeAccessItIsNamed() throws Exception {
        ChildJvm.Outcome outcome = probe(modular().with("--illegal-native-access=deny"));

        assertThat(outcome.lines()).contains("system: nio", "text: target");
        assertThat(outcome.output())
                .contains("native access is denied: start Java with --enable-native-access=dev.linkwright.ffm");
    }

    @Test
    void whereAnotherModuleOnlyHasNativeAccessItIsDeniedToThisOne() throws Exception {
        ChildJvm.Outcome outcome = probe(
                modular().with("--enable-native-access=ALL-UNNAMED", "--illegal-native-access=deny"));

        assertThat(outcome.lines()).contains("system: nio");
    }

    @Test
    void theJdkCanBeForced() throws Exception {
        ChildJvm.Outcome outcome = probe(new ChildJvm().onClassPath()
                .with("-Dlinkwright.system=nio", "--illegal-native-access=deny"));

        assertThat(outcome.lines()).contains("system: nio");
        assertThat(outcome.output()).doesNotContain("native access is denied");
    }

    @Test
    void theNativeSystemThatIsForcedAndDeniedIsAFailure() throws Exception {
        ChildJvm.Outcome outcome = probe(new ChildJvm().onClassPath()
                .with("-Dlinkwright.system=native", "--illegal-native-access=deny"));

        assertThat(outcome.exit()).isNotZero();
        assertThat(outcome.output()).contains("native access is denied: start Java with");
        assertThat(directory.resolve("link")).doesNotExist();
    }

    @Test
    void aFileSystemInFrontOfTheSystemsOwnIsNotPassedBy() throws Exception {
        ChildJvm.Outcome outcome = probe(new ChildJvm().onClassPath().with("--enable-native-access=ALL-UNNAMED",
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FrontFileSystemProvider.class.getName()));

        assertThat(outcome.lines()).contains("system: nio", "text: target");
    }

    private ChildJvm.Outcome probe(ChildJvm jvm) throws IOException, InterruptedException {
        return jvm.run(SystemProbe.class, directory.toString());
    }

    private static ChildJvm modular() {
        return new ChildJvm().with("--module-path", ChildJvm.joined(ChildJvm.core(), ChildJvm.ffm()),
                "--add-modules", "dev.linkwright.ffm", "-cp", ChildJvm.tests().toString());
    }

    /// As tools that merge jars do it: no module descriptor, the service files joined.
    private static Path merge(Path jar, Path... parts) throws IOException {
        Set<String> services = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream merged = new JarOutputStream(file)) {
            for (Path part : parts) {
                if (Files.isDirectory(part)) {
                    mergePart(merged, part, services);
                } else {
                    try (FileSystem archive = FileSystems.newFileSystem(part)) {
                        mergePart(merged, archive.getPath("/"), services);
                    }
                }
            }
            add(merged, SERVICES, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void mergePart(JarOutputStream merged, Path part, Set<String> services) throws IOException {
        for (Path file : filesIn(part)) {
            String name = part.relativize(file).toString();
            byte[] contents = Files.readAllBytes(file);
            if (name.equals(SERVICES)) {
                services.addAll(Arrays.asList(new String(contents, StandardCharsets.UTF_8).split("\n", -1)));
            } else if (name.endsWith(".class") && !name.equals("module-info.class")) {
                add(merged, name, contents);
            }
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] contents) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(contents);
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
