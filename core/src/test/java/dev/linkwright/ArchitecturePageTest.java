package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/// ARCHITECTURE.md is the first page that a maintainer reads: it must not drift from what is there.
class ArchitecturePageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void namesEveryModuleAndNoOther() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(firstColumn("## Modules")).containsExactlyInAnyOrderElementsOf(
                matches(pom, "<module>([^<]+)</module>"));
    }

    @Test
    void namesEveryPackageAndNoOther() throws IOException {
        assertThat(firstColumn("## Packages")).containsExactlyInAnyOrderElementsOf(packagesOfTheProduct());
    }

    @Test
    void namesEveryPrimitiveOfTheSeamAndNoOther() throws IOException {
        Set<String> primitives = new TreeSet<>();
        for (Class<?> type : List.of(LinkSystem.class, Directory.class, Cursor.class, Contents.class,
                HeldObject.class)) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic()
                            && !java.lang.reflect.Modifier.isPrivate(method.getModifiers()))
                    .forEach(method -> primitives.add(type.getSimpleName() + "." + method.getName()));
        }

        assertThat(firstColumn("## Primitives")).containsExactlyInAnyOrderElementsOf(primitives);
    }

    private static Set<String> firstColumn(String heading) throws IOException {
        String page = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        int start = page.indexOf(heading + "\n");
        assertThat(start).as("the heading %s", heading).isNotNegative();
        int end = page.indexOf("\n## ", start + heading.length());
        String section = page.substring(start, end < 0 ? page.length() : end);
        return matches(section, "(?m)^\\| `([^`]+)` \\|");
    }

    private static Set<String> packagesOfTheProduct() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String module : List.of("core", "ffm", "testing", "cli")) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.getFileName().toString().endsWith("-info.java"))
                        .forEach(file -> packages
                                .add(sources.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".")));
            }
        }
        return packages;
    }

    private static Set<String> matches(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
