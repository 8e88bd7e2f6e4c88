package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.linkwright.cli.syntax.Argument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessArgumentsTest {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    @Test
    void theLastStringsOfTheCommandLineAreTheArguments() {
        byte[] commandLine = latin1("java\0-cp\0x.jar\0Main\0read\0caf\u00e9\0");

        List<Argument> arguments = ProcessArguments.last(commandLine, new String[]{"read", "caf\ufffd"}, UTF_8);

        assertThat(arguments).containsExactly(Argument.of("read"), Argument.ofBytes(latin1("caf\u00e9")));
    }

    @Test
    void inTheCLocaleAnArgumentThatTheJvmLostIsFoundAgain() {
        byte[] commandLine = "java\0Main\0read\0café\0".getBytes(UTF_8);

        List<Argument> arguments = ProcessArguments.last(commandLine, new String[]{"read", "caf\ufffd\ufffd"},
                StandardCharsets.US_ASCII);

        assertThat(arguments).containsExactly(Argument.of("read"), Argument.of("café"));
    }

    @Test
    void emptyArgumentsAreKept() {
        byte[] commandLine = "java\0Main\0read\0\0\0".getBytes(UTF_8);

        assertThat(ProcessArguments.last(commandLine, new String[]{"read", "", ""}, UTF_8))
                .containsExactly(Argument.of("read"), Argument.of(""), Argument.of(""));
    }

    @Test
    void aCommandLineThatDoesNotEndInTheArgumentsIsNotUsed() {
        byte[] other = "java\0Main\0read\0b\0".getBytes(UTF_8);
        byte[] unfinished = "java\0Main\0read\0a".getBytes(UTF_8);
        String[] arguments = {"read", "a"};

        assertThat(ProcessArguments.last(other, arguments, UTF_8)).isNull();
        assertThat(ProcessArguments.last(unfinished, arguments, UTF_8)).isNull();
        assertThat(ProcessArguments.last(new byte[0], arguments, UTF_8)).isNull();
        assertThat(ProcessArguments.last(other, arguments, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            abc,     UTF-8,          false
            café,    UTF-8,          false
            caf\ufffd, UTF-8,        true
            abc,     ANSI_X3.4-1968, false
            caf\ufffd, ANSI_X3.4-1968, true
            café,    ISO-8859-1,     true
            abc,     Shift_JIS,      true
            """)
    void theRawBytesAreLookedUpOnlyIfSomethingMayBeLost(String argument, String encoding, boolean needed) {
        assertThat(ProcessArguments.needRaw(new String[]{"read", argument}, encoding)).isEqualTo(needed);
    }

    @Test
    void whereTheBytesCannotBeHadTheStringsAreTaken() {
        String[] notThisProcess = {"caf\ufffd", "\ud800"};

        assertThat(ProcessArguments.of(notThisProcess, "UTF-8").get(0)).isEqualTo(Argument.of("caf\ufffd"));
        assertThat(ProcessArguments.of(notThisProcess, "UTF-8").get(1).bytes())
                .isEqualTo(new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
