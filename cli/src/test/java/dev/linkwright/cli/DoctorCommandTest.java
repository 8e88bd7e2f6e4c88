package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.Capability;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
    private static final String LEFT = ".lw-999999999999-abcdefghijklmnopqrstuvwxy2";

    @TempDir
    Path dir;

    @Test
    void whatCanBeMadeHereIsToldAndNothingIsLeft() throws IOException {
        Cli cli = Cli.in(dir);
        var capabilities = cli.system().at(cli.directory()).capabilities();

        JsonNode document = cli.run("doctor", "--json").document();

        JsonNode result = document.get("results").get(0);
        assertThat(result.get("directory").asText()).isEqualTo(".");
        assertThat(result.get("linkSystem").asText()).isEqualTo(cli.system().name());
        assertThat(result.get("fileSystem").asText()).isEqualTo(capabilities.fileSystem());
        assertThat(result.get("capabilities")).hasSameSizeAs(capabilities.present());
        assertThat(result.has("whyNotNative")).isEqualTo(!capabilities.has(Capability.NATIVE_CODES));
        for (JsonNode probe : result.get("probes")) {
            boolean expected = switch (probe.get("kind").asText()) {
                case "symlink", "hard-link" -> true;
                case "verbatim-text" -> capabilities.has(Capability.VERBATIM_TEXT);
                default -> capabilities.has(Capability.RENAME_EXCHANGE);
            };
            assertThat(probe.get("works").asBoolean()).as(probe.toString()).isEqualTo(expected);
            assertThat(probe.has("reason")).isEqualTo(!expected);
        }
        assertThat(result.get("probes")).hasSize(4);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void peopleGetATable() {
        Ran ran = Cli.in(dir).run("doctor");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith(".\n  links by    ").containsPattern("\\n {2}file system \\w").contains(
                "\n  works       symbolic links\n", "\n  works       hard links\n");
    }

    @Test
    void withoutTryingTheClaimsAreTold() throws IOException {
        Ran ran = Cli.in(dir).run("doctor", "-n", ".");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\n  claimed     symbolic links\n", "\n  lacking     junctions");
        JsonNode result = Cli.in(dir).run("doctor", "-n", "--ndjson").lines().get(0);
        assertThat(result.get("type").asText()).isEqualTo("diagnosis");
        assertThat(result.get("probes")).isEmpty();
        assertThat(result.get("lacks").findValuesAsText("capability")).contains("JUNCTIONS");
    }

    @Test
    void whereNoLinksCanBeMadeTheAnswerIsNo() {
        Cli cli = Cli.in(dir).with(InterceptingLinkSystem.of(Cli.in(dir).system(), Interceptor.readOnly()));

        Ran ran = cli.run("doctor");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("\n  fails       symbolic links: the file system is read-only")
                .contains("\n              Mount the file system for writing.\n");
        assertThat(cli.run("doctor", "-q").code()).isEqualTo(1);
        assertThat(cli.run("doctor", "-0").out()).startsWith(".\0symlink\0fails\0READ_ONLY_FILE_SYSTEM\0");
        assertThat(cli.run("doctor", "--json").document().get("results").get(0).get("probes").get(0).get("remedy")
                .asText()).isEqualTo("Mount the file system for writing.");
    }

    @Test
    void anyFileSystemIsExamined() throws IOException {
        try (var fileSystem = Jimfs.newFileSystem(Configuration.unix())) {
            JsonNode result = Cli.in(NioLinkSystem.of(fileSystem), "/work").run("doctor", "--json", "/").document()
                    .get("results").get(0);
            assertThat(result.get("linkSystem").asText()).isEqualTo("nio");
            assertThat(result.get("whyNotNative").asText()).isNotEmpty();
        }
    }

    @Test
    void whatIsNoDirectoryCannotBeExamined() throws IOException {
        Files.createFile(dir.resolve("file"));
        assertThat(Cli.in(dir).run("doctor", "file").code()).isEqualTo(1);
        assertThat(Cli.in(dir).run("doctor", "--json", "nowhere").document().get("errors").get(0).get("reason")
                .asText()).isEqualTo("NOT_FOUND");
        assertThat(Cli.in(dir).run("doctor", "-q", ".", "file").code()).isEqualTo(3);
    }

    @Test
    void anEmptyPathIsNotTheWorkingDirectory() {
        for (String option : new String[]{"--quiet", "--clean", "--dry-run"}) {
            Ran ran = Cli.in(dir).run("doctor", option, "");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("cannot examine ''", "the path is empty");
        }
    }

    @Test
    void whatIsLeftIsListedAndOnlyOldLinksAreRemoved() throws IOException {
        Path old = Files.createSymbolicLink(dir.resolve(LEFT), Path.of("precious"));
        Files.getFileAttributeView(old, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(FileTime.from(Instant.now().minus(Duration.ofHours(2))), null, null);
        String young = LEFT.replace("y2", "y3");
        Files.createSymbolicLink(dir.resolve(young), Path.of("x"));

        assertThat(Cli.in(dir).run("doctor").out())
                .contains("  left over   ./" + LEFT + " -> precious\n", "  left over   ./" + young + " -> x\n");
        JsonNode cleaned = Cli.in(dir).run("doctor", "--clean", "--json").document().get("results").get(0);
        assertThat(cleaned.get("removed").findValuesAsText("target")).containsExactly("precious");
        assertThat(cleaned.get("leftovers").findValuesAsText("target")).containsExactly("x");
        assertThat(old).doesNotExist();
        assertThat(dir.resolve(young)).isSymbolicLink();
        assertThat(Cli.in(dir).run("doctor", "--clean").out()).contains("  left over   ./" + young);
    }

    @Test
    void whatMayBeTheOnlyCopyOfALinkIsToldAndNeverRemoved() throws IOException {
        Files.createSymbolicLink(dir.resolve(LEFT), Path.of("new"));
        Files.createSymbolicLink(dir.resolve(LEFT + "~"), Path.of("old"));

        assertThat(Cli.in(dir).run("doctor", "--clean").out()).contains("  left over   ./" + LEFT + "~ -> old\n"
                + "              Not removed: a run was interrupted before both had their names.");
        JsonNode told = Cli.in(dir).run("doctor", "--json").document().get("results").get(0).get("leftovers");
        assertThat(told).hasSize(2).allSatisfy(each -> assertThat(each.get("kept").asBoolean()).isTrue());
    }
}
