package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.CreateOptions;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.RetargetOptions;
import dev.linkwright.RetargetOptions.Gap;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The proof of a refresh without a gap on the benches that are in memory: what each guarantees, and that it keeps it.
final class RefreshInMemoryTest {
    private static final long READS = 1_000_000;
    private static final List<LinkTarget> TEXTS = List.of(LinkTarget.of("releases-41"), LinkTarget.of("releases-42"));
    private static final Name CURRENT = Name.of("current");

    static Stream<Arguments> systems() {
        FakeLinkSystem posix = FakeLinkSystem.posix();
        FakeLinkSystem windows = FakeLinkSystem.windows();
        return Stream.of(
                Arguments.of("POSIX", posix, posix.root(), Guarantee.ATOMIC),
                Arguments.of("POSIX on a server", posix.with(FakeCondition.NO_EXCHANGE), posix.root(),
                        Guarantee.CHECKED),
                Arguments.of("POSIX as Windows could do it too", FakeLinkSystem.strict(), posix.root(),
                        Guarantee.CHECKED),
                Arguments.of("Windows", windows, windows.root(), Guarantee.CHECKED),
                Arguments.of("Windows before 1607", windows.with(FakeCondition.NO_POSIX_SEMANTICS), windows.root(),
                        Guarantee.IN_PLACE),
                onJimfs(Configuration.unix()),
                onJimfs(Configuration.windows()));
    }

    private static Arguments onJimfs(Configuration configuration) {
        FileSystem fileSystem = Jimfs.newFileSystem(configuration);
        Path root = fileSystem.getRootDirectories().iterator().next();
        return Arguments.of("Jimfs with " + root, NioLinkSystem.of(fileSystem), LinkPath.of(root), Guarantee.GAP);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("systems")
    void whatIsGuaranteedIsKept(String which, LinkSystem system, LinkPath root, Guarantee promised) throws Exception {
        Links links = Links.on(system);
        LinkPath link = root.resolve(CURRENT);
        links.create(link, TEXTS.get(0), CreateOptions.defaults());
        RetargetOptions options = RetargetOptions.defaults()
                .withGap(promised == Guarantee.GAP ? Gap.ALLOWED : Gap.REFUSED);

        RefreshProof seen = RefreshProof.of(links, link, READS,
                turn -> assertThat(links.retarget(link, TEXTS.get(turn % 2), options).guarantee())
                        .isEqualTo(promised));

        links.remove(link);
        if (promised == Guarantee.GAP) {
            assertThat(seen.failures()).isNotEmpty();
        } else {
            assertThat(seen.failures()).isEmpty();
            assertThat(seen.texts()).containsExactlyInAnyOrderElementsOf(TEXTS);
        }
    }

    @Test
    void besideSomebodyWhoDeletesAndCreatesTheSameReadersFindNothing() throws Exception {
        FakeLinkSystem system = FakeLinkSystem.posix();
        Links links = Links.on(system);
        LinkPath link = system.root().resolve(CURRENT);
        links.create(link, TEXTS.get(0), CreateOptions.defaults());
        RefreshProof seen = RefreshProof.of(links, link, READS, turn -> {
            links.remove(link);
            links.create(link, TEXTS.get(turn % 2), CreateOptions.defaults());
        });
        assertThat(seen.failures()).isNotEmpty();
    }
}
