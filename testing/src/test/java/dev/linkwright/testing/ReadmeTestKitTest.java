package dev.linkwright.testing;

import static dev.linkwright.testing.LinkAssert.assertThatLink;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.TargetKind;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.Test;

/// What README shows of the test kit is code of this module's tests, letter by letter, and it is true.
final class ReadmeTestKitTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");

    @Test
    void whatReadmeShowsIsTrue() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        TreeLayout.of("releases/42/app", "current =D=> releases\\42", "docs =J=> releases/42", "lost => nowhere")
                .plantIn(windows, windows.root());

        assertThat(TreeLayout.notationsOf(windows, windows.root())).containsExactly("current =D=> releases\\42",
                "docs =J=> releases/42", "lost =F=> nowhere", "releases/", "releases/42/", "releases/42/app");

        assertThatLink(windows, windows.path("C:\\current")).isSymbolicLink().hasTarget("releases\\42")
                .isFor(TargetKind.DIRECTORY).leadsTo(windows.path("C:\\releases\\42"));
        assertThatLink(windows, windows.path("C:\\docs\\app")).isNoLink();
        assertThatLink(windows, windows.path("C:\\lost")).isDangling();
        assertThatLink(windows, windows.path("C:\\nothing")).doesNotExist();

        Links user = Links.on(windows.with(FakeCondition.NO_PRIVILEGE));
        assertThatThrownBy(() -> user.create(windows.path("C:\\link"), LinkTarget.of("x"), CreateOptions.defaults()))
                .isInstanceOf(AccessDeniedException.class).hasMessageContaining("ERROR_PRIVILEGE_NOT_HELD (1314)");

        Interceptor full = call -> {
            if (call.primitive() == Primitive.MAKE_LINK) {
                throw FailureDetails.of(call.words(), call.path(), Reason.NO_SPACE).toException();
            }
        };
        Links links = Links.on(InterceptingLinkSystem.of(windows, full));
        assertThatThrownBy(
                () -> links.retarget(windows.path("C:\\lost"), LinkTarget.of("x"), RetargetOptions.defaults()))
                .hasMessageContaining("no space is left");
    }

    @Test
    void everyPieceOfCodeInThatSectionIsCodeOfATest() throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf("## Testing your own code");
        String section = readme.substring(start, readme.indexOf("\n## ", start + 1));
        String tests = sources();

        List<String> pieces = CODE.matcher(section).results().map(piece -> inOneLine(piece.group(1))).toList();
        assertThat(pieces).isNotEmpty().allSatisfy(piece -> assertThat(tests).contains(piece));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "java", "dev", "linkwright", "testing"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(inOneLine(Files.readString(file))).append(' ');
            }
            return all.toString();
        }
    }

    private static String inOneLine(String code) {
        return code.lines().map(String::strip).collect(joining(" ")).strip();
    }
}
