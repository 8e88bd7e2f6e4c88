package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.LinkFailure;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;

/// On Windows an empty directory can become a junction in place, also while somebody holds it. Before each primitive in
/// turn it does; nothing of what the junction leads to is read or removed.
final class JunctionInPlaceTest {
    private static final int MORE_THAN_THERE_ARE = 200;

    private FakeLinkSystem windows = FakeLinkSystem.windows();

    private interface Work {
        void in(LinkSystem system) throws IOException;
    }

    private void plant() throws IOException {
        windows = FakeLinkSystem.windows();
        for (String each : new String[]{"tree", "tree\\a", "tree\\a\\empty", "outside", "outside\\sub"}) {
            var path = windows.path("C:\\" + each);
            windows.at(path.parent()).makeDirectory(path.name().orElseThrow());
        }
        windows.writeFile(windows.path("C:\\tree\\a\\file"), "inside");
        windows.writeFile(windows.path("C:\\outside\\precious"), "outside");
        windows.writeFile(windows.path("C:\\outside\\sub\\precious"), "outside");
    }

    private int attacks(Work work) throws IOException {
        int attacks = 0;
        for (int turn = 0; turn < MORE_THAN_THERE_ARE; turn++) {
            plant();
            int now = turn;
            AtomicInteger calls = new AtomicInteger();
            boolean[] attacked = new boolean[1];
            LinkSystem system = InterceptingLinkSystem.of(windows, call -> {
                if (calls.getAndIncrement() == now) {
                    attacked[0] = isMadeJunction("C:\\tree\\a\\empty");
                }
            });
            try {
                work.in(system);
            } catch (FileSystemException e) {
                assertThat(e).isInstanceOf(LinkFailure.class);
            }
            attacks += attacked[0] ? 1 : 0;
            assertThat(windows.readFile(windows.path("C:\\outside\\precious"))).isEqualTo("outside");
            assertThat(windows.readFile(windows.path("C:\\outside\\sub\\precious"))).isEqualTo("outside");
            assertThat(windows.openDirectories()).as("handles left").isEmpty();
        }
        return attacks;
    }

    private boolean isMadeJunction(String directory) {
        FakeKernel32 kernel32 = windows.kernel32();
        FakeHandle handle = kernel32.openReparsePoint(directory, FakeHandle.Share.ALL, FakeHandle.Access.WRITE);
        if (handle == null) {
            return false;
        }
        try (handle) {
            byte[] data = ReparseBuffer.encode(ReparseData.MountPoint.to("C:\\outside"));
            return kernel32.setReparsePoint(handle, data);
        }
    }

    @Test
    void deletingDoesNotEnterAJunctionThatAppearsInPlace() throws IOException {
        int attacks = attacks(system -> {
            Deletion deletion = Trees.on(system).delete(windows.path("C:\\tree"),
                    DeleteOptions.defaults().withWorkers(1));
            assertThat(deletion.root()).isEqualTo(windows.path("C:\\tree"));
        });
        assertThat(attacks).isGreaterThan(10);
    }

    @Test
    void copyingDoesNotReadThroughAJunctionThatAppearsInPlace() throws IOException {
        int attacks = attacks(system -> {
            Copied copied = Trees.on(system).copy(windows.path("C:\\tree"), windows.path("C:\\copy"),
                    CopyOptions.defaults().withWorkers(1));
            assertThat(copied.files()).isLessThanOrEqualTo(1);
        });
        assertThat(attacks).isGreaterThan(10);
    }

    @Test
    void junctionsAreCopiedAsJunctionsAndThoseToTheTreeLeadToTheCopy() throws IOException {
        plant();
        windows.plant(windows.path("C:\\tree\\in"), ReparseData.MountPoint.to("C:\\tree\\a"), TargetKind.DIRECTORY);
        windows.plant(windows.path("C:\\tree\\out"), ReparseData.MountPoint.to("C:\\outside"), TargetKind.DIRECTORY);
        Copied copied = Trees.on(windows).copy(windows.path("C:\\tree"), windows.path("C:\\copy"),
                CopyOptions.defaults());

        assertThat(copied.failures()).isEmpty();
        assertThat(copied.links()).isEqualTo(2);
        assertThat(text("C:\\copy", "in")).isEqualTo("C:\\copy\\a");
        assertThat(text("C:\\copy", "out")).isEqualTo("C:\\outside");
    }

    private String text(String directory, String name) throws IOException {
        byte[] data = Objects.requireNonNull(windows.at(windows.path(directory)).readReparseData(Name.of(name)));
        return ((ReparseData.MountPoint) ReparseBuffer.decode(data)).text();
    }
}
