package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.tree.Trees;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What callers may rely on in every call of [Links] and [Trees].
final class PublicCallsTest {
    @TempDir
    Path directory;

    private final Links links = Links.on(NioLinkSystem.of(FileSystems.getDefault()));

    @TestFactory
    Stream<DynamicTest> whatTakesALinkPathTakesAPathToo() {
        return Stream.of(Links.class, Trees.class).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> List.of(method.getParameterTypes()).contains(LinkPath.class))
                .filter(method -> !List.of(method.getParameterTypes()).contains(Directory.class))
                .map(method -> DynamicTest.dynamicTest(method.toString(),
                        () -> assertThat(method.getDeclaringClass().getMethod(
                                method.getName(), withPaths(method)).getReturnType())
                                .isEqualTo(method.getReturnType())));
    }

    private static Class<?>[] withPaths(Method method) {
        return Arrays.stream(method.getParameterTypes()).<Class<?>>map(type -> {
            if (type == LinkPath.class) {
                return Path.class;
            }
            return type == LinkTarget.class ? String.class : type;
        }).toArray(Class<?>[]::new);
    }

    @Test
    void thePathIsTheSameLink() throws Exception {
        Path link = directory.resolve("link");
        links.relativeTo(directory).create(Path.of("link"), "target");

        assertThat(links.state(link)).isEqualTo(LinkState.MISSING);
        assertThat(links.diagnose(directory, Diagnosis.Trying.NOTHING).directory()).isEqualTo(LinkPath.of(directory));
        assertThat(links.removeLeftovers(directory)).isEmpty();
        assertThat(links.read(link)).hasToString("target");
    }

    @TestFactory
    @SuppressWarnings("NullAway")
    Stream<DynamicTest> nullIsRefusedWhereItIsGiven() {
        CreateOptions create = CreateOptions.defaults();
        RetargetOptions retarget = RetargetOptions.defaults();
        ReparseOptions reparse = ReparseOptions.defaults();
        return Stream.<ThrowingCallable>of(
                () -> Links.on(null), () -> Links.forPath(null), () -> links.relativeTo((LinkPath) null),
                () -> links.withRemoteTargets(null), () -> links.read((Path) null),
                () -> create.withTargetKind(null), () -> create.withIfExists(null), () -> create.withParents(null),
                () -> create.withTextForm(null), () -> retarget.withExpected(null), () -> retarget.withGap(null),
                () -> retarget.withTargetKind(null), () -> reparse.withKind(null), () -> reparse.withTextForm(null),
                () -> reparse.withVolumeGuid(null))
                .map(call -> DynamicTest.dynamicTest("null", () -> assertThatNullPointerException().isThrownBy(call)));
    }

    @Test
    @SuppressWarnings("NullAway")
    void aCallWithoutItsOptionsMakesNothing() {
        Path link = directory.resolve("link");
        assertThatNullPointerException().isThrownBy(() -> links.create(link, "target", null));
        assertThatNullPointerException().isThrownBy(() -> links.create(link, (String) null));
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }
}
