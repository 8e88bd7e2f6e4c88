package dev.linkwright.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/// Which package may name which. The command line is the place for it because here all published modules are on the
/// class path.
final class ArchitectureTest {
    private static final String ROOT = "dev.linkwright";

    private static final Set<String> PATH = Set.of(ROOT + ".path");
    private static final Set<String> REPARSE = and(PATH, ROOT + ".reparse");
    private static final Set<String> MODEL = and(REPARSE, ROOT);
    private static final Set<String> TREE_AND_PLAN = and(MODEL, ROOT + ".tree", ROOT + ".plan");
    private static final Set<String> CORE = and(TREE_AND_PLAN,
            ROOT + ".system", ROOT + ".win32", ROOT + ".repair", ROOT + ".set");

    /// For each package what it may name besides itself. A package that is not here has no place yet: find it one.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry(ROOT + ".path", Set.of()),
            Map.entry(ROOT + ".reparse", PATH),
            Map.entry(ROOT, REPARSE),
            Map.entry(ROOT + ".system", MODEL),
            Map.entry(ROOT + ".win32", MODEL),
            Map.entry(ROOT + ".git", Set.of()),
            Map.entry(ROOT + ".tree", and(MODEL, ROOT + ".git")),
            Map.entry(ROOT + ".plan", MODEL),
            Map.entry(ROOT + ".repair", TREE_AND_PLAN),
            Map.entry(ROOT + ".set", TREE_AND_PLAN),
            Map.entry(ROOT + ".ffm", and(MODEL, ROOT + ".win32", ROOT + ".ffm.windows", ROOT + ".ffm.posix")),
            Map.entry(ROOT + ".ffm.windows", and(MODEL, ROOT + ".win32", ROOT + ".ffm")),
            Map.entry(ROOT + ".ffm.posix", and(MODEL, ROOT + ".system", ROOT + ".ffm")),
            Map.entry(ROOT + ".testing", CORE),
            Map.entry(ROOT + ".cli.text", Set.of()),
            Map.entry(ROOT + ".cli.syntax", Set.of(ROOT + ".cli.text")),
            Map.entry(ROOT + ".cli.output", and(MODEL, ROOT + ".cli.text")),
            Map.entry(ROOT + ".cli.batch", and(MODEL, ROOT + ".cli.text", ROOT + ".cli.syntax")),
            Map.entry(ROOT + ".cli.completion", Set.of(ROOT + ".cli.syntax")),
            Map.entry(ROOT + ".cli.fronts", and(MODEL, ROOT + ".cli.text", ROOT + ".cli.syntax", ROOT + ".cli.output")),
            Map.entry(ROOT + ".cli.startup", and(MODEL, ROOT + ".system")),
            Map.entry(ROOT + ".cli", and(CORE, ROOT + ".cli.text", ROOT + ".cli.syntax", ROOT + ".cli.output",
                    ROOT + ".cli.batch", ROOT + ".cli.completion", ROOT + ".cli.fronts", ROOT + ".cli.startup")));

    private static final JavaClasses LINKWRIGHT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyModuleOnTheClassPathIsLookedAt() {
        assertThat(LINKWRIGHT.stream().map(JavaClass::getPackageName))
                .contains(ROOT, ROOT + ".ffm", ROOT + ".testing", ROOT + ".cli");
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(LINKWRIGHT.stream().map(JavaClass::getPackageName).distinct())
                .filteredOn(packageName -> !ARROWS.containsKey(packageName))
                .as("packages without arrows")
                .isEmpty();
    }

    @Test
    void packagesNameOnlyWhatTheirArrowsPointTo() {
        List<String> wrongArrows = LINKWRIGHT.stream()
                .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
                .filter(ArchitectureTest::isAgainstTheArrows)
                .map(Dependency::getDescription)
                .toList();

        assertThat(wrongArrows).isEmpty();
    }

    @Test
    void packagesNameEachOtherInNoCircle() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(LINKWRIGHT);
    }

    private static boolean isAgainstTheArrows(Dependency dependency) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return isOurs(to) && !to.equals(from) && !ARROWS.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(toUnmodifiableSet());
    }

    /// A pattern would leave out the classes of the root package.
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
