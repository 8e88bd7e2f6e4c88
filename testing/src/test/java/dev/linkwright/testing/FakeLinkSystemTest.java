package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Directory;
import dev.linkwright.Entry;
import dev.linkwright.FileType;
import dev.linkwright.Junction;
import dev.linkwright.LinkExistsException;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkNotFoundException;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.VolumeMountPoint;
import dev.linkwright.WslLink;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseTag;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What the fake is besides a link system that keeps the contract.
final class FakeLinkSystemTest {
    private static final Name LINK = Name.of("link");
    private static final Name DIR = Name.of("dir");

    private final FakeLinkSystem posix = FakeLinkSystem.posix();
    private final FakeLinkSystem windows = FakeLinkSystem.windows();

    private static void refusedFor(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(LinkFailure.class,
                failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    void whatIsHeldIsToldUntilItIsClosed() throws FileSystemException {
        posix.at(posix.root()).makeDirectory(DIR);
        try (Directory held = posix.open(posix.root()); Directory inner = held.open(DIR)) {
            assertThat(posix.openDirectories()).containsExactly(held.path(), inner.path());
            assertThat(posix.with(FakeCondition.FULL).openDirectories()).hasSize(2);
        }
        assertThat(posix.openDirectories()).isEmpty();
    }

    @Test
    void aPathOfTheOtherSyntaxIsRefused() {
        Path path = Path.of("x");
        boolean here = path.getFileSystem().getSeparator().equals("/");
        FakeLinkSystem same = here ? posix : windows;
        FakeLinkSystem other = here ? windows : posix;
        assertThat(same.pathOf(path)).isEqualTo(same.path("x"));
        assertThatThrownBy(() -> other.pathOf(path)).isInstanceOf(ProviderMismatchException.class);
    }

    @Test
    void aStrictFakeRefusesWhatWindowsCouldNotDo() throws FileSystemException {
        Directory root = FakeLinkSystem.strict().at(posix.root());
        for (String name : new String[]{"a:b", "a?", "trailing.", "blank ", "NUL", "a\\b"}) {
            refusedFor(Reason.INVALID_NAME, () -> root.makeDirectory(Name.of(name)));
        }
        for (String text : new String[]{"a\\b", "C:\\x", "a:b", "nul", "x."}) {
            refusedFor(Reason.INVALID_TARGET,
                    () -> root.makeLink(LINK, LinkTarget.of(text), TargetKind.UNSPECIFIED));
        }
        root.makeLink(LINK, LinkTarget.of("../dir/file"), TargetKind.UNSPECIFIED);
        refusedFor(Reason.EXISTS, () -> root.makeDirectory(Name.of("LINK")));
        assertThat(root.capabilities().has(Capability.RENAME_EXCHANGE)).isFalse();
    }

    @Test
    void reparsePointsOfEveryKindAreShownAsWhatTheyAre() throws FileSystemException {
        windows.at(windows.root()).makeDirectory(DIR);
        plantAt("j", ReparseData.MountPoint.to("C:\\dir"), TargetKind.DIRECTORY);
        String volume = "\\??\\Volume{00000000-0000-0000-0000-000000000001}\\";
        plantAt("v", new ReparseData.MountPoint(volume, volume), TargetKind.DIRECTORY);
        plantAt("wsl", ReparseData.WslLink.of("/mnt/c/dir"), TargetKind.FILE);
        assertThat(shown("j")).isInstanceOfSatisfying(Junction.class,
                junction -> assertThat(junction.target()).isEqualTo(LinkTarget.of("C:\\dir")));
        assertThat(shown("v")).isInstanceOf(VolumeMountPoint.class);
        assertThat(shown("wsl")).isInstanceOf(WslLink.class);
        assertThat(windows.at(windows.path("C:\\v\\v\\j")).status().identity())
                .isEqualTo(windows.at(windows.path("C:\\dir")).status().identity());
    }

    private void plantAt(String name, ReparseData data, TargetKind kind) throws FileSystemException {
        windows.plant(windows.root().resolve(Name.of(name)), data, kind);
    }

    private Entry shown(String name) throws FileSystemException {
        return Links.on(windows).show(windows.root().resolve(Name.of(name)));
    }

    @Test
    void onlyLinksThatMayBeRemovedAreRemoved() throws FileSystemException {
        windows.at(windows.root()).makeDirectory(DIR);
        plantAt("j", ReparseData.MountPoint.to("C:\\dir"), TargetKind.DIRECTORY);
        String volume = "\\??\\Volume{00000000-0000-0000-0000-000000000001}\\";
        plantAt("v", new ReparseData.MountPoint(volume, volume), TargetKind.DIRECTORY);
        Links links = Links.on(windows);
        links.remove(windows.path("C:\\j"));
        refusedFor(Reason.PROTECTED_REPARSE_POINT, () -> links.remove(windows.path("C:\\v")));
        assertThat(windows.at(windows.root()).stat(DIR).isDirectory()).isTrue();
        assertThat(windows.at(windows.root()).stat(Name.of("v")).type()).isEqualTo(FileType.REPARSE_POINT);
    }

    @Test
    void aFolderKeptInACloudIsAFolderAndStaysOne() throws FileSystemException {
        ReparseTag cloud = new ReparseTag(0x9000001A);
        plantAt("cloud", new ReparseData.Opaque(cloud, ByteString.of((byte) 1)), TargetKind.DIRECTORY);
        windows.writeFile(windows.path("C:\\cloud\\file"), "kept");
        Status status = windows.at(windows.root()).stat(Name.of("cloud"));
        assertThat(status.type()).isEqualTo(FileType.DIRECTORY);
        assertThat(status.reparseTag()).isEqualTo(cloud.value());
        assertThat(status.attributes()).isEqualTo(0x410);
        windows.at(windows.root()).open(Name.of("cloud")).close();
        refusedFor(Reason.PROTECTED_REPARSE_POINT, () -> Links.on(windows).remove(windows.path("C:\\cloud")));
        assertThat(windows.readFile(windows.path("C:\\cloud\\file"))).isEqualTo("kept");
    }

    @Test
    void namesAreTheSameWhereThePathRulesSaySo() throws FileSystemException {
        Directory root = windows.at(windows.root());
        for (char unit = '0'; unit < 0x600; unit++) {
            Name name = Name.of("n" + unit);
            String other = "n" + Character.toUpperCase(unit);
            if (name.isSingleIn(windows.rules()) && "<>?|".indexOf(unit) < 0) {
                root.makeDirectory(name);
                boolean same = PathRules.WINDOWS.sameName(name.units(), other);
                assertThat(isThere(root, Name.of(other))).as("%s and %s", name, other).isEqualTo(same);
                root.removeDirectory(name);
            }
        }
    }

    private static boolean isThere(Directory directory, Name name) throws FileSystemException {
        try {
            return directory.stat(name).isDirectory();
        } catch (LinkNotFoundException e) {
            return false;
        }
    }

    @Test
    void aDirectoryLinkIsRetargetedAndStaysOne() throws FileSystemException {
        Directory root = windows.at(windows.root());
        root.makeLink(LINK, LinkTarget.of("old"), TargetKind.DIRECTORY);
        LinkPath link = windows.root().resolve(LINK);
        Links.on(windows).retarget(link, LinkTarget.of("new"), RetargetOptions.defaults());
        assertThat(root.readLink(LINK)).isEqualTo(LinkTarget.of("new"));
        assertThat(root.stat(LINK).targetKind()).isEqualTo(TargetKind.DIRECTORY);
        assertThat(windows.openDirectories()).isEmpty();
    }

    @Test
    void reparseDataAreReplacedOnlyIfTheyAreAsExpected() throws FileSystemException {
        Directory root = windows.at(windows.root());
        byte[] old = ReparseBuffer.encode(new ReparseData.SymbolicLink("old", "old", true));
        byte[] next = ReparseBuffer.encode(new ReparseData.SymbolicLink("next", "next", true));
        root.makeReparsePoint(LINK, old, TargetKind.DIRECTORY);
        root.replaceReparseData(LINK, old, next);
        refusedFor(Reason.CHANGED_BY_OTHERS, () -> root.replaceReparseData(LINK, old, old));
        assertThat(root.readReparseData(LINK)).isEqualTo(next);
        byte[] junction = ReparseBuffer.encode(ReparseData.MountPoint.to("C:\\dir"));
        assertThatThrownBy(() -> root.replaceReparseData(LINK, next, junction))
                .isInstanceOfSatisfying(LinkFailure.class, failure -> assertThat(failure.code()).hasValue(4394));
    }

    @Test
    void whatMayNotCarryReparseDataDoesNot() throws FileSystemException {
        Directory root = windows.at(windows.root());
        byte[] junction = ReparseBuffer.encode(ReparseData.MountPoint.to("C:\\dir"));
        byte[] cut = Arrays.copyOf(junction, junction.length - 1);
        byte[] reserved = {1, 0, 0, (byte) 0x8F, 0, 0, 0, 0};
        assertCode(267, () -> root.makeReparsePoint(LINK, junction, TargetKind.FILE));
        assertCode(4392, () -> root.makeReparsePoint(LINK, cut, TargetKind.DIRECTORY));
        assertCode(4393, () -> root.makeReparsePoint(LINK, reserved, TargetKind.FILE));
        refusedFor(Reason.NOT_FOUND, () -> root.stat(LINK));
        root.makeDirectory(DIR);
        windows.writeFile(windows.path("C:\\dir\\inside"), "inside");
        FakeKernel32 kernel32 = windows.kernel32();
        FakeHandle handle = kernel32.openReparsePoint("C:\\dir", FakeHandle.Share.ALL, FakeHandle.Access.WRITE);
        try (handle) {
            assertThat(handle).isNotNull();
            assertThat(handle != null && kernel32.setReparsePoint(handle, junction)).isFalse();
            assertThat(kernel32.getLastError()).isEqualTo(145);
        }
    }

    private static void assertCode(int code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(LinkFailure.class,
                failure -> assertThat(failure.code()).hasValue(code));
    }

    @Test
    void aDisabledPrivilegeIsNotEnoughForReparseDataThroughAHandle() throws FileSystemException {
        windows.writeFile(windows.path("C:\\empty"), "");
        byte[] link = ReparseBuffer.encode(new ReparseData.SymbolicLink("x", "x", true));
        FakeKernel32 kernel32 = windows.with(FakeCondition.PRIVILEGE_DISABLED).kernel32();
        FakeHandle handle = kernel32.openReparsePoint("C:\\empty", FakeHandle.Share.ALL, FakeHandle.Access.WRITE);
        try (handle) {
            assertThat(handle).isNotNull();
            assertThat(handle != null && kernel32.setReparsePoint(handle, link)).isFalse();
            assertThat(kernel32.getLastError()).isEqualTo(1314);
            assertThat(handle != null && windows.kernel32().setReparsePoint(handle, link)).isTrue();
        }
    }

    @Test
    void posixClimbsFromWhereALinkLeads() throws FileSystemException {
        Directory root = posix.at(posix.root());
        root.makeDirectory(DIR);
        posix.at(posix.path("/dir")).makeDirectory(Name.of("deep"));
        posix.writeFile(posix.path("/dir/file"), "the one in dir");
        root.makeLink(LINK, LinkTarget.of("dir/deep"), TargetKind.UNSPECIFIED);
        assertThat(posix.readFile(posix.path("/link/../file"))).isEqualTo("the one in dir");
    }

    @Test
    void fortyLinksAreFollowedAndNoMore() throws FileSystemException {
        posix.writeFile(posix.path("/end"), "end");
        Directory root = posix.at(posix.root());
        for (int i = 40; i >= 0; i--) {
            String text = i == 40 ? "end" : "c" + (i + 1);
            root.makeLink(Name.of("c" + i), LinkTarget.of(text), TargetKind.UNSPECIFIED);
        }
        assertThat(posix.readFile(posix.path("/c1"))).isEqualTo("end");
        refusedFor(Reason.TOO_MANY_LINKS_IN_PATH, () -> posix.readFile(posix.path("/c0")));
    }

    @Test
    void aNamedPipeIsNeitherFileNorLink() throws FileSystemException {
        posix.makeFifo(posix.path("/pipe"));
        assertThat(posix.at(posix.root()).stat(Name.of("pipe")).type()).isEqualTo(FileType.FIFO);
    }

    @Test
    void whatWindowsWouldFoldIsNotStoredAsSomethingElse() {
        refusedFor(Reason.INVALID_TARGET, () -> windows.at(windows.root()).makeLink(LINK,
                LinkTarget.of("C:\\a\\..\\b"), TargetKind.FILE));
        refusedFor(Reason.INVALID_TARGET,
                () -> windows.at(windows.root()).makeLink(LINK, LinkTarget.of("C:b"), TargetKind.FILE));
    }

    @Test
    void ofTwoThreadsOneMakesTheLink() throws Exception {
        for (int round = 0; round < 200; round++) {
            LinkPath link = posix.root().resolve(Name.of("link" + round));
            CyclicBarrier start = new CyclicBarrier(2);
            AtomicInteger made = new AtomicInteger();
            AtomicInteger taken = new AtomicInteger();
            Runnable maker = () -> {
                try {
                    start.await();
                    Links.on(posix).create(link, LinkTarget.of("text"), CreateOptions.defaults());
                    made.incrementAndGet();
                } catch (LinkExistsException e) {
                    taken.incrementAndGet();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            };
            Thread other = new Thread(maker);
            other.start();
            maker.run();
            other.join();
            assertThat(made).hasValue(1);
            assertThat(taken).hasValue(1);
        }
    }
}
