package dev.linkwright.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.LinkTarget;
import dev.linkwright.cli.syntax.Argument;
import org.jspecify.annotations.Nullable;

/// The arguments of the process as bytes.
///
/// The JVM decodes `argv` by the locale, and what the locale cannot spell is lost: in the C locale every `é`. Linux
/// still has the bytes, in /proc/self/cmdline, whose last strings are the arguments of `main`; they are used if each of
/// them decodes to the very string that arrived.
final class ProcessArguments {

    private static final String COMMAND_LINE = "/proc/self/cmdline";

    private ProcessArguments() {}

    /// @param decoded what `main` got
    /// @param encoding the system property `sun.jnu.encoding`, by which the JVM decoded it
    static List<Argument> of(String[] decoded, @Nullable String encoding) {
        if (!needRaw(decoded, encoding)) {
            return encoded(decoded);
        }
        List<Argument> raw = raw(decoded, encoding);
        return raw == null ? encoded(decoded) : raw;
    }

    /// Whether anything may have been lost. In UTF-8 only what became U+FFFD was, and ASCII means the same in nearly
    /// every encoding, so that most runs need not look.
    static boolean needRaw(String[] decoded, @Nullable String encoding) {
        boolean utf8 = "UTF-8".equals(encoding);
        boolean ascii = utf8 || "ANSI_X3.4-1968".equals(encoding) || "US-ASCII".equals(encoding)
                || "ISO-8859-1".equals(encoding);
        for (String argument : decoded) {
            for (int i = 0; i < argument.length(); i++) {
                char c = argument.charAt(i);
                boolean certain = c < 0x80 ? ascii : utf8 && c != '\ufffd';
                if (!certain) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Argument> encoded(String[] decoded) {
        List<Argument> arguments = new ArrayList<>(decoded.length);
        for (String argument : decoded) {
            arguments.add(encoded(argument));
        }
        return arguments;
    }

    /// [LinkTarget] keeps lone surrogates, which Windows' arguments may have.
    static Argument encoded(String argument) {
        return Argument.ofBytes(LinkTarget.of(argument).bytes());
    }

    private static @Nullable List<Argument> raw(String[] decoded, @Nullable String encoding) {
        try (FileInputStream file = new FileInputStream(COMMAND_LINE)) {
            return last(file.readAllBytes(), decoded, encoding == null ? null : Charset.forName(encoding));
        } catch (IOException | IllegalCharsetNameException | UnsupportedCharsetException notHere) {
            return null;
        }
    }

    /// The last strings of a command line, one for each decoded argument; null if they are not those arguments.
    static @Nullable List<Argument> last(byte[] commandLine, String[] decoded, @Nullable Charset charset) {
        if (charset == null) {
            return null;
        }
        List<Argument> arguments = new ArrayList<>(decoded.length);
        int end = commandLine.length;
        for (int i = decoded.length - 1; i >= 0; i--) {
            if (end < 1 || commandLine[end - 1] != 0) {
                return null;
            }
            int start = end - 1;
            while (start > 0 && commandLine[start - 1] != 0) {
                start--;
            }
            byte[] argument = Arrays.copyOfRange(commandLine, start, end - 1);
            if (!new String(argument, charset).equals(decoded[i])) {
                return null;
            }
            arguments.add(0, Argument.ofBytes(argument));
            end = start;
        }
        return arguments;
    }
}
