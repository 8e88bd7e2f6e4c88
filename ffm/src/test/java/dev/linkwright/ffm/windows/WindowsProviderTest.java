package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
final class WindowsProviderTest {
    private final WindowsProvider provider = new WindowsProvider();

    @Test
    void elsewhereThereIsNoWindows() throws Exception {
        assertThat(provider.systemFor(FileSystems.getDefault(), "")).isEmpty();
        assertThat(provider.createSymbolicLinkW()).isEmpty();
        assertThat(provider.commandLine()).isEmpty();
    }
}
