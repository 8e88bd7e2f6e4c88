package dev.linkwright.ffm;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The Windows bench runs the class files of ffm on Java 21 with preview. javac for 25 does not see what 21 lacks, so
/// every reference to the JDK is looked up in javac's own description of Java 21.
final class Java21CompatibilityTest {
    /// In Java 21 under the same name and parameters, but the handle takes one coordinate less.
    private static final Set<String> OTHER_MEANING = Set.of(
            "varHandle", "arrayElementVarHandle", "byteOffsetHandle", "sliceHandle");

    private static final Java21 JAVA_21 = new Java21();

    @Test
    void ffmCallsOnlyWhatJava21HasUnderTheSameNameAndMeaning() {
        JavaClasses ffm = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.linkwright.ffm");

        assertThat(ffm).isNotEmpty();
        assertThat(missingInJava21(ffm)).isEmpty();
    }

    @Test
    void whatCameAfterJava21OrChangedItsMeaningIsReported() {
        assertThat(missingInJava21(new ClassFileImporter().importClasses(NewerThanJava21.class)))
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing).contains("allocateFrom"),
                        missing -> assertThat(missing).contains("getString"),
                        missing -> assertThat(missing).contains("allocate(java.lang.foreign.MemoryLayout, long)"),
                        missing -> assertThat(missing).contains("varHandle"));
    }

    @Test
    void whatJava21HasIsNotReported() {
        assertThat(missingInJava21(new ClassFileImporter().importClasses(FineInJava21.class))).isEmpty();
    }

    private static List<String> missingInJava21(JavaClasses classes) {
        return classes.stream()
                .flatMap(javaClass -> javaClass.getAccessesFromSelf().stream())
                .filter(access -> isOfTheJdk(access.getTargetOwner()))
                .filter(access -> !JAVA_21.has(access))
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static boolean isOfTheJdk(JavaClass owner) {
        return owner.getPackageName().startsWith("java.") && !owner.isArray();
    }

    /// The API of Java 21 as `javac --release 21` knows it.
    private static final class Java21 {
        private final JavacTask javac = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("--release", "21"), null, List.of());

        boolean has(JavaAccess<?> access) {
            TypeElement owner = javac.getElements().getTypeElement(canonicalName(access.getTargetOwner()));
            if (owner == null) {
                return false;
            }
            if (isSignaturePolymorphic(access)) {
                return true;
            }
            return switch (access.getTarget()) {
                case CodeUnitAccessTarget called -> !changedItsMeaning(called) && hasMethod(owner, called);
                case FieldAccessTarget field -> hasField(owner, field);
                default -> throw new IllegalStateException("unknown kind of access: " + access.getDescription());
            };
        }

        private static boolean isSignaturePolymorphic(JavaAccess<?> access) {
            String owner = access.getTargetOwner().getName();
            return owner.equals("java.lang.invoke.MethodHandle") || owner.equals("java.lang.invoke.VarHandle");
        }

        private static boolean changedItsMeaning(CodeUnitAccessTarget called) {
            return called.getOwner().getPackageName().equals("java.lang.foreign")
                    && OTHER_MEANING.contains(called.getName());
        }

        private boolean hasMethod(TypeElement owner, CodeUnitAccessTarget called) {
            String wanted = called.getName()
                    + called.getRawParameterTypes().stream().map(Java21::canonicalName).collect(joining(",", "(", ")"))
                    + canonicalName(called.getRawReturnType());
            return members(owner)
                    .filter(ExecutableElement.class::isInstance)
                    .map(ExecutableElement.class::cast)
                    .anyMatch(method -> erased(method).equals(wanted));
        }

        private boolean hasField(TypeElement owner, FieldAccessTarget field) {
            return ElementFilter.fieldsIn(members(owner).toList()).stream()
                    .anyMatch(candidate -> candidate.getSimpleName().contentEquals(field.getName())
                            && erased(candidate.asType()).equals(canonicalName(field.getRawType())));
        }

        private Stream<? extends Element> members(TypeElement owner) {
            return javac.getElements().getAllMembers(owner).stream();
        }

        private String erased(ExecutableElement method) {
            return method.getSimpleName()
                    + method.getParameters().stream()
                            .map(parameter -> erased(parameter.asType()))
                            .collect(joining(",", "(", ")"))
                    + erased(method.getReturnType());
        }

        private String erased(TypeMirror type) {
            return javac.getTypes().erasure(type).toString();
        }

        private static String canonicalName(JavaClass type) {
            return type.isArray()
                    ? canonicalName(type.getComponentType()) + "[]"
                    : type.getName().replace('$', '.');
        }
    }

    static final class NewerThanJava21 {
        static String text(Arena arena) {
            return arena.allocateFrom("text").getString(0);
        }

        static MemorySegment ints(Arena arena) {
            return arena.allocate(ValueLayout.JAVA_INT, 3);
        }

        static VarHandle handle(StructLayout layout) {
            return layout.varHandle();
        }
    }

    static final class FineInJava21 {
        static int read(Arena arena, StructLayout layout) {
            MemorySegment segment = arena.allocate(layout.byteSize(), layout.byteAlignment());
            segment.set(ValueLayout.JAVA_INT, 0, 3);
            return List.of(segment.get(ValueLayout.JAVA_INT, 0)).getFirst();
        }
    }
}
