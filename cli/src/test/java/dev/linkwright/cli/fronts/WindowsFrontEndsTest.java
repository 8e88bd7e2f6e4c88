package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import dev.linkwright.Junction;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.cli.Invocation;
import dev.linkwright.cli.Main;
import dev.linkwright.path.PathRules;
import dev.linkwright.testing.FakeCondition;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The front ends by the rules of Windows: links of the right type, junctions, and never a copy.
class WindowsFrontEndsTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();

    @BeforeEach
    void makeTree() throws IOException {
        windows.at(windows.root()).makeDirectory(Name.of("work"));
        windows.at(path("C:\\work")).makeDirectory(Name.of("sub"));
        windows.writeFile(path("C:\\work\\file"), "content");
    }

    @ParameterizedTest
    @CsvSource({"file, FILE", "sub, DIRECTORY", "missing, FILE"})
    void aSymbolicLinkHasTheTypeOfItsTarget(String target, TargetKind kind) throws Exception {
        assertThat(run(windows, "ln -s " + target + " link")).isEqualTo(new Ran(0, "", ""));

        assertThat(windows.at(path("C:\\work")).stat(Name.of("link")).targetKind()).isEqualTo(kind);
        assertThat(run(windows, "readlink link").out()).isEqualTo(target + "\n");
    }

    @Test
    void aLinkIsReplacedByOneOfTheRightType() throws Exception {
        run(windows, "ln -s file link");

        assertThat(run(windows, "ln -sfn sub link")).isEqualTo(new Ran(0, "", ""));
        assertThat(windows.at(path("C:\\work")).stat(Name.of("link")).targetKind()).isEqualTo(TargetKind.DIRECTORY);
        assertThat(run(windows, "ln -sfn sub\\. link").err()).isEmpty();
        assertThat(run(windows, "readlink link").out()).isEqualTo("sub\\.\n");
    }

    @Test
    void withoutThePrivilegeThereIsAJunctionIfThatIsWishedAndElseNothing() throws Exception {
        LinkSystem user = windows.with(FakeCondition.NO_PRIVILEGE);

        Ran refused = run(user, "ln -s sub link");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).startsWith("ln: failed to create symbolic link 'link': ").contains("privilege");
        assertThat(run(user, "readlink link").code()).isEqualTo(1);

        Ran made = run(user, "ln -sv --junction sub link");
        assertThat(made).isEqualTo(new Ran(0, "'link' -> 'sub'\n",
                "ln: symbolic links are not permitted: 'link' is a junction\n"));
        assertThat(Links.on(windows).show(path("C:\\work\\link"))).isInstanceOfSatisfying(Junction.class,
                junction -> assertThat(junction.target()).isEqualTo(LinkTarget.of("C:\\work\\sub")));
        assertThat(run(user, "ln -s --junction file other").code()).isEqualTo(1);

        windows.addDrive('Z', FakeCondition.REMOTE);
        windows.at(path("Z:\\")).makeDirectory(Name.of("far"));
        assertThat(run(user, "ln -s --junction Z:\\far other").err()).contains("privilege");
        assertThat(run(user, "readlink other").code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mklink link file        | symbolic link created for link <<===>> file
            mklink /d link sub      | symbolic link created for link <<===>> sub
            mklink /D link missing  | symbolic link created for link <<===>> missing
            mklink /J link sub      | Junction created for link <<===>> sub
            mklink /h link file     | Hardlink created for link <<===>> file
            mklink link sub /j      | Junction created for link <<===>> sub
            mklink link /H file     | Hardlink created for link <<===>> file
            mklink /D/J link sub    | Junction created for link <<===>> sub
            mklink /J /d link sub   | symbolic link created for link <<===>> sub
            mklink /J link missing  | Junction created for link <<===>> missing
            """)
    void mklinkSaysWhatItMade(String line, String said) {
        assertThat(run(windows, line)).isEqualTo(new Ran(0, said + "\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mklink file x         | Cannot create a file when that file already exists.
            mklink no\\dir\\a x   | The system cannot find the path specified.
            mklink /H a missing   | The system cannot find the file specified.
            mklink /H a sub       | Access is denied.
            mklink /X a b         | Invalid switch - "X".
            mklink a b /dir       | Invalid switch - "dir".
            mklink a /no/dir      | Invalid switch - "no".
            mklink a /            | Invalid switch - "".
            mklink /J sub file    | Cannot create a file when that file already exists.
            mklink /H sub file    | Cannot create a file when that file already exists.
            mklink /J l \\\\a\\b   | Local volumes are required to complete the operation.
            mklink /J l Z:\\far   | Local volumes are required to complete the operation.
            """)
    void mklinkRefusesInTheWordsOfWindows(String line, String said) throws Exception {
        windows.addDrive('Z', FakeCondition.REMOTE);

        assertThat(run(windows, line)).isEqualTo(new Ran(1, "", said + "\n"));
    }

    @Test
    void mklinkWantsTwoOperandsAndThePrivilege() {
        for (String line : new String[]{"mklink", "mklink a", "mklink /J", "mklink /D a", "mklink a b c"}) {
            assertThat(run(windows, line)).as(line).isEqualTo(new Ran(1, "", """
                    The syntax of the command is incorrect.

                    MKLINK [[/D] | [/H] | [/J]] Link Target
                    """));
        }
        assertThat(run(windows.with(FakeCondition.NO_PRIVILEGE), "mklink a b"))
                .isEqualTo(new Ran(1, "", "You do not have sufficient privilege to perform this operation.\n"));
        assertThat(run(windows, "mklink /?").out()).startsWith("Usage: linkwright mklink");
    }

    @Test
    void onPosixAJunctionIsASymbolicLinkToTheAbsoluteDirectoryAndThatIsSaid() throws Exception {
        FakeLinkSystem posix = FakeLinkSystem.posix();
        posix.at(posix.root()).makeDirectory(Name.of("srv"));

        Ran ran = run(posix, LinkPath.of(PathRules.POSIX, "/srv"), "mklink /J link sub");

        assertThat(ran).isEqualTo(new Ran(0, "symbolic link created for link <<===>> /srv/sub\n",
                "There are no junctions here: made a symbolic link to the absolute directory.\n"));
        assertThat(posix.at(LinkPath.of(PathRules.POSIX, "/srv")).readLink(Name.of("link")))
                .isEqualTo(LinkTarget.of("/srv/sub"));
    }

    @Test
    void pathsAreCanonicalByTheRulesOfWindows() throws Exception {
        run(windows, "ln -s sub link");

        assertThat(run(windows, "readlink -f link\\x").out()).isEqualTo("C:\\work\\sub\\x\n");
        assertThat(run(windows, "realpath link/..").out()).isEqualTo("C:\\work\n");
        assertThat(run(windows, "realpath --relative-to=sub file").out()).isEqualTo("..\\file\n");
        assertThat(run(windows, "ln -sr file sub\\up").code()).isZero();
        assertThat(run(windows, "readlink sub\\up").out()).isEqualTo("..\\file\n");
    }

    @Test
    void onPosixAnOperandMayBeginLikeASwitch() throws Exception {
        FakeLinkSystem posix = FakeLinkSystem.posix();
        LinkPath root = LinkPath.of(PathRules.POSIX, "/");

        assertThat(run(posix, root, "mklink a /d").out()).isEqualTo("symbolic link created for a <<===>> /d\n");
        assertThat(run(posix, root, "mklink /long /b").out()).isEqualTo("symbolic link created for /long <<===>> /b\n");
        assertThat(run(posix, root, "mklink /b a").err()).isEqualTo("Invalid switch - \"b\".\n");
        assertThat(run(posix, root, "mklink /H b missing").err())
                .isEqualTo("The system cannot find the file specified.\n");
    }

    private static Ran run(LinkSystem system, String line) {
        return run(system, path("C:\\work"), line);
    }

    private static Ran run(LinkSystem system, LinkPath directory, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(Invocation.of(Stream.of(line.strip().split(" ")).toArray(String[]::new))
                .inDirectory(directory).withEnvironment(Map.of()).withLinkSystem(() -> system)
                .withStreams(InputStream.nullInputStream(), out, err));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static LinkPath path(String path) {
        return LinkPath.of(PathRules.WINDOWS, path);
    }

    /// What came of a run.
    private record Ran(int code, String out, String err) {}
}
