package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class BenchTest {
    @Test
    void whereTheBenchIsPresentTheTestGoesOn() {
        assertThatCode(() -> Bench.NTFS.require(true, "mkntfs", "ntfs")).doesNotThrowAnyException();
        assertThatCode(() -> Bench.NTFS.require(true, "mkntfs", "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ntfs", "posix,ntfs", " ntfs ,posix", "ntfs,"})
    void aRequiredBenchThatIsMissingIsAFailureThatSaysWhat(String required) {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> Bench.NTFS.require(false, "mkntfs", required)).withMessageContaining("'ntfs'")
                .withMessageContaining("mkntfs").withMessageContaining(Bench.REQUIRED_BENCHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "posix", "posix,wine", ",", " "})
    void aBenchThatIsMissingAndNotRequiredIsASkipThatSaysWhat(String required) {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> Bench.NTFS.require(false, "mkntfs", required)).withMessageContaining("'ntfs'")
                .withMessageContaining("mkntfs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfts", "posix,unknown", "POSIX"})
    void aRequiredBenchThatNobodyKnowsIsAFailureEverywhere(String required) {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> Bench.NTFS.require(true, "mkntfs", required)).withMessageContaining("unknown bench");
    }
}
