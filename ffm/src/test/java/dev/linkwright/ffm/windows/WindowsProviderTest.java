package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileSystems;

import dev.linkwright.LinkSystemProvider.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "what is told elsewhere")
final class WindowsProviderTest {
    private final WindowsProvider provider = new WindowsProvider();

    @Test
    void elsewhereThereIsNoWindows() throws Exception {
        assertThat(provider.systemFor(FileSystems.getDefault(), "")).isEmpty();
        assertThat(provider.createSymbolicLinkW()).isEmpty();
        assertThat(provider.commandLine()).isEmpty();
        assertThat(provider.console(1)).isEmpty();
    }

    @Test
    void aJavaOf32BitsGoesWithoutNativeCallsAndIsToldSo() throws Exception {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> WindowsProvider.requireArchitecture("x86"))
                .withMessage("native calls are for 64-bit Java on x64 and ARM64, and this is x86");
        WindowsProvider.requireArchitecture("amd64");
        WindowsProvider.requireArchitecture("aarch64");
    }
}
