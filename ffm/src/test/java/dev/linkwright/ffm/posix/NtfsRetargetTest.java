package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.linkwright.CreateOptions;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.ReparseOptions.Kind;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseData;
import org.junit.jupiter.api.Test;

/// Links of Windows that get another text, on a volume that ntfs-3g plays.
final class NtfsRetargetTest extends NtfsScene {
    @Test
    void retargetingInPlaceKeepsTheKindAndIsNeverSeenThrough() throws Exception {
        make("link", "dir", AUTO);
        make("file-link", "dir/file", AUTO);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                while (!done.get()) {
                    assertThat(links.read(path("link")).toString()).isIn("dir", "dir\\sub");
                    Files.readAttributes(at("link"), "*", LinkOption.NOFOLLOW_LINKS);
                    assertThat(at("link")).isDirectory();
                    looks.incrementAndGet();
                }
            } catch (Throwable e) {
                trouble.set(e);
            }
        });
        reader.start();
        for (int i = 0; i < 500 || (looks.get() < 50 && trouble.get() == null); i++) {
            Retargeting change = links.retarget(path("link"), LinkTarget.of(i % 2 == 0 ? "dir/sub" : "dir"),
                    RetargetOptions.defaults());
            assertThat(change.guarantee()).isEqualTo(Guarantee.IN_PLACE);
            assertThat(change.changed()).isTrue();
        }
        done.set(true);
        reader.join();
        assertThat(trouble.get()).isNull();

        long before = fileNumber("file-link");
        Retargeting change = links.retarget(path("file-link"), LinkTarget.of("dir"), RetargetOptions.defaults());
        assertThat(change.previous()).isEqualTo(LinkTarget.of("dir\\file"));
        assertThat(fileNumber("file-link")).isEqualTo(before);
        assertThat(((SymbolicLink) links.show(path("file-link"))).targetKind()).isEqualTo(TargetKind.FILE);
        assertThat(links.retarget(path("file-link"), LinkTarget.of("dir"), RetargetOptions.defaults()).changed())
                .isFalse();
    }

    @Test
    void onlyTheExpectedLinkIsRetargeted() throws IOException {
        make("link", "dir/file", AUTO);
        make("junction", "dir", ON_C.withKind(Kind.JUNCTION));
        RetargetOptions expecting = RetargetOptions.defaults().withExpected(LinkTarget.of("dir/file"));
        refused(() -> links.retarget(path("link"), LinkTarget.of("x"), expecting), Reason.UNEXPECTED_TARGET);
        links.retarget(path("link"), LinkTarget.of("x/y"),
                RetargetOptions.defaults().withExpected(LinkTarget.of("dir\\file")));
        assertThat(data("link")).isEqualTo(symbolic("x\\y", "x\\y", true));

        links.retarget(path("junction"), LinkTarget.of("C:\\dir\\sub"), RetargetOptions.defaults());
        assertThat(data("junction")).isEqualTo(new ReparseData.MountPoint("\\??\\C:\\dir\\sub", "C:\\dir\\sub"));
        refused(() -> links.retarget(path("junction"), LinkTarget.of("dir"), RetargetOptions.defaults()),
                Reason.VOLUME_NOT_NAMED);
        refused(() -> links.retarget(path("link"), LinkTarget.of(root + "/dir"), RetargetOptions.defaults()),
                Reason.VOLUME_NOT_NAMED);
        refused(() -> links.retarget(path("dir"), LinkTarget.of("x"), RetargetOptions.defaults()), Reason.NOT_A_LINK);
    }

    @Test
    void aPlainLinkIsReplacedOnlyWithAGap() throws IOException {
        links.create(path("plain"), LinkTarget.of("dir"), CreateOptions.defaults());
        refused(() -> links.retarget(path("plain"), LinkTarget.of("x"), RetargetOptions.defaults()),
                Reason.CAPABILITY_MISSING);
        assertThat(links.read(path("plain"))).isEqualTo(LinkTarget.of("dir"));
        RetargetOptions gap = RetargetOptions.defaults().withGap(RetargetOptions.Gap.ALLOWED);
        assertThat(links.retarget(path("plain"), LinkTarget.of("x"), gap).guarantee()).isEqualTo(Guarantee.GAP);
        assertThat(links.read(path("plain"))).isEqualTo(LinkTarget.of("x"));
    }

    @Test
    void aLinkWithTwoNamesIsNotChangedUnderBoth() throws IOException {
        make("link", "dir/file", AUTO);
        links.createHardLink(path("second"), path("link"));
        refused(() -> links.retarget(path("link"), LinkTarget.of("x"), RetargetOptions.defaults()),
                Reason.CAPABILITY_MISSING);
        assertThat(links.read(path("second"))).isEqualTo(LinkTarget.of("dir\\file"));
        links.remove(path("second"));
        assertThat(links.read(path("link"))).isEqualTo(LinkTarget.of("dir\\file"));
    }
}
