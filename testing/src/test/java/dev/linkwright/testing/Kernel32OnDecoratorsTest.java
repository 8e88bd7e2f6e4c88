package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;

import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkSystem;
import dev.linkwright.Reason;
import dev.linkwright.system.DryRunLinkSystem;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import dev.linkwright.win32.Kernel32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A decorator stands before the function as before everything else, also where the system below has one of its own.
final class Kernel32OnDecoratorsTest {
    static Stream<FakeLinkSystem> systems() {
        return Stream.of(FakeLinkSystem.posix(), FakeLinkSystem.windows());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aDryRunSaysTrueAndMakesNothing(FakeLinkSystem system) throws IOException {
        Kernel32 kernel32 = Kernel32.on(new DryRunLinkSystem(system));

        assertThat(kernel32.createSymbolicLink("link", "text", 0)).isTrue();
        assertThat(kernel32.getLastError()).isZero();
        nothingIsThere(system);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void whereOnlyReadingIsAllowedTheVolumeIsReadOnly(FakeLinkSystem system) throws IOException {
        refused(InterceptingLinkSystem.of(system, Interceptor.readOnly()), 19);
        nothingIsThere(system);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aFaultOfTheDeviceIsAnswered(FakeLinkSystem system) throws IOException {
        refused(InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.MAKE_LINK || call.primitive() == Primitive.MAKE_REPARSE_POINT) {
                throw FailureDetails.of(call.words(), call.path(), Reason.IO_ERROR).toException();
            }
        }), 1117);
        nothingIsThere(system);
    }

    private static void refused(LinkSystem system, int lastError) {
        Kernel32 kernel32 = Kernel32.on(system);
        assertThat(kernel32.createSymbolicLink("link", "text", 0)).isFalse();
        assertThat(kernel32.getLastError()).isEqualTo(lastError);
    }

    private static void nothingIsThere(FakeLinkSystem system) throws IOException {
        try (Cursor entries = system.at(system.root()).list()) {
            assertThat(entries.next()).isFalse();
        }
    }
}
