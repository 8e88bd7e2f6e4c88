package dev.linkwright.win32;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LastErrorsTest {
    private static final FailureDetails FAILING = FailureDetails.of("make link", LinkPath.of(PathRules.POSIX, "link"),
            Reason.OTHER);

    @ParameterizedTest
    @CsvSource({
            "NOT_FOUND, 3", "PARENT_NOT_FOUND, 3", "NOT_A_DIRECTORY, 3", "ACCESS_DENIED, 5", "NOT_PERMITTED, 5",
            "READ_ONLY_FILE_SYSTEM, 19", "BUSY, 32", "CAPABILITY_MISSING, 50", "NO_SPACE, 112", "INVALID_NAME, 123",
            "EXISTS, 183", "NAME_TOO_LONG, 206", "INTERRUPTED, 995", "IO_ERROR, 1117", "QUOTA_EXCEEDED, 1295",
            "PRIVILEGE_NOT_HELD, 1314", "OUT_OF_RESOURCES, 1450", "TOO_MANY_LINKS_IN_PATH, 1921",
            "INVALID_TARGET, 4392", "TARGET_TOO_LONG, 4392", "UNSUPPORTED_BY_FILE_SYSTEM, 1"})
    void aReasonHasTheErrorThatWindowsHasForIt(Reason reason, int lastError) {
        assertThat(LastErrors.of(FAILING.withReason(reason).withCode("symlinkat", 999, "EOTHER").toException()))
                .isEqualTo(lastError);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void noFailureLooksLikeASuccess(Reason reason) {
        assertThat(Win32Error.of(LastErrors.of(FAILING.withReason(reason).toException()))).isPresent()
                .get().isNotEqualTo(Win32Error.SUCCESS);
    }

    @Test
    void anErrorOfWindowsIsKeptWhereTheReasonSaysNoMore() {
        FileSystemException failure = FAILING.withCode("CreateSymbolicLinkW", 1224, "ERROR_USER_MAPPED_FILE")
                .toException();

        assertThat(LastErrors.of(failure)).isEqualTo(1224);
    }

    @Test
    void anErrorOfAnotherSystemIsNotTakenForOneOfWindows() {
        FileSystemException failure = FAILING.withCode("symlinkat", 71, "EPROTO").toException();

        assertThat(LastErrors.of(failure)).isEqualTo(Win32Error.GEN_FAILURE.code());
    }

    @Test
    void anExceptionOfAStrangerIsAGeneralFailure() {
        assertThat(LastErrors.of(new AccessDeniedException("link"))).isEqualTo(Win32Error.GEN_FAILURE.code());
    }
}
