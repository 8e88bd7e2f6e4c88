package dev.linkwright.win32;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SymbolicLinkFlagTest {
    @Test
    void theValuesAreThoseOfTheHeaders() {
        assertThat(SymbolicLinkFlag.FILE.value()).isZero();
        assertThat(SymbolicLinkFlag.DIRECTORY.value()).isEqualTo(0x1);
        assertThat(SymbolicLinkFlag.ALLOW_UNPRIVILEGED_CREATE.value()).isEqualTo(0x2);
    }

    @Test
    void flagsAreCombinedAndFoundAgain() {
        int flags = SymbolicLinkFlag.combine(SymbolicLinkFlag.DIRECTORY, SymbolicLinkFlag.ALLOW_UNPRIVILEGED_CREATE);

        assertThat(flags).isEqualTo(0x3);
        assertThat(SymbolicLinkFlag.DIRECTORY.isIn(flags)).isTrue();
        assertThat(SymbolicLinkFlag.FILE.isIn(flags)).isFalse();
        assertThat(SymbolicLinkFlag.FILE.isIn(0x2)).isTrue();
        assertThat(SymbolicLinkFlag.combine()).isZero();
    }
}
