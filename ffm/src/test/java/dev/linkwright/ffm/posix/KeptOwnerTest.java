package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import dev.linkwright.CreateOptions;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.probe.RetargetProbe;
import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner of a link that is replaced, as only root can change it, and what somebody else is told who cannot.
final class KeptOwnerTest {
    private static final int SOMEBODY = 4321;
    private static final int SOME_GROUP = 1234;
    private static final String NOBODY = "65534";
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000, 123_456_789);

    @TempDir
    Path base;

    private Path link;

    @BeforeEach
    void plant() throws IOException {
        ThisHost.linkSystem();
        Root.require();
        link = Files.createSymbolicLink(base.resolve("link"), Path.of("old"));
        Root.run("touch", "-h", "-d", LONG_AGO.toString(), link.toString());
        Root.run("chown", "-h", SOMEBODY + ":" + SOME_GROUP, link.toString());
    }

    @Test
    void rootKeepsOwnerGroupAndTimes() throws IOException {
        assertThat(Links.on(ThisHost.linkSystem()).retarget(link, "new", RetargetOptions.defaults()).notKept())
                .isEmpty();
        isThatOfSomebody();
        hasItsTime();
    }

    @Test
    void creatingInThePlaceOfALinkKeepsThemToo() throws IOException {
        CreateOptions replacing = CreateOptions.defaults().withIfExists(CreateOptions.IfExists.REPLACE);
        assertThat(Links.on(ThisHost.linkSystem()).create(link, "new", replacing).notKept()).isEmpty();
        isThatOfSomebody();
        hasItsTime();
    }

    @Test
    void anOrdinaryUserIsToldThatTheLinkIsHisNow() throws Exception {
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxrwxrwx"));

        ChildJvm.Outcome outcome = new ChildJvm()
                .under("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .run(RetargetProbe.class, link.toString(), "new");

        assertThat(outcome.lines()).containsExactly("changed: true", "guarantee: ATOMIC",
                "not kept: OWNER, NOT_PERMITTED by fchownat EPERM");
        assertThat(Files.readSymbolicLink(link)).hasToString("new");
        assertThat(Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(Integer.parseInt(NOBODY));
        hasItsTime();
    }

    /// It has no handle on a link, so it changes nothing by the name.
    @Test
    void javaNioTellsThatItKeepsNeither() throws IOException {
        NioLinkSystem nio = NioLinkSystem.of(base.getFileSystem());
        var done = Links.on(nio).retarget(LinkPath.of(link), LinkTarget.of("new"), RetargetOptions.defaults());
        assertThat(done.notKept()).extracting(each -> each.failure().operation())
                .containsExactly("keep the owner of", "keep the times of");
        assertThat(Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS)).isEqualTo(0);
    }

    private void isThatOfSomebody() throws IOException {
        assertThat(Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS)).isEqualTo(SOMEBODY);
        assertThat(Files.getAttribute(link, "unix:gid", LinkOption.NOFOLLOW_LINKS)).isEqualTo(SOME_GROUP);
    }

    private void hasItsTime() throws IOException {
        assertThat(Files.getLastModifiedTime(link, LinkOption.NOFOLLOW_LINKS)).isEqualTo(FileTime.from(LONG_AGO));
    }
}
