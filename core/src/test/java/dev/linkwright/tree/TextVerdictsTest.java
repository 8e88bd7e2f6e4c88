package dev.linkwright.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.linkwright.LinkTarget;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import org.junit.jupiter.api.Test;

/// Most texts raise no question that the rules of Windows would have to answer, and are not put to them.
final class TextVerdictsTest {
    private static final Set<PathWarning> FINE = EnumSet.of(PathWarning.TRAILING_SEPARATOR, PathWarning.EMPTY_COMPONENT,
            PathWarning.DOT_COMPONENT);

    @Test
    void aNameThatOnlyBeginsLikeADeviceIsPortable() {
        for (String text : List.of("lib", "../lib/libc.so.6", "app", "pom", "node", "null", "con1", "comx/lpta", "a",
                "compose")) {
            assertThat(isPortable(text)).as(text).isTrue();
        }
        for (String text : List.of("con", "../NUL", "aux.h", "Prn/x", "com1", "LPT9.txt", "a/Com2/b", "x.", "CONIN$")) {
            assertThat(isPortable(text)).as(text).isFalse();
        }
    }

    @Test
    void whatTheRulesOfWindowsSayOfATextIsSaidOfIt() {
        Random random = new Random(7);
        String[] pieces = {"con", "CON", "Prn", "aux", "nul", "com", "LPT", "lib", "1", "9", "0", "x", "Z", "-", "_",
                ".", ".", "/",
                "/", " ", "$", ":", "\\", "?", "\u00b2"};
        Set<Boolean> answers = new HashSet<>();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(1, 6); piece > 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            boolean expected = isPortableByRules(text.toString());
            assertThat(isPortable(text.toString())).as(text.toString()).isEqualTo(expected);
            answers.add(expected);
        }

        assertThat(answers).hasSize(2);
    }

    private static boolean isPortable(String text) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        new TextVerdicts(PathRules.POSIX).judge(LinkTarget.of(text), verdicts);
        return !verdicts.contains(Verdict.NOT_PORTABLE);
    }

    /// An absolute text is judged by what follows: that it is absolute is another verdict.
    private static boolean isPortableByRules(String text) {
        String relative = text.startsWith("/") ? text.substring(1) : text;
        return text.indexOf('\\') < 0 && (relative.isEmpty()
                || FINE.containsAll(PathRules.WINDOWS.warnings(PathRules.WINDOWS.withNativeSeparators(relative))));
    }
}
