package dev.linkwright.testing;

import static dev.linkwright.testing.LinkAssert.assertThatLink;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;

import dev.linkwright.Directory;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;

/// What is missing is told from what is perhaps only not mounted: who removes dangling links must not take the second.
final class AbsentVolumeTest {
    private final FakeLinkSystem posix = FakeLinkSystem.posix();

    private void plant(String... notations) throws IOException {
        TreeLayout.of(notations).plantIn(posix, posix.root());
    }

    private LinkAssert link(LinkSystem system) {
        return assertThatLink(system, posix.path("/link"));
    }

    @Test
    void anEmptyDirectoryWhereDisksAreMountedMakesTheTargetUnreachable() throws IOException {
        plant("media/ada/disk/", "link => /media/ada/disk/photos/1");
        link(posix).hasState(LinkState.UNREACHABLE);
        var cause = Links.on(posix).resolve(posix.path("/link")).failure().orElseThrow();
        assertThat(cause.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(cause.remark()).contains("file systems are mounted in '/media/ada/disk', and none is now");
    }

    @Test
    void aFullDirectoryThereOrAPartFurtherDownIsMissing() throws IOException {
        plant("mnt/disk/photos/", "link => /mnt/disk/music", "mnt/other/empty/");
        link(posix).hasState(LinkState.MISSING);
        Links.on(posix).remove(posix.path("/link"));
        plant("link => /mntx/disk", "mntx/");
        link(posix).hasState(LinkState.MISSING);
    }

    @Test
    void anEmptyDirectoryThatTheTableOfFileSystemsNamesIsPerhapsNotMounted() throws IOException {
        plant("srv/data/", "srv/other/", "link => srv/data/1");
        link(posix).hasState(LinkState.MISSING);
        link(new Tabled(posix, posix.path("/srv/data"))).hasState(LinkState.UNREACHABLE);
        link(new Tabled(posix, posix.path("/srv/other"))).hasState(LinkState.MISSING);
    }

    /// A system with a table of file systems.
    private record Tabled(LinkSystem system, LinkPath mountPlace) implements LinkSystem {
        @Override
        public Set<LinkPath> mountPlaces() {
            return Set.of(mountPlace);
        }

        @Override
        public String name() {
            return system.name();
        }

        @Override
        public PathRules rules() {
            return system.rules();
        }

        @Override
        public Directory at(LinkPath directory) {
            return system.at(directory);
        }

        @Override
        public Directory open(LinkPath directory) throws FileSystemException {
            return system.open(directory);
        }

        @Override
        public LinkPath pathOf(Path path) {
            return system.pathOf(path);
        }
    }
}
