package dev.linkwright.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import dev.linkwright.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any text. The seed is the name of the invocation.
final class PathRulesPropertyTest {
    private static final List<String> PIECES = List.of("\\", "/", "\\", "/", ".", "..", "...", " ", ":", "?", "a", "b",
            "C:", "c:", "UNC", "NUL", "x.", "\ud800", "\udc00", "\0", "\\??\\", "\\\\?\\", "\\\\.\\",
            "\\\\?\\Volume{00112233-4455-6677-8899-aabbccddeeff}", "\\\\srv\\share", "stream:", "é");
    private static final List<String> NAMES = List.of("a", "b", "a b", "C", "é", "\ud800", "x.y", "..x");

    static LongStream seeds() {
        return Seeds.of(1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rootNamesAndTrailingSeparatorAreAllThereIs(long seed) {
        String text = anyText(new SplittableRandom(seed));
        for (PathRules rules : List.of(PathRules.WINDOWS, PathRules.POSIX)) {
            PathText parsed = rules.parse(text);
            String rest = text.substring(parsed.root().length());
            String separators = rules == PathRules.POSIX || isLiteral(parsed.form())
                    ? String.valueOf(rules.separator())
                    : "\\/";

            assertThat(text).as("seed %d", seed).startsWith(parsed.root());
            assertThat(String.join("", parsed.names())).as("seed %d", seed)
                    .isEqualTo(rest.chars().filter(unit -> separators.indexOf(unit) < 0)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
            assertThat(parsed.names()).as("seed %d", seed).doesNotContain("");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldingTwiceIsFoldingOnce(long seed) {
        String text = anyText(new SplittableRandom(seed));
        for (PathRules rules : List.of(PathRules.WINDOWS, PathRules.POSIX)) {
            String once = rules.fold(text);

            assertThat(rules.fold(once)).as("seed %d, once: %s", seed, once).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldingDoesNotChangeWhereATextStarts(long seed) {
        String text = anyText(new SplittableRandom(seed));
        for (PathRules rules : List.of(PathRules.WINDOWS, PathRules.POSIX)) {
            assertThat(start(rules.form(rules.fold(text)))).as("seed %d", seed).isEqualTo(start(rules.form(text)));
        }
    }

    private static String start(PathForm form) {
        return switch (form) {
            case RELATIVE, DEVICE_NAME, STREAM -> "directory of the link";
            // "//?/x" is the device path that "\\?\x" is verbatim.
            case DEVICE, VERBATIM, VOLUME_GUID -> "object manager";
            case EMPTY, ROOTED, DRIVE_RELATIVE, DRIVE_ABSOLUTE, UNC, NT -> form.name();
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTextHasAnAnswerOrAnIllegalArgumentException(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = anyText(random);
        String other = anyText(random);
        for (PathRules rules : List.of(PathRules.WINDOWS, PathRules.POSIX)) {
            assertThatCode(() -> {
                rules.warnings(text);
                rules.warnings(new StoredTarget(text, other, random.nextBoolean()));
                rules.relativize(text, other);
                rules.withNativeSeparators(text);
                rules.sameName(text, other);
            }).as("seed %d", seed).doesNotThrowAnyException();
            try {
                rules.resolve(text, other);
                rules.stored(other, DriveDirectories.roots());
            } catch (IllegalArgumentException e) {
                assertThat(e).as("seed %d", seed).hasMessageMatching("(?s).+");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRelativeTextLeadsWhereItWasMadeFor(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PathRules rules = random.nextBoolean() ? PathRules.WINDOWS : PathRules.POSIX;
        String root = rules == PathRules.POSIX
                ? "/"
                : List.of("C:\\", "\\\\srv\\share\\", "\\\\?\\C:\\").get(
                        random.nextInt(3));
        String directory = path(random, root, rules.separator());
        String target = path(random, root, rules.separator());

        Relativization.Relative relative = (Relativization.Relative) rules.relativize(directory, target);
        LexicalPath reached = rules.resolve(directory, relative.text());

        assertThat(reached.text()).as("seed %d: %s from %s", seed, relative.text(), directory).isEqualTo(target);
        assertThat(reached.climbed()).as("seed %d", seed).isEqualTo(relative.climbed());
        assertThat(reached.aboveRoot()).as("seed %d", seed).isFalse();
    }

    private static boolean isLiteral(PathForm form) {
        return form == PathForm.VERBATIM || form == PathForm.VOLUME_GUID || form == PathForm.NT;
    }

    private static String anyText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String path(SplittableRandom random, String root, char separator) {
        StringBuilder path = new StringBuilder(root);
        int names = random.nextInt(6);
        for (int i = 0; i < names; i++) {
            path.append(i == 0 ? "" : separator).append(NAMES.get(random.nextInt(NAMES.size())));
        }
        return path.toString();
    }
}
