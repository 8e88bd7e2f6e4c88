package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.foreign.Arena;

import org.junit.jupiter.api.Test;

final class UnicodeStringTest {
    @Test
    void theLongestTextIsCountedWithRoomForAZeroBehindIt() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            var string = UnicodeString.of(arena, "x".repeat(UnicodeString.MOST_UNITS));

            assertThat(UnicodeString.LENGTH.read(string)).isEqualTo(0xFFFC);
            assertThat(UnicodeString.MAXIMUM_LENGTH.read(string)).isEqualTo(0xFFFE);
        }
    }

    /// Its length in bytes has 16 bits: without them the path of something else would be left.
    @Test
    void aLongerTextIsNotCutOff() {
        try (Arena arena = Arena.ofConfined()) {
            WindowsCallException refused = catchThrowableOfType(WindowsCallException.class,
                    () -> UnicodeString.of(arena, "x".repeat(UnicodeString.MOST_UNITS + 1)));

            assertThat(NtStatus.of(refused.ntStatus())).contains(NtStatus.STATUS_NAME_TOO_LONG);
        }
    }

    @Test
    void aNewNameThatIsTooLongIsRefusedToo() {
        try (Arena arena = Arena.ofConfined()) {
            String tooLong = "x".repeat(UnicodeString.MOST_UNITS + 1);
            WindowsCallException refused = catchThrowableOfType(WindowsCallException.class,
                    () -> Renaming.link(arena, 0, ObjectName.ofPath(tooLong)));

            assertThat(NtStatus.of(refused.ntStatus())).contains(NtStatus.STATUS_NAME_TOO_LONG);
        }
    }
}
