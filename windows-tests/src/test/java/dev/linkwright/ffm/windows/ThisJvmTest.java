package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;

import org.junit.jupiter.api.Test;

/// That these tests are where they are meant to be.
final class ThisJvmTest {
    @Test
    void thisIsAWindowsJvm() {
        assertThat(System.getProperty("os.name")).startsWith("Windows");
        assertThat(FileSystems.getDefault().getSeparator()).isEqualTo("\\");
    }
}
