package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.Invocation;
import dev.linkwright.cli.Main;
import dev.linkwright.path.PathRules;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The help pages of the programs, as completions and test suites read them: a line of options is indented by two to six
/// blanks, begins with a dash and has commas between the options, and a value follows `=`.
class HelpOfProgramsTest {
    private static final Pattern OPTIONS = Pattern.compile("(?m)^ {2,6}(-\\S.*?)(  .*)?$");

    @ParameterizedTest
    @ValueSource(strings = {"ln", "readlink", "realpath"})
    void eachOptionOnThePageIsOne(String program) {
        String page = run(program, "--help");
        List<String> options = OPTIONS.matcher(page).results().flatMap(line -> Stream.of(line.group(1).split(", ")))
                .map(option -> option.split("[=\\[]", 2)[0]).toList();

        assertThat(options).contains("--help", "--version").hasSizeGreaterThan(10)
                .allSatisfy(option -> assertThat(run(program, option, "--help"))
                        .doesNotContain("unrecognized option", "invalid option"));
    }

    private static String run(String... words) {
        FakeLinkSystem system = FakeLinkSystem.posix();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Main.run(Invocation.of(words).inDirectory(LinkPath.of(PathRules.POSIX, "/")).withEnvironment(Map.of())
                .withLinkSystem(() -> system).withStreams(InputStream.nullInputStream(), said, said));
        return said.toString(StandardCharsets.UTF_8);
    }
}
