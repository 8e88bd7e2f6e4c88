package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.cli.Cli.Ran;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.FakeCondition;
import dev.linkwright.testing.FakeLinkSystem;
import dev.linkwright.win32.Win32Error;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the commands tell of the circumstances under which Windows makes and follows links, and of its errors.
final class WindowsConditionsTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final Cli cli = Cli.in(windows, "C:\\work");

    @BeforeEach
    void makeTree() throws IOException {
        windows.at(windows.root()).makeDirectory(Name.of("work"));
        windows.at(path("C:\\work")).makeDirectory(Name.of("sub"));
        windows.plant(path("C:\\work\\junction"), ReparseData.MountPoint.to("C:\\work\\sub"), TargetKind.DIRECTORY);
        cli.run("create", "link", "sub");
    }

    @Test
    void theDoctorTellsEveryConditionInWordsAndForPrograms() {
        Ran words = cli.run("doctor", "-n");
        JsonNode conditions = conditions(cli.run("doctor", "--json"));

        assertThat(words.out()).contains(
                "\n  condition   the privilege to create symbolic links is in force\n",
                "\n  condition   Developer Mode is off\n",
                "\n  condition   this Windows (build 22631) can make links without the privilege, in Developer Mode\n",
                "\n  condition   NTFS says that it has reparse points here\n",
                "\n  condition   links from a local volume to a local one are followed\n",
                "\n  condition   links from a server to a local volume are not followed (R2L)\n",
                "\n  condition   junctions of ordinary users are followed\n",
                "\n  condition   no cloud synchronises this directory\n").doesNotContain("hindered");
        assertThat(conditions.findValuesAsText("kind")).containsExactly("privilege", "developer-mode",
                "unprivileged-flag", "reparse-points", "evaluation-local-to-local", "evaluation-local-to-remote",
                "evaluation-remote-to-local", "evaluation-remote-to-remote", "redirection-guard", "sync-root");
        assertThat(conditions).noneMatch(condition -> condition.get("hinders").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_PRIVILEGE       | privilege                 | absent      | not held by this user
            NO_PRIVILEGE       | developer-mode            | off         | Developer Mode is off
            NO_LINKS           | reparse-points            | unsupported | NTFS tells of no reparse points here
            LINKS_SWITCHED_OFF | evaluation-local-to-local | off         | are not followed (L2L)
            REDIRECTION_GUARD  | redirection-guard         | enforced    | (RedirectionGuard)
            SYNC_ROOT          | sync-root                 | inside      | a cloud synchronises this directory
            """)
    void whatHindersIsToldWithItsRemedy(FakeCondition condition, String kind, String state, String reason) {
        Cli hindered = cli.with(windows.with(condition));
        JsonNode told = find(conditions(hindered.run("doctor", "--json")), kind);
        String words = hindered.run("doctor").out();

        assertThat(told.get("state").asText()).isEqualTo(state);
        assertThat(told.get("hinders").asBoolean()).isTrue();
        assertThat(told.get("reason").asText()).contains(reason);
        assertThat(words).contains("\n  hindered    " + told.get("reason").asText() + "\n              "
                + told.get("remedy").asText() + "\n");
    }

    @Test
    void aPrivilegeThatIsOnlyDisabledHindersNobody() {
        Ran ran = cli.with(windows.with(FakeCondition.PRIVILEGE_DISABLED)).run("doctor", "--json");

        JsonNode privilege = find(conditions(ran), "privilege");
        assertThat(privilege.get("state").asText()).isEqualTo("disabled");
        assertThat(privilege.get("hinders").asBoolean()).isFalse();
    }

    @Test
    void beforeVersion1703DeveloperModeDoesNotHelp() {
        JsonNode conditions = conditions(cli.with(windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE,
                FakeCondition.BEFORE_1703)).run("doctor", "--json"));

        assertThat(find(conditions, "unprivileged-flag").get("hinders").asBoolean()).isTrue();
        assertThat(find(conditions, "developer-mode").get("hinders").asBoolean()).isFalse();
    }

    @Test
    void aJunctionThatAProtectedProcessDoesNotFollowIsUnreachableAndSaysWhy() {
        assertUnreachable(FakeCondition.REDIRECTION_GUARD, "junction", Win32Error.UNTRUSTED_MOUNT_POINT);
    }

    @Test
    void aLinkThatASettingForbidsToFollowIsUnreachableAndSaysWhy() {
        assertUnreachable(FakeCondition.LINKS_SWITCHED_OFF, "link", Win32Error.SYMLINK_CLASS_DISABLED);
    }

    @Test
    void aTagThatNoDriverKnowsIsUnreachableAndSaysWhy() throws IOException {
        windows.plant(path("C:\\work\\wsl"), new ReparseData.WslLink(ByteString.of(new byte[]{0x78})), TargetKind.FILE);

        assertUnreachable(FakeCondition.PRIVILEGE_DISABLED, "wsl", Win32Error.CANT_ACCESS_FILE);
    }

    private void assertUnreachable(FakeCondition condition, String link, Win32Error error) {
        Cli there = cli.with(windows.with(condition));
        for (List<String> command : List.of(List.of("show", link), List.of("trace", link))) {
            Ran words = there.run(command.toArray(String[]::new));
            JsonNode told = there.run(command.get(0), "--json", link).document().get("results").get(0);

            assertThat(words.code()).isEqualTo(1);
            assertThat(words.out()).contains("[" + error.symbol() + "]\n              " + error.advice().orElseThrow()
                    + "\n");
            assertThat(told.get("state").asText()).isEqualTo("unreachable");
            assertThat(told.get("codeName").asText()).isEqualTo(error.symbol());
            assertThat(told.get("advice").asText()).isEqualTo(error.advice().orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNTRUSTED_MOUNT_POINT", "PRIVILEGE_NOT_HELD", "SYMLINK_CLASS_DISABLED",
            "SYMLINK_NOT_SUPPORTED", "CANT_ACCESS_FILE", "CANT_RESOLVE_FILENAME", "NOT_A_REPARSE_POINT",
            "REPARSE_ATTRIBUTE_CONFLICT", "INVALID_REPARSE_DATA", "REPARSE_TAG_INVALID", "REPARSE_TAG_MISMATCH"})
    void everyErrorOfLinksIsExplainedWithWhatToDo(Win32Error error) {
        LinkSystem refusing = InterceptingLinkSystem.of(windows, call -> {
            if (call.primitive() == Primitive.MAKE_LINK) {
                FailureDetails details = FailureDetails.of("create", call.path(), error.reason())
                        .withCode("CreateSymbolicLinkW", error.code(), error.symbol());
                throw error.advice().map(details::withAdvice).orElse(details).toException();
            }
        });
        Ran words = cli.with(refusing).run("create", "new", "sub");
        JsonNode told = cli.with(refusing).run("create", "--json", "new", "sub").document().get("errors").get(0);

        assertThat(words.err()).contains(error.symbol(), error.advice().orElseThrow());
        assertThat(told.get("code").asInt()).isEqualTo(error.code());
        assertThat(told.get("advice").asText()).isEqualTo(error.advice().orElseThrow());
    }

    private static JsonNode conditions(Ran ran) {
        return ran.document().get("results").get(0).get("conditions");
    }

    private static JsonNode find(JsonNode conditions, String kind) {
        for (JsonNode condition : conditions) {
            if (condition.get("kind").asText().equals(kind)) {
                return condition;
            }
        }
        throw new AssertionError("no condition '" + kind + "' in " + conditions);
    }

    private static LinkPath path(String path) {
        return LinkPath.of(PathRules.WINDOWS, path);
    }
}
