package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.linkwright.CreateOptions;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.Kernel32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is refused on the fake that plays Windows is tried with the function of Windows too, on an equal volume: where
/// that does it, it is known that the refusal is ours; where it does not, that it is Windows' own answer.
final class RefusedAlthoughWindowsWouldTest {
    private static final LinkTarget NEW = LinkTarget.of("new");
    private static final String VOLUME = "\\??\\Volume{00000000-0000-0000-0000-000000000001}\\";
    private static final ReparseData UNKNOWN = new ReparseData.AppExecutionAlias(List.of("p", "p!a", "C:\\p.exe"));

    private enum Function {
        DOES_IT,
        REFUSES_TOO
    }

    private interface Ours {
        void on(Links links, FakeLinkSystem windows) throws IOException;
    }

    private interface Theirs {
        boolean on(FakeKernel32 kernel32, FakeLinkSystem windows) throws IOException;
    }

    private record Case(String name, List<FakeCondition> conditions, Reason reason, Ours ours, Function function,
            int lastError, Theirs theirs) {
        static Case ours(String name, Reason reason, Ours ours, Theirs theirs) {
            return new Case(name, List.of(), reason, ours, Function.DOES_IT, 0, theirs);
        }

        static Case windows(String name, Reason reason, Ours ours, int lastError, Theirs theirs) {
            return new Case(name, List.of(), reason, ours, Function.REFUSES_TOO, lastError, theirs);
        }

        Case under(FakeCondition... these) {
            return new Case(name, List.of(these), reason, ours, function, lastError, theirs);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRefusalIsKnownForOursOrForThatOfWindows() {
        return Stream.concat(ours(), windows()).map(each -> DynamicTest.dynamicTest(each.name(), () -> refuse(each)));
    }

    private static Stream<Case> ours() {
        return Stream.of(
                Case.ours("DeleteFileW of a file as a link", Reason.NOT_A_LINK,
                        (links, windows) -> links.remove(windows.path("C:\\file")),
                        (kernel32, windows) -> kernel32.deleteFile("C:\\file")),
                Case.ours("RemoveDirectoryW of a directory as a link", Reason.NOT_A_LINK,
                        (links, windows) -> links.remove(windows.path("C:\\dir")),
                        (kernel32, windows) -> kernel32.removeDirectory("C:\\dir")),
                Case.ours("RemoveDirectoryW of a volume mount point", Reason.PROTECTED_REPARSE_POINT,
                        (links, windows) -> links.remove(windows.path("C:\\mount")),
                        (kernel32, windows) -> kernel32.removeDirectory("C:\\mount")),
                Case.ours("DeleteFileW of a reparse point that is no link", Reason.PROTECTED_REPARSE_POINT,
                        (links, windows) -> links.remove(windows.path("C:\\app")),
                        (kernel32, windows) -> kernel32.deleteFile("C:\\app")),
                Case.ours("MoveFileExW over a file", Reason.NOT_A_LINK,
                        (links, windows) -> links.retarget(windows.path("C:\\file"), NEW, RetargetOptions.defaults()),
                        (kernel32, windows) -> kernel32.moveFile("C:\\link", "C:\\file", FakeRename.REPLACE)),
                Case.ours("FSCTL_SET_REPARSE_POINT on a link that is not as expected", Reason.UNEXPECTED_TARGET,
                        (links, windows) -> links.retarget(windows.path("C:\\link"), NEW,
                                RetargetOptions.defaults().withExpected(LinkTarget.of("other"))),
                        (kernel32, windows) -> set(kernel32, "C:\\link",
                                new ReparseData.SymbolicLink("x", "x", true))));
    }

    private static Stream<Case> windows() {
        return Stream.of(
                Case.windows("a name that is taken", Reason.EXISTS, creating("C:\\file"), 183, function("C:\\file")),
                Case.windows("a directory that does not exist", Reason.PARENT_NOT_FOUND, creating("C:\\none\\new"), 3,
                        function("C:\\none\\new")),
                Case.windows("an impossible name", Reason.INVALID_NAME, creating("C:\\a?"), 123, function("C:\\a?")),
                Case.windows("no privilege", Reason.PRIVILEGE_NOT_HELD, creating("C:\\new"), 1314,
                        function("C:\\new")).under(FakeCondition.NO_PRIVILEGE),
                Case.windows("a volume without reparse points", Reason.UNSUPPORTED_BY_FILE_SYSTEM,
                        creating("C:\\new"), 1, function("C:\\new")).under(FakeCondition.NO_LINKS),
                Case.windows("a full volume", Reason.NO_SPACE, creating("C:\\new"), 112, function("C:\\new"))
                        .under(FakeCondition.FULL),
                Case.windows("a volume that is not to be written to", Reason.READ_ONLY_FILE_SYSTEM,
                        creating("C:\\new"), 19, function("C:\\new")).under(FakeCondition.READ_ONLY),
                Case.windows("a name whose removal is pending", Reason.ACCESS_DENIED, creating("C:\\pending"), 5,
                        function("C:\\pending")),
                Case.windows("a directory that is not empty", Reason.DIRECTORY_NOT_EMPTY,
                        (links, windows) -> windows.at(windows.root()).removeDirectory(Name.of("full")), 145,
                        (kernel32, windows) -> kernel32.removeDirectory("C:\\full")),
                Case.windows("a file as a directory", Reason.NOT_A_DIRECTORY,
                        (links, windows) -> windows.at(windows.root()).removeDirectory(Name.of("file")), 267,
                        (kernel32, windows) -> kernel32.removeDirectory("C:\\file")),
                Case.windows("a loop", Reason.TOO_MANY_LINKS_IN_PATH,
                        (links, windows) -> windows.at(windows.root()).follow(Name.of("loop")), 1921,
                        (kernel32, windows) -> kernel32.createFile("C:\\loop", FakeHandle.Share.ALL) != null),
                Case.windows("another kind of reparse point", Reason.CHANGED_BY_OTHERS,
                        (links, windows) -> windows.at(windows.root()).replaceReparseData(Name.of("app"),
                                ReparseBuffer.encode(UNKNOWN),
                                ReparseBuffer.encode(new ReparseData.SymbolicLink("x", "x", true))),
                        4394,
                        (kernel32, windows) -> set(kernel32, "C:\\app", new ReparseData.SymbolicLink("x", "x", true))));
    }

    private static Ours creating(String link) {
        return (links, windows) -> links.create(windows.path(link), NEW, CreateOptions.defaults());
    }

    private static Theirs function(String link) {
        return (kernel32, windows) -> {
            Kernel32 function = Kernel32.on(windows);
            boolean answer = function.createSymbolicLink(link, "new", 0);
            kernel32.setLastError(function.getLastError());
            return answer;
        };
    }

    private static boolean set(FakeKernel32 kernel32, String path, ReparseData data) throws IOException {
        try (FakeHandle handle = kernel32.openReparsePoint(path, FakeHandle.Share.ALL, FakeHandle.Access.WRITE)) {
            return kernel32.setReparsePoint(Objects.requireNonNull(handle), ReparseBuffer.encode(data));
        }
    }

    private static FakeLinkSystem volume() throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        TreeLayout.of("file", "dir/", "full/inside", "link =F=> old", "loop =F=> loop", "pending =F=> x")
                .plantIn(windows, windows.root());
        windows.plant(windows.path("C:\\mount"), new ReparseData.MountPoint(VOLUME, VOLUME), TargetKind.DIRECTORY);
        windows.plant(windows.path("C:\\app"), UNKNOWN, TargetKind.FILE);
        windows.makeDeletePending(windows.path("C:\\pending"));
        return windows;
    }

    private static void refuse(Case each) throws IOException {
        FakeLinkSystem ours = volume().with(each.conditions().toArray(FakeCondition[]::new));
        List<String> before = names(ours);
        Throwable refusal = catchThrowable(() -> each.ours().on(Links.on(ours), ours));
        assertThat(refusal).isInstanceOf(LinkFailure.class);
        assertThat(((LinkFailure) refusal).reason()).as(refusal.getMessage()).isEqualTo(each.reason());
        assertThat(names(ours)).isEqualTo(before);

        FakeLinkSystem theirs = volume().with(each.conditions().toArray(FakeCondition[]::new));
        FakeKernel32 kernel32 = theirs.kernel32();
        assertThat(each.theirs().on(kernel32, theirs)).as("last error %d", kernel32.getLastError())
                .isEqualTo(each.function() == Function.DOES_IT);
        if (each.function() == Function.REFUSES_TOO) {
            assertThat(kernel32.getLastError()).isEqualTo(each.lastError());
            assertThat(((LinkFailure) refusal).code().orElse(each.lastError())).isEqualTo(each.lastError());
        }
    }

    private static List<String> names(FakeLinkSystem windows) throws IOException {
        return ContractRules.names(windows.at(windows.root())).stream().map(Name::toString).toList();
    }
}
