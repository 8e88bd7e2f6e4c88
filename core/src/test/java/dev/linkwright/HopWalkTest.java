package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.system.Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a walk of many links asks the system, in one moment that does not pass.
final class HopWalkTest {
    @TempDir
    private Path place;

    private final List<String> read = new ArrayList<>();
    private final LinkSystem system = InterceptingLinkSystem.of(NioLinkSystem.of(FileSystems.getDefault()), call -> {
        if (call.primitive() == Primitive.READ_LINK) {
            read.add(call.path().name().orElseThrow().toString());
        }
    });
    private final DeadEnds known = new DeadEnds(() -> 0);

    @BeforeEach
    void resolveThePlaceItself() throws IOException {
        place = place.toRealPath();
    }

    private void link(String name, String text) throws IOException {
        Files.createSymbolicLink(place.resolve(name), Path.of(text));
    }

    /// What was read on the way of a link, after the link itself.
    private List<String> readBehind(String link, LinkPath missing) throws IOException {
        read.clear();
        LinkPath here = LinkPath.of(place);
        HopWalk walk;
        try (Directory directory = system.open(here)) {
            Name name = Name.of(link);
            walk = HopWalk.from(
                    system, RemoteTargets.NOT_FOLLOWED, directory, here, name, here.resolve(name), known);
        }
        assertThat(walk.obstacle()).isNotNull();
        assertThat(walk.reached()).isEqualTo(missing);
        assertThat(read).first().isEqualTo(link);
        return List.copyOf(read.subList(1, read.size()));
    }

    @Test
    void aDirectoryThatIsGoneIsLookedForOnceForAllLinksIntoIt() throws IOException {
        LinkPath gone = LinkPath.of(place).resolve(Name.of("gone"));
        link("one", "gone/one");
        link("other", "gone/below/other");
        link("itself", "gone");
        assertThat(readBehind("one", gone)).containsExactly("gone");
        assertThat(readBehind("other", gone)).isEmpty();
        assertThat(readBehind("itself", gone)).isEmpty();
    }

    @Test
    void aDirectoryThatIsThereIsPassedOnTheWayToWhatIsNot() throws IOException {
        Files.createDirectory(place.resolve("there"));
        LinkPath there = LinkPath.of(place).resolve(Name.of("there"));
        link("one", "there/missing");
        link("other", "there/missing/too");
        assertThat(readBehind("one", there.resolve(Name.of("missing")))).containsExactly("there");
        assertThat(readBehind("other", there.resolve(Name.of("missing")))).containsExactly("there");
    }
}
