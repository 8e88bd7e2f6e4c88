package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.cli.Invocation.Stream;
import dev.linkwright.testing.FakeLinkSystem;
import dev.linkwright.win32.WindowsConsole;
import org.junit.jupiter.api.Test;

final class WindowsConsolesTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void aConsoleIsWrittenToByItsOwnStreamAndCountsAsATerminal() {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        Invocation invocation = attached(Set.of(Stream.OUT), true, Invocation.of("show", "C:\\").withLinkSystem(
                () -> windows));

        assertThat(Main.run(invocation)).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("C:\\", "\u001b[", "directory");
        assertThat(invocation.isTerminal(Stream.OUT)).isTrue();
        assertThat(invocation.isTerminal(Stream.IN)).isFalse();
        assertThat(invocation.isTerminal(Stream.ERR)).isFalse();
    }

    @Test
    void aConsoleThatWouldShowEscapeSequencesGetsNone() {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        Invocation invocation = attached(Set.of(Stream.OUT), false, Invocation.of("show", "C:\\").withLinkSystem(
                () -> windows));

        assertThat(Main.run(invocation)).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("directory").doesNotContain("\u001b");
        assertThat(invocation.environment()).containsEntry("TERM", "dumb").containsEntry("Path", "C:\\bin");
    }

    @Test
    void whatIsNoConsoleIsLeftAsItIs() {
        Invocation invocation = attached(Set.of(), false, Invocation.of("--version"));

        assertThat(invocation.environment()).isEqualTo(Map.of("Path", "C:\\bin"));
        assertThat(invocation.isTerminal(Stream.OUT)).isFalse();
        assertThat(invocation.out()).isNotSameAs(screen);
    }

    @Test
    void elsewhereThereIsNoConsoleOfWindows() {
        assertThat(WindowsCalls.first(provider -> provider.console(1)))
                .matches(console -> console.isEmpty() || System.getProperty("os.name").startsWith("Windows"));
    }

    private Invocation attached(Set<Stream> consoles, boolean colours, Invocation invocation) {
        return WindowsConsoles.of(descriptor -> consoles.stream().anyMatch(each -> each.descriptor() == descriptor)
                ? Optional.of(new Screen(screen, colours))
                : Optional.empty()).attachTo(invocation, Map.of("Path", "C:\\bin"));
    }

    private record Screen(OutputStream output, boolean hasColours) implements WindowsConsole {}
}
