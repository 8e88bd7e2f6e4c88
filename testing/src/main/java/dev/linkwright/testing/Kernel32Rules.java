package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.linkwright.Capability;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.TargetKind;
import dev.linkwright.win32.Kernel32;
import dev.linkwright.win32.SymbolicLinkFlag;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// [Kernel32#createSymbolicLink] over a link system: what the page of `CreateSymbolicLink` says, with the last errors of
/// Windows everywhere.
abstract class Kernel32Rules extends ContractRules {
    private static final int FILE = SymbolicLinkFlag.FILE.value();
    private static final int DIRECTORY = SymbolicLinkFlag.DIRECTORY.value();
    private static final int UNPRIVILEGED = SymbolicLinkFlag.ALLOW_UNPRIVILEGED_CREATE.value();
    private static final int LONGEST_NAME = 255;

    private Kernel32 kernel32;

    @SuppressWarnings("NullAway.Init")
    Kernel32Rules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    @BeforeEach
    void load() {
        kernel32 = Kernel32.on(system);
    }

    /// As a program calls it that must work for ordinary users and on old versions: with flag 0x2, and again without it
    /// where that is unknown.
    private boolean create(@Nullable String link, @Nullable String target, int flags) {
        boolean created = kernel32.createSymbolicLink(link, target, flags | UNPRIVILEGED);
        boolean unknown = !created && kernel32.getLastError() == Win32Error.INVALID_PARAMETER.code();
        return unknown ? kernel32.createSymbolicLink(link, target, flags) : created;
    }

    private void made(LinkPath link, String target, int flags) throws IOException {
        assertThat(create(link.units(), target, flags)).as("the answer, last error %d", kernel32.getLastError())
                .isTrue();
        assertThat(kernel32.getLastError()).isZero();
        assertThat(links().read(link)).isEqualTo(LinkTarget.of(target));
    }

    private void refused(@Nullable String link, @Nullable String target, int flags, Win32Error... lastErrors)
            throws IOException {
        String before = picture();
        assertThat(create(link, target, flags)).as("the answer").isFalse();
        assertThat(Win32Error.of(kernel32.getLastError())).as("last error %d", kernel32.getLastError())
                .isPresent().get().isIn((Object[]) lastErrors);
        assertThat(picture()).as("what is there").isEqualTo(before);
    }

    @Test
    void aLinkForAFileIsMade() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("file");
        made(at("link"), "file", FILE);
        assertThat(contents("link")).isEqualTo("contents of file");
    }

    @Test
    void aLinkForADirectoryIsMade() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("directory/file");
        made(at("link"), "directory", DIRECTORY);
        assertThat(system.at(root).follow(name("link")).isDirectory()).isTrue();
    }

    @Test
    void theFlagSaysWhatTheTargetWillBeWhereLinksKnowIt() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        require(Capability.TARGET_KIND);
        made(at("to-file"), "missing", FILE);
        made(at("to-directory"), "missing", DIRECTORY);
        assertThat(links().show(at("to-file")).status().targetKind()).isEqualTo(TargetKind.FILE);
        assertThat(links().show(at("to-directory")).status().targetKind()).isEqualTo(TargetKind.DIRECTORY);
    }

    @Test
    void theTargetMayBeMissingUntilTheLinkIsUsed() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        made(at("link"), "later", FILE);
        write("later", "now");
        assertThat(contents("link")).isEqualTo("now");
    }

    @Test
    void aRelativeTextIsCountedFromTheDirectoryOfTheLink() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("directory/", "file");
        made(at("directory").resolve(name("link")), stored("../file").units(), FILE);
        assertThat(contents("directory/link")).isEqualTo("contents of file");
    }

    @Test
    void anAbsoluteTextIsTakenToo() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("file");
        made(at("link"), at("file").units(), FILE);
        assertThat(contents("link")).isEqualTo("contents of file");
    }

    @TestFactory
    Stream<DynamicTest> aNameThatIsTakenIsNotTouched() {
        return Stream.of(Occupant.values()).map(occupant -> DynamicTest.dynamicTest(occupant.toString(), () -> {
            String taken = takenBy(occupant).path().resolve(name(Occupant.NAME)).units();
            refused(taken, "x", FILE, orNoLinks(Win32Error.ALREADY_EXISTS));
            refused(taken, "x", DIRECTORY, orNoLinks(Win32Error.ALREADY_EXISTS));
        }));
    }

    /// Where there are no links, or no right to make them, that may be found out before anything else.
    private Win32Error[] orNoLinks(Win32Error... lastErrors) {
        Stream<Win32Error> more = has(Capability.SYMBOLIC_LINKS)
                ? Stream.empty()
                : Stream.of(Win32Error.INVALID_FUNCTION, Win32Error.NOT_SUPPORTED, Win32Error.PRIVILEGE_NOT_HELD);
        return Stream.concat(Stream.of(lastErrors), more).toArray(Win32Error[]::new);
    }

    @Test
    void toRefreshALinkItIsRemovedAndMadeAgain() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        made(at("link"), "one", FILE);
        refused(at("link").units(), "two", FILE, Win32Error.ALREADY_EXISTS);
        links().remove(at("link"));
        made(at("link"), "two", FILE);
    }

    @Test
    void theDirectoryOfTheLinkMustExist() throws IOException {
        refused(at("none/link").units(), "x", FILE, Win32Error.PATH_NOT_FOUND);
        plant("file");
        refused(at("file/link").units(), "x", FILE, Win32Error.PATH_NOT_FOUND);
    }

    @Test
    void linksInTheDirectoryOfTheLinkAreFollowed() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("directory/");
        made(at("way"), "directory", DIRECTORY);
        made(at("way/link"), "x", FILE);
        assertThat(links().read(at("directory/link"))).isEqualTo(LinkTarget.of("x"));
    }

    @Test
    void linksThatLeadInACircleLeadToNoDirectory() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        made(at("circle"), "circle", DIRECTORY);
        refused(at("circle/link").units(), "x", FILE, Win32Error.CANT_RESOLVE_FILENAME);
    }

    @Test
    void aSeparatorMayFollowTheNameOfADirectoryLinkOnly() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String separator = String.valueOf(system.rules().separator());
        refused(at("link").units() + separator, "x", FILE, Win32Error.INVALID_NAME);
        assertThat(create(at("link").units() + separator, "x", DIRECTORY)).isTrue();
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("x"));
    }

    @Test
    void aNullPointerIsRefused() throws IOException {
        refused(null, "x", FILE, Win32Error.INVALID_PARAMETER);
        refused(at("link").units(), null, FILE, Win32Error.INVALID_PARAMETER);
    }

    @Test
    void anEmptyPathIsRefused() throws IOException {
        refused("", "x", FILE, Win32Error.PATH_NOT_FOUND, Win32Error.INVALID_NAME, Win32Error.INVALID_PARAMETER);
    }

    @Test
    void anEmptyTextIsRefused() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        plant("file");
        refused(at("link").units(), "", FILE, Win32Error.INVALID_REPARSE_DATA, Win32Error.INVALID_PARAMETER);
        refused(at("file").units(), "", FILE, Win32Error.ALREADY_EXISTS, Win32Error.INVALID_PARAMETER);
        refused(at("none/link").units(), "", FILE, Win32Error.PATH_NOT_FOUND, Win32Error.INVALID_PARAMETER);
    }

    @Test
    void aZeroCutsNothingOff() throws IOException {
        refused(at("link").units() + "\0x", "x", FILE, Win32Error.INVALID_NAME);
        refused(at("link").units(), "x\0y", FILE, Win32Error.INVALID_NAME);
    }

    @Test
    void unknownFlagsAreRefused() throws IOException {
        for (int flags : new int[]{0x4, 0x8, 0x8000_0000}) {
            refused(at("link").units(), "x", flags, Win32Error.INVALID_PARAMETER);
        }
    }

    @Test
    void aNameThatIsTooLongIsRefused() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String name = "n".repeat(LONGEST_NAME + 1);
        String before = picture();
        if (create(root.resolve(name(name)).units(), "x", FILE)) {
            assertThat(names(here)).as("a system without that limit").contains(name(name));
            return;
        }
        refused(root.resolve(name(name)).units(), "x", FILE, Win32Error.FILENAME_EXCED_RANGE, Win32Error.INVALID_NAME,
                Win32Error.PATH_NOT_FOUND);
        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndNothingIsLeft() throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        String text = "t".repeat(40_000);
        if (create(at("link").units(), text, FILE)) {
            assertThat(links().read(at("link"))).as("a system without that limit").isEqualTo(LinkTarget.of(text));
            return;
        }
        refused(at("link").units(), text, FILE, Win32Error.INVALID_REPARSE_DATA, Win32Error.FILENAME_EXCED_RANGE,
                Win32Error.INVALID_PARAMETER);
    }

    @Test
    void aDirectoryIsNoNameForALink() throws IOException {
        plant("directory/");
        String separator = String.valueOf(system.rules().separator());
        for (String dots : List.of(".", "..", "directory" + separator + ".")) {
            refused(root.units() + separator + dots, "x", DIRECTORY,
                    orNoLinks(Win32Error.ALREADY_EXISTS, Win32Error.ACCESS_DENIED));
        }
    }

    @Test
    void ofTwoThreadsOneMakesTheLinkAndEachHasItsLastError() throws Exception {
        require(Capability.SYMBOLIC_LINKS);
        kernel32.createSymbolicLink(null, null, FILE);
        String link = at("link").units();
        Callable<Integer> attempt = () -> create(link, "x", FILE) ? 0 : kernel32.getLastError();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(attempt, attempt));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(0,
                    Win32Error.ALREADY_EXISTS.code());
        }
        assertThat(kernel32.getLastError()).as("of the thread that only waited")
                .isEqualTo(Win32Error.INVALID_PARAMETER.code());
        assertThat(links().read(at("link"))).isEqualTo(LinkTarget.of("x"));
    }

    @Test
    void whereThereAreNoLinksNothingIsLeft() throws IOException {
        requireAbsence(Capability.SYMBOLIC_LINKS);
        for (int flags : new int[]{FILE, DIRECTORY}) {
            refused(at("link").units(), "x", flags, orNoLinks());
        }
    }
}
