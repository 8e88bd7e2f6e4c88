package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.testing.FakeCondition;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the commands tell about links of Windows: the kinds, the privilege, and systems that do not keep their word.
final class FakeWindowsTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final Cli cli = Cli.in(windows, "C:\\work");

    @BeforeEach
    void makeTree() throws IOException {
        windows.at(windows.root()).makeDirectory(Name.of("work"));
        windows.at(path("C:\\work")).makeDirectory(Name.of("sub"));
        windows.writeFile(path("C:\\work\\file"), "content");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file     | auto      | link -> file  (file link, ok)
            sub      | auto      | link -> sub  (directory link, ok)
            later    | auto      | link -> later  (file link, target missing)
            later\\  | auto      | link -> later\\  (directory link, target missing)
            later    | directory | link -> later  (directory link, target missing)
            """)
    void theKindOfALinkIsThatOfItsTargetOrAsWished(String target, String kind, String line) {
        assertThat(cli.run("create", "-n", "-k", kind, "link", target).out())
                .isEqualTo(line.substring(0, line.length() - 1) + ", dry run)\n");
        assertThat(cli.run("create", "-k", kind, "link", target)).isEqualTo(new Ran(0, line + "\n", ""));
        assertThat(cli.run("remove", "link").code()).isZero();
    }

    @Test
    void theDocumentTellsTheKindAndTheTag() {
        JsonNode made = cli.run("create", "--json", "link", "sub").document().get("results").get(0);
        JsonNode shown = cli.run("show", "--json", "link").document().get("results").get(0);

        assertThat(made.get("kind").asText()).isEqualTo("directory-symlink");
        assertThat(shown.get("kind").asText()).isEqualTo("directory-symlink");
        assertThat(shown.get("tag").asText()).isEqualTo("0xA000000C");
        assertThat(shown.get("printName").asText()).isEqualTo("sub");
    }

    @Test
    void withoutThePrivilegeTheExitCodeIsFiveAndTheAdviceSaysWhatToDo() {
        Ran ran = cli.with(windows.with(FakeCondition.NO_PRIVILEGE)).run("create", "--json", "link", "sub");

        assertThat(ran.code()).isEqualTo(5);
        JsonNode error = ran.document().get("errors").get(0);
        assertThat(error.get("reason").asText()).isEqualTo("PRIVILEGE_NOT_HELD");
        assertThat(error.get("code").asInt()).isEqualTo(1314);
        assertThat(error.get("codeName").asText()).isEqualTo("ERROR_PRIVILEGE_NOT_HELD");
    }

    @Test
    void aSystemThatReportsSuccessAndMakesNothingIsNotBelieved() {
        Ran ran = cli.with(windows.with(FakeCondition.SILENT_CREATE)).run("create", "--json", "link", "sub");

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.document().get("errors").get(0).get("reason").asText()).isEqualTo("SILENT_FAILURE");
        assertThat(cli.run("read", "-q", "link").code()).isEqualTo(1);
    }

    @Test
    void aVolumeWithoutLinksIsACapabilityThatIsMissing() {
        assertThat(cli.with(windows.with(FakeCondition.NO_LINKS)).run("create", "link", "sub").code()).isEqualTo(5);
    }

    @Test
    void aJunctionIsShownAndRemoved() throws IOException {
        windows.plant(path("C:\\work\\junction"), ReparseData.MountPoint.to("C:\\work\\sub"), TargetKind.DIRECTORY);

        assertThat(cli.run("show", "junction").out()).contains("  kind        junction\n",
                "  text        C:\\work\\sub\n", "  tag         0xA0000003 IO_REPARSE_TAG_MOUNT_POINT\n",
                "  state       ok\n");
        assertThat(cli.run("remove", "junction").out())
                .isEqualTo("junction -> C:\\work\\sub  (junction, removed)\n");
        assertThat(cli.run("show", "-q", "sub").code()).isZero();
    }

    @Test
    void anotherMachineIsOnlyLookedAtWhenThatIsAskedFor() throws IOException {
        windows.addDrive('Z', FakeCondition.REMOTE);
        windows.writeFile(path("Z:\\file"), "far away");
        cli.run("create", "mapped", "Z:\\file");

        for (String command : new String[]{"trace", "show"}) {
            Ran kept = cli.run(command, "--json", "mapped");
            assertThat(kept.code()).isEqualTo(1);
            JsonNode result = kept.document().get("results").get(0);
            assertThat(result.get("state").asText()).isEqualTo("unreachable");
            assertThat(result.get("reason").asText()).isEqualTo("REMOTE_NOT_CHECKED");
            Ran followed = cli.run(command, "--json", "--follow-remote", "mapped");
            assertThat(followed.code()).isZero();
            assertThat(followed.document().get("results").get(0).get("state").asText()).isEqualTo("ok");
        }
    }

    private static LinkPath path(String path) {
        return LinkPath.of(PathRules.WINDOWS, path);
    }
}
