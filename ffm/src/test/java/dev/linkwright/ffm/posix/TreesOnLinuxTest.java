package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.linkwright.Attributes;
import dev.linkwright.Directory;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.probe.OrdinaryTreesProbe;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.Bench;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a real kernel shows of deleting and copying: mounts, depth, holes, owners, access control lists.
final class TreesOnLinuxTest {
    private static final int LEVELS = 2_100;
    private static final Name DOWN = Name.of("d");

    @TempDir
    Path base;

    private LinkSystem system;
    private Trees trees;

    @BeforeEach
    void enter() throws IOException {
        system = ThisHost.linkSystem();
        trees = Trees.on(system);
        Root.require();
    }

    private LinkPath at(String name) {
        return LinkPath.of(base.resolve(name));
    }

    private static Reason reason(Throwable thrown) {
        assertThat(thrown).isInstanceOf(LinkFailure.class);
        return ((LinkFailure) thrown).reason();
    }

    @Test
    void aTreeWithABindMountInItIsRefusedBeforeAnythingIsRemoved() throws IOException {
        Path outside = Files.createDirectory(base.resolve("outside"));
        Files.createFile(outside.resolve("precious"));
        Files.createDirectories(base.resolve("tree/a/deep"));
        Files.createFile(base.resolve("tree/first"));
        try (Mount mount = Mount.bind(outside, base.resolve("tree/a/mount point"))) {
            Throwable below = catchThrowable(() -> trees.delete(at("tree"), DeleteOptions.defaults()));
            Throwable itself = catchThrowable(
                    () -> trees.delete(LinkPath.of(mount.place()), DeleteOptions.defaults()));

            assertThat(reason(below)).isEqualTo(Reason.PROTECTED_DIRECTORY);
            assertThat(((LinkFailure) below).details().remark()).contains("mount point");
            assertThat(reason(itself)).isEqualTo(Reason.PROTECTED_DIRECTORY);
            assertThat(base.resolve("tree/first")).exists();
        }
        assertThat(outside.resolve("precious")).exists();
        assertThat(trees.delete(at("tree"), DeleteOptions.defaults()).isComplete()).isTrue();
    }

    @Test
    void aMountThatAppearsMeanwhileIsNotEntered() throws IOException {
        Path outside = Files.createDirectory(base.resolve("outside"));
        Files.createFile(outside.resolve("precious"));
        Path place = Files.createDirectories(base.resolve("tree/a/mount"));
        Mount[] mount = new Mount[1];
        LinkSystem mounting = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.LIST && mount[0] == null) {
                mount[0] = mounted(outside, place);
            }
        });
        try {
            Deletion deletion = Trees.on(mounting).delete(at("tree"), DeleteOptions.defaults().withWorkers(1));

            assertThat(deletion.failures()).extracting(FailureDetails::reason)
                    .containsExactly(Reason.CROSS_FILE_SYSTEM);
            assertThat(deletion.failures()).extracting(FailureDetails::link).containsExactly(LinkPath.of(place));
        } finally {
            mount[0].close();
        }
        assertThat(outside.resolve("precious")).exists();
    }

    private static Mount mounted(Path outside, Path place) {
        try {
            return Mount.bind(outside, place);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTreeDeeperThanAnyPathIsCopiedAndDeletedWithFewHandles() throws IOException {
        makeDeep("tree");
        Copied copied = trees.copy(at("tree"), at("copy"), CopyOptions.defaults());
        assertThat(copied.failures()).isEmpty();
        assertThat(copied.directories()).isEqualTo(LEVELS + 1);

        for (String each : List.of("tree", "copy")) {
            Deletion deletion = trees.delete(at(each), DeleteOptions.defaults());
            assertThat(deletion.failures()).isEmpty();
            assertThat(deletion.directories()).isEqualTo(LEVELS + 1);
            assertThat(deletion.files()).isEqualTo(1);
        }
        assertThat(base).isEmptyDirectory();
    }

    private void makeDeep(String name) throws IOException {
        Directory here = system.open(LinkPath.of(base));
        Name next = Name.of(name);
        for (int level = 0; level <= LEVELS; level++) {
            here.makeDirectory(next);
            Directory below = here.open(next);
            here.close();
            here = below;
            next = DOWN;
        }
        here.contents().createFile(Name.of("end")).close();
        here.close();
    }

    /// The directories in the middle of the way have been given up when the walk is at the end of it.
    @Test
    void aSubtreeMovedOutOfADeepTreeDoesNotLeadTheWalkOutside() throws IOException {
        makeDeep("tree");
        Path outside = Files.createDirectory(base.resolve("outside"));
        Files.createDirectories(outside.resolve("d"));
        Files.createFile(outside.resolve("end"));
        Files.createFile(outside.resolve("precious"));
        boolean[] moved = new boolean[1];
        LinkSystem moving = InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.UNLINK && !moved[0]) {
                moved[0] = true;
                Directory halfway = system.open(LinkPath.of(base.resolve("tree" + "/d".repeat(900))));
                halfway.rename(DOWN, system.at(LinkPath.of(outside)), Name.of("moved"), RenameMode.NO_REPLACE);
                halfway.close();
            }
        });
        Deletion deletion = Trees.on(moving).delete(at("tree"), DeleteOptions.defaults().withWorkers(1));

        assertThat(moved[0]).isTrue();
        assertThat(deletion.directories()).isLessThan(LEVELS + 1);
        assertThat(outside.resolve("precious")).exists();
        assertThat(outside.resolve("end")).exists();
        assertThat(outside.resolve("d")).isDirectory();
        assertThat(outside.resolve("moved")).isDirectory();
    }

    @Test
    void everythingIsAsTheOriginalAfterwards() throws IOException {
        Path tree = Files.createDirectories(base.resolve("tree"));
        Path dir = Files.createDirectories(tree.resolve("dir"));
        Files.writeString(tree.resolve("file"), "contents");
        Files.createSymbolicLink(tree.resolve("link"), Path.of("file"));
        Files.createLink(dir.resolve("second"), tree.resolve("file"));
        Root.run("mkfifo", tree.resolve("pipe").toString());
        Root.run("mknod", tree.resolve("null").toString(), "c", "1", "3");
        Root.run("chown", "1234:2345", tree.resolve("file").toString());
        Root.run("chown", "-h", "3456:4567", tree.resolve("link").toString());
        Root.run("chmod", "6751", tree.resolve("file").toString());
        Root.run("chmod", "1777", dir.toString());
        Root.run("touch", "-h", "-d", "2001-02-03 04:05:06.789", tree.resolve("link").toString());
        Root.run("touch", "-d", "2002-02-03 04:05:06.789", tree.resolve("file").toString());
        Root.run("touch", "-d", "2003-02-03 04:05:06.789", dir.toString());
        set(tree.resolve("file"), "user.comment", "kept");
        set(tree.resolve("dir"), "user.comment", "kept too");
        set(tree.resolve("link"), "trusted.comment", "of the link");
        Map<String, String> original = picture("tree");
        Copied copied = trees.copy(at("tree"), at("copy"),
                CopyOptions.defaults().withSpecialFiles(CopyOptions.SpecialFiles.RECREATE));

        assertThat(copied.failures()).isEmpty();
        assertThat(copied.losses()).isEmpty();
        assertThat(picture("copy")).isEqualTo(original);
        assertThat(copied.hardLinks()).isEqualTo(1);
    }

    @Test
    void extendedAttributesOfEverySizeAndNumberAreCopied() throws IOException {
        try (Mount memory = Mount.tmpfs(base.resolve("memory"), "size=16m")) {
            Path file = Files.createFile(Files.createDirectory(memory.place().resolve("tree")).resolve("file"));
            for (int size : new int[]{1, 4096, 4097, 60_000}) {
                set(file, "trusted.of." + size, "x".repeat(size));
            }
            for (int i = 0; i < 200; i++) {
                set(file, "trusted." + "long".repeat(10) + i, "value");
            }
            Copied copied = trees.copy(at("memory/tree"), at("memory/copy"), CopyOptions.defaults());

            assertThat(copied.losses()).isEmpty();
            assertThat(picture("memory/copy")).isEqualTo(picture("memory/tree"));
            try (HeldObject held = hold(memory.place().resolve("copy/file"))) {
                assertThat(held.extendedAttributes()).hasSize(204);
            }
        }
    }

    private void set(Path place, String name, String value) throws IOException {
        try (HeldObject held = hold(place)) {
            held.setExtendedAttribute(new ExtendedAttribute(bytes(name), bytes(value)));
        }
    }

    private HeldObject hold(Path place) throws IOException {
        LinkPath path = LinkPath.of(place);
        return system.at(path.parent()).contents().hold(path.name().orElseThrow());
    }

    private static ByteString bytes(String text) {
        return ByteString.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Everything that can be told of each object, except which one it is and when it was read.
    private Map<String, String> picture(String name) throws IOException {
        Map<String, String> picture = new HashMap<>();
        try (Stream<Path> all = Files.walk(base.resolve(name))) {
            for (Path each : all.toList()) {
                try (HeldObject held = hold(each)) {
                    Attributes found = held.attributes();
                    boolean directory = found.type() == FileType.DIRECTORY;
                    picture.put(base.resolve(name).relativize(each).toString(),
                            found.type() + " " + found.status().owner() + " " + found.status().modified() + " "
                                    + (directory ? 0 : found.status().size()) + " " + found.device() + " "
                                    + found.status().linkCount() + " " + held.extendedAttributes());
                }
            }
        }
        return picture;
    }

    @Test
    void holesStayHolesAndTheRestIsCopied() throws IOException {
        Path tree = Files.createDirectories(base.resolve("tree"));
        byte[] some = "some bytes in the middle".getBytes(StandardCharsets.UTF_8);
        try (FileChannel file = FileChannel.open(tree.resolve("sparse"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(some), 20 << 20);
            file.write(ByteBuffer.wrap(some), 50 << 20);
        }
        Copied copied = trees.copy(at("tree"), at("copy"), CopyOptions.defaults());

        assertThat(copied.failures()).isEmpty();
        assertThat(Files.mismatch(tree.resolve("sparse"), base.resolve("copy/sparse"))).isEqualTo(-1);
        assertThat(used(base.resolve("copy/sparse"))).isLessThan(1 << 20);
    }

    private static long used(Path file) throws IOException {
        Process process = new ProcessBuilder("du", "-B1", file.toString()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(output.split("\\s", 2)[0]);
    }

    /// An access control list in the form of the kernel (`struct posix_acl_xattr_header`): user 1234 may read.
    private static final byte[] LIST = {2, 0, 0, 0, 1, 0, 6, 0, -1, -1, -1, -1, 2, 0, 4, 0, (byte) 0xD2, 4, 0, 0, 4, 0,
            4, 0, -1, -1, -1, -1, 0x10, 0, 4, 0, -1, -1, -1, -1, 0x20, 0, 0, 0, -1, -1, -1, -1};

    @Test
    void accessControlListsAreCopiedAndThoseOfTheDestinationAreNotInherited() throws IOException {
        Path tree = Files.createDirectories(base.resolve("tree/dir"));
        Files.writeString(tree.resolve("listed"), "contents");
        Files.writeString(tree.resolve("plain"), "contents");
        Path destination = Files.createDirectory(base.resolve("destination"));
        ExtendedAttribute access = new ExtendedAttribute(bytes("system.posix_acl_access"), ByteString.of(LIST));
        ExtendedAttribute inherited = new ExtendedAttribute(bytes("system.posix_acl_default"), ByteString.of(LIST));
        try (HeldObject listed = hold(tree.resolve("listed")); HeldObject above = hold(destination)) {
            Throwable refusal = catchThrowable(() -> listed.setExtendedAttribute(access));
            Bench.POSIX.require(refusal == null, "a file system with access control lists");
            above.setExtendedAttribute(inherited);
        }
        Map<String, String> original = picture("tree");
        Copied copied = trees.copy(at("tree"), at("destination/copy"), CopyOptions.defaults());

        assertThat(copied.losses()).isEmpty();
        assertThat(picture("destination/copy")).isEqualTo(original);
        try (HeldObject listed = hold(base.resolve("destination/copy/dir/listed"))) {
            assertThat(listed.extendedAttributes()).contains(access);
        }
    }

    @Test
    void aFullDestinationIsToldAndNoFileIsLeftInParts() throws IOException {
        Path tree = Files.createDirectories(base.resolve("tree"));
        for (int i = 0; i < 8; i++) {
            Files.write(tree.resolve("file" + i), new byte[300_000]);
        }
        try (Mount full = Mount.tmpfs(base.resolve("full"), "size=1m")) {
            Copied copied = trees.copy(at("tree"), at("full/copy"), CopyOptions.defaults().withWorkers(1));

            assertThat(copied.isComplete()).isFalse();
            assertThat(copied.stopped()).isTrue();
            assertThat(copied.failures()).extracting(FailureDetails::reason).containsExactly(Reason.NO_SPACE);
            assertThat(copied.files()).isBetween(1L, 3L);
            try (Stream<Path> left = Files.list(full.place().resolve("copy"))) {
                assertThat(left).hasSize((int) copied.files()).allSatisfy(
                        file -> assertThat(file).hasSize(300_000));
            }
        }
    }

    @Test
    void aFileGrownToMegabytesIsCopiedBetweenFileSystems() throws IOException {
        byte[] contents = new byte[3_000_001];
        new java.util.Random(42).nextBytes(contents);
        Path tree = Files.createDirectories(base.resolve("tree"));
        Files.write(tree.resolve("large"), contents);
        try (Mount other = Mount.tmpfs(base.resolve("other"), "size=16m")) {
            Copied copied = trees.copy(at("tree"), at("other/copy"), CopyOptions.defaults());

            assertThat(copied.bytes()).isEqualTo(contents.length);
            assertThat(other.place().resolve("copy/large")).hasBinaryContent(contents);
        }
    }

    @Test
    void whatAnOrdinaryUserMayNotDoIsToldAndTheRestIsDone() throws Exception {
        Bench.POSIX.require(Root.hasCommand("setpriv"), "setpriv of util-linux");
        Path open = Files.createDirectories(base.resolve("tree/open/dir"));
        Files.createFile(open.resolve("file"));
        Path closed = Files.createDirectories(base.resolve("tree/closed/dir"));
        Root.run("chown", "-R", "65534", base.resolve("tree").toString());
        Root.run("chmod", "000", base.resolve("tree/closed").toString());
        Path original = Files.createDirectories(base.resolve("original"));
        Files.writeString(original.resolve("program"), "contents");
        Files.writeString(original.resolve("secret"), "contents");
        Root.run("chmod", "4755", original.resolve("program").toString());
        Root.run("chmod", "600", original.resolve("secret").toString());
        Root.run("chmod", "777", base.toString());
        ChildJvm.Outcome outcome = new ChildJvm()
                .under("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
                .onClassPath().with("--enable-native-access=ALL-UNNAMED")
                .run(OrdinaryTreesProbe.class, base.toString());

        assertThat(outcome.lines()).containsExactly("lost: OWNER 2", "failed: secret ACCESS_DENIED",
                "failed: closed ACCESS_DENIED", "deleted: 2 directories, 1 files");
        assertThat(Files.getAttribute(base.resolve("copy/program"), "unix:mode")).isEqualTo(0100755);
        assertThat(base.resolve("copy/secret")).doesNotExist();
        assertThat(base.resolve("tree/open")).doesNotExist();
        assertThat(closed).exists();
    }
}
