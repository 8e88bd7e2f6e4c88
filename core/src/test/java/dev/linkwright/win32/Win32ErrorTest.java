package dev.linkwright.win32;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

final class Win32ErrorTest {
    private static final Path PAGE = Path.of("..", "docs", "windows-links.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ([A-Z_]+) \\|");

    @Test
    void theErrorsAreThoseOfThePageOfFacts() throws IOException {
        Map<Integer, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results()
                .forEach(row -> documented.put(Integer.valueOf(row.group(1)), row.group(2)));

        assertThat(Arrays.stream(Win32Error.values()).collect(toMap(Win32Error::code, Win32Error::name)))
                .isEqualTo(documented);
    }

    @Test
    void eachHasANameOfWindowsAndASentence() {
        for (Win32Error error : Win32Error.values()) {
            assertThat(error.symbol()).isEqualTo("ERROR_" + error.name());
            assertThat(error.text()).matches("[A-Z].+[^.]\\.");
            assertThat(Win32Error.of(error.code())).contains(error);
        }
    }

    @Test
    void noCodeStandsTwiceAndTheyAreInOrder() {
        assertThat(Arrays.stream(Win32Error.values()).map(Win32Error::code)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anExceptionTellsTextNumberAndName() {
        Win32Exception exception = new Win32Exception(183);

        assertThat(exception).isInstanceOf(IOException.class)
                .hasMessage("Cannot create a file when that file already exists. (183, ERROR_ALREADY_EXISTS)");
        assertThat(exception.code()).isEqualTo(183);
        assertThat(exception.error()).contains(Win32Error.ALREADY_EXISTS);
    }

    @Test
    void anUnknownErrorIsToldByItsNumber() {
        Win32Exception exception = new Win32Exception(-2);

        assertThat(exception).hasMessage("Error 4294967294");
        assertThat(exception.error()).isEmpty();
    }
}
