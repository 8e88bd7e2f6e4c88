package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import dev.linkwright.LinkSystemProvider.UnavailableException;
import org.junit.jupiter.api.Test;

/// Which systems have layouts, and what is said of those that have none.
final class HostTest {
    @Test
    void linuxOnBothArchitecturesHasItsOwnNumbers() throws UnavailableException {
        assertThat(new Host("Linux", "6.1.0-13-amd64", "amd64").platform().numbers).isEqualTo(Numbers.LINUX_X86_64);
        assertThat(new Host("Linux", "6.1.0-13-arm64", "aarch64").platform().numbers).isEqualTo(Numbers.LINUX_ARM64);
    }

    @Test
    void macOsHasItsOwnNumbersAndIsNotProvenYet() throws UnavailableException {
        for (String architecture : List.of("x86_64", "aarch64")) {
            Host mac = new Host("Mac OS X", "15.1", architecture);
            assertThat(mac.platform().numbers).isEqualTo(Numbers.MACOS);
            assertThat(mac.isProven()).isFalse();
        }
        assertThat(new Host("Linux", "6.1.0", "amd64").isProven()).isTrue();
    }

    @Test
    void anArchitectureWithoutLayoutsIsNamed() {
        for (String architecture : List.of("i386", "arm", "riscv64", "ppc64le", "s390x", "loongarch64")) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> new Host("Linux", "6.1.0", architecture).platform())
                    .withMessage("no native calls are known for Linux on " + architecture);
        }
    }

    @Test
    void aSystemWithoutLayoutsIsNamed() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> new Host("FreeBSD", "14.1-RELEASE", "amd64").platform())
                .withMessage("no native calls are known for FreeBSD");
    }

    @Test
    void aKernelWithoutStatxIsNamed() throws UnavailableException {
        for (String version : List.of("3.10.0-1160.el7.x86_64", "4.10.17", "2.6.32", "4.4.0-19041-Microsoft")) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> new Host("Linux", version, "amd64").platform())
                    .withMessage("Linux " + version + " has no statx, which came with 4.11");
        }
        for (String version : List.of("4.11.0", "4.18.0-553.el8_10.x86_64", "5.4", "10.0", "unheard of")) {
            assertThat(new Host("Linux", version, "amd64").platform()).isInstanceOf(Linux.class);
        }
    }
}
