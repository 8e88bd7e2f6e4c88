package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkwright.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ExitCodeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            EXISTS,                     4
            NOT_A_LINK,                 4
            IS_A_DIRECTORY,             4
            IS_A_LINK,                  4
            PROTECTED_REPARSE_POINT,    4
            DIRECTORY_NOT_EMPTY,        4
            CHANGED_BY_OTHERS,          4
            UNEXPECTED_TARGET,          4
            PRIVILEGE_NOT_HELD,         5
            UNSUPPORTED_BY_FILE_SYSTEM, 5
            CAPABILITY_MISSING,         5
            SILENT_FAILURE,             5
            INTERRUPTED,                130
            NOT_FOUND,                  1
            PARENT_NOT_FOUND,           1
            NOT_A_DIRECTORY,            1
            ACCESS_DENIED,              1
            NOT_PERMITTED,              1
            READ_ONLY_FILE_SYSTEM,      1
            NO_SPACE,                   1
            NAME_TOO_LONG,              1
            TARGET_TOO_LONG,            1
            INVALID_NAME,               1
            INVALID_TARGET,             1
            CROSS_FILE_SYSTEM,          1
            OTHER,                      1
            """)
    void aReasonLeadsToItsCode(Reason reason, int code) {
        assertThat(ExitCode.of(reason).number()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonLeadsToACodeForOneFailedItem(Reason reason) {
        assertThat(ExitCode.of(reason)).isIn(ExitCode.NO, ExitCode.REFUSED, ExitCode.INCAPABLE, ExitCode.INTERRUPTED);
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(new Outcome().exitCode()).isEqualTo(ExitCode.DONE);
    }

    /// g: good, p: a problem was found, x: failed with 4, f: failed with 1.
    @ParameterizedTest
    @CsvSource(textBlock = """
            g,   0
            gg,  0
            p,   1
            gp,  1
            pp,  1
            x,   4
            f,   1
            xx,  4
            ff,  1
            xf,  3
            xfx, 3
            gx,  3
            xg,  3
            gf,  3
            pf,  3
            px,  3
            """)
    void severalItemsShareACodeOnlyIfAllFailedWithIt(String items, int code) {
        Outcome outcome = new Outcome();
        for (int i = 0; i < items.length(); i++) {
            switch (items.charAt(i)) {
                case 'g' -> outcome.good();
                case 'p' -> outcome.problem();
                case 'x' -> outcome.failed(Reason.EXISTS);
                default -> outcome.failed(Reason.NOT_FOUND);
            }
        }
        assertThat(outcome.exitCode().number()).isEqualTo(code);
    }
}
