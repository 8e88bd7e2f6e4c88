package dev.linkwright.testing;

import static dev.linkwright.testing.LinkAssert.assertThatLink;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.TargetKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkAssertTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();

    @BeforeEach
    void plant() throws IOException {
        TreeLayout.of("dir/inside", "f.txt", "lnk => f.txt", "lnkd => dir", "dangling => missing", "loop => loop",
                "j =J=> dir", "wrong =F=> dir").plantIn(windows, windows.root());
    }

    private LinkAssert link(String name) {
        return assertThatLink(windows, windows.path("C:\\" + name));
    }

    @Test
    void whatIsTruePasses() {
        link("lnk").isSymbolicLink().hasTarget("f.txt").isFor(TargetKind.FILE).hasState(LinkState.OK)
                .leadsTo(windows.path("C:\\f.txt"));
        link("lnkd").isFor(TargetKind.DIRECTORY).leadsTo(windows.path("C:\\dir"));
        link("j").isJunction().hasTarget("C:\\dir").leadsTo(windows.path("C:\\dir"));
        link("dangling").isDangling();
        link("loop").hasState(LinkState.LOOP);
        link("wrong").hasState(LinkState.WRONG_TYPE);
        link("dir").isNoLink();
        link("nothing").doesNotExist();
        link("nothing\\below").doesNotExist();
        link("f.txt\\below").doesNotExist();
    }

    @Test
    void whatIsNotTrueFailsAndSaysWhatIsThere() {
        fails(() -> link("f.txt").isSymbolicLink(), "a symbolic link at 'C:\\f.txt'", "FILE");
        fails(() -> link("lnk").isJunction(), "a junction", "a link to 'f.txt'");
        fails(() -> link("lnk").isNoLink(), "no link", "a link to 'f.txt'");
        fails(() -> link("dangling").doesNotExist(), "nothing at", "a link to 'missing'");
        fails(() -> link("lnk").hasTarget("g.txt"), "a link to 'g.txt'", "one to 'f.txt'");
        fails(() -> link("dir").hasTarget("x"), "a link at", "DIRECTORY");
        fails(() -> link("lnk").isFor(TargetKind.DIRECTORY), "DIRECTORY", "FILE");
        fails(() -> link("lnk").isDangling(), "MISSING", "OK");
        fails(() -> link("dir").isDangling(), "a link at");
        fails(() -> link("dangling").leadsTo(windows.path("C:\\dir")), "nothing: MISSING");
        fails(() -> link("lnk").leadsTo(windows.path("C:\\dir")), "leads to 'C:\\f.txt'");
        fails(() -> link("nothing").isSymbolicLink(), "Expecting to see", "does not exist");
        fails(() -> link("nothing").hasState(LinkState.MISSING), "Expecting to see", "does not exist");
    }

    private static void fails(ThrowingCallable assertion, String... told) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageContainingAll(told);
    }

    @Test
    void pathsOfTheDefaultFileSystemAreTakenToo(@TempDir Path directory) throws IOException {
        Path real = directory.toRealPath();
        Path file = Files.createFile(real.resolve("file"));
        TreeLayout.of("a => file", "h =H=> file").plantIn(real);
        assertThatLink(real.resolve("a")).isSymbolicLink().hasTarget("file").leadsTo(file);
        assertThatLink(LinkPath.of(real.resolve("h")).toPath().orElseThrow()).isNoLink();
    }
}
