package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PackageTest {
    @Test
    void theLibraryIsInTheClassPathPackage() {
        assertThat(Links.class.getPackageName()).isEqualTo("dev.linkwright");
    }
}
