package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.linkwright.probe.KilledProbe;
import dev.linkwright.probe.KilledProbe.Deed;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which system calls change something, in which order, as the kernel saw them: `strace` on a process of its own, only
/// what concerns the directory of the link.
final class SystemCallsOfLinksTest {
    private static final String NEVER = Integer.toString(Integer.MAX_VALUE);
    private static final String CHANGES = "symlink,symlinkat,link,linkat,rename,renameat,renameat2,unlink,unlinkat,rmdir,"
            + "mkdir,mkdirat,chown,lchown,fchownat,utimensat,chmod,fchmodat,setxattr,lsetxattr,fsetxattr,mknodat,creat";
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|<([^>]*)>|(RENAME_\\w+)|\\b(E[A-Z]{3,})\\b");
    private static final Pattern TEMPORARY = Pattern.compile("\\.lw-\\d+-[a-z2-7]{26}~?");

    @TempDir
    Path base;

    private Path scene;
    private Path link;

    @BeforeEach
    void enter() throws IOException {
        ThisHost.linkSystem();
        Bench.POSIX.require(Root.hasCommand("strace"), "strace");
        scene = Files.createDirectory(base.resolve("scene"));
        link = scene.resolve("link");
    }

    @Test
    void creatingIsOneCall() throws Exception {
        assertThat(changes(Deed.CREATE)).containsExactly("symlinkat new link");
    }

    @Test
    void parentsAreMadeFromAboveAndTheLinkLast() throws Exception {
        link = scene.resolve("a/b/link");
        assertThat(changes(Deed.CREATE_WITH_PARENTS))
                .containsExactly("mkdirat a", "mkdirat b", "symlinkat new link");
    }

    @Test
    void aNewLinkHasTheTimesOfTheOldOneBeforeTheyChangePlaces() throws Exception {
        Files.createSymbolicLink(link, Path.of("old"));
        List<String> expected = List.of("symlinkat new TEMPORARY-1", "utimensat TEMPORARY-1",
                "renameat2 TEMPORARY-1 link RENAME_EXCHANGE", "unlinkat TEMPORARY-1");
        assertThat(changes(Deed.RETARGET)).isEqualTo(expected);

        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("old"));
        assertThat(changes(Deed.RETARGET_AS_EXPECTED)).isEqualTo(expected);
    }

    @Test
    void theOwnerComesLast() throws Exception {
        Root.require();
        Files.createSymbolicLink(link, Path.of("old"));
        Root.run("chown", "-h", "4321", link.toString());
        assertThat(changes(Deed.RETARGET)).containsExactly("symlinkat new TEMPORARY-1", "utimensat TEMPORARY-1",
                "fchownat TEMPORARY-1", "renameat2 TEMPORARY-1 link RENAME_EXCHANGE", "unlinkat TEMPORARY-1");
    }

    @Test
    void withoutAnExchangeTheOldOneIsRenamedOver() throws Exception {
        Files.createSymbolicLink(link, Path.of("old"));
        assertThat(changes(Deed.RETARGET_WITHOUT_EXCHANGE)).containsExactly("symlinkat new TEMPORARY-1",
                "utimensat TEMPORARY-1", "renameat TEMPORARY-1 link");
    }

    @Test
    void withAGapNoRenameReplacesAnything() throws Exception {
        Files.createSymbolicLink(link, Path.of("old"));
        assertThat(changes(Deed.RETARGET_BY_SETTING_ASIDE)).containsExactly("symlinkat new TEMPORARY-1",
                "utimensat TEMPORARY-1", "renameat2 link TEMPORARY-2 RENAME_NOREPLACE",
                "renameat2 TEMPORARY-1 link RENAME_NOREPLACE", "unlinkat TEMPORARY-2");
    }

    @Test
    void replacingBeginsWithTryingTheName() throws Exception {
        Files.createSymbolicLink(link, Path.of("old"));
        assertThat(changes(Deed.CREATE_AND_REPLACE)).containsExactly("symlinkat new link EEXIST",
                "symlinkat new TEMPORARY-1", "utimensat TEMPORARY-1", "renameat2 TEMPORARY-1 link RENAME_EXCHANGE",
                "unlinkat TEMPORARY-1");
    }

    @Test
    void aBackupIsExchangedAndThenRenamedWithoutReplacing() throws Exception {
        Files.writeString(link, "precious");
        Files.writeString(scene.resolve("link~"), "older");
        assertThat(changes(Deed.BACK_UP)).containsExactly("symlinkat new link EEXIST", "symlinkat new TEMPORARY-1",
                "symlinkat new TEMPORARY-2", "renameat2 TEMPORARY-1 link RENAME_EXCHANGE",
                "renameat2 TEMPORARY-1 link~ RENAME_NOREPLACE EEXIST",
                "renameat2 TEMPORARY-1 link.~1~ RENAME_NOREPLACE", "unlinkat TEMPORARY-2");
        assertThat(scene.resolve("link.~1~")).hasContent("precious");
        assertThat(scene.resolve("link~")).hasContent("older");
    }

    private List<String> changes(Deed deed) throws IOException, InterruptedException {
        Path trace = base.resolve("trace");
        ChildJvm.Outcome outcome = new ChildJvm()
                .under("strace", "-f", "-y", "-qq", "-s", "4096", "-e", "signal=none", "-e", "trace=" + CHANGES,
                        "-o", trace.toString())
                .onClassPath()
                .with("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData")
                .run(KilledProbe.class, deed.name(), link.toString(), NEVER);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        List<String> calls = new ArrayList<>();
        List<String> temporaries = new ArrayList<>();
        for (String line : Files.readAllLines(trace)) {
            if (line.contains(scene.toString())) {
                calls.add(call(line, temporaries));
            }
        }
        return calls;
    }

    /// The function, the names and texts that it was given, a flag, and the code if it failed.
    private String call(String line, List<String> temporaries) {
        String function = line.replaceFirst("^\\d+ +", "").replaceFirst("\\(.*", "");
        StringBuilder told = new StringBuilder(function);
        Matcher tokens = TOKEN.matcher(line);
        while (tokens.find()) {
            String token = tokens.group().replaceAll("[\"<>]", "");
            boolean isDirectory = tokens.group(2) != null && Files.isDirectory(Path.of(token));
            String name = token.substring(token.lastIndexOf('/') + 1);
            if (!isDirectory && !name.isEmpty()) {
                told.append(' ').append(numbered(name, temporaries));
            }
        }
        return told.toString();
    }

    private static String numbered(String name, List<String> temporaries) {
        if (!TEMPORARY.matcher(name).matches()) {
            return name;
        }
        if (!temporaries.contains(name)) {
            temporaries.add(name);
        }
        return "TEMPORARY-" + (temporaries.indexOf(name) + 1);
    }
}
