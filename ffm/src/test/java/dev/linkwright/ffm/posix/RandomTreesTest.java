package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.testing.Bench;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred trees that no one has thought of: copied as `cp` copies them, deleted whole, and judged as the system
/// itself does, which is asked through `java.nio.file`. Always the same trees; each is named by its seed.
final class RandomTreesTest {
    private static final int TREES = 100;
    private static final CopyOptions AS_CP = CopyOptions.defaults().withLinkTexts(CopyOptions.LinkTexts.VERBATIM);

    @TempDir
    static Path directory;

    private static Path base;
    private static Path originals;
    private static Trees trees;

    @BeforeAll
    static void plant() throws IOException {
        trees = Trees.on(ThisHost.linkSystem());
        base = directory.toRealPath();
        originals = Files.createDirectory(base.resolve("originals"));
        for (int seed = 0; seed < TREES; seed++) {
            RandomTree.make(originals.resolve("seed " + seed), seed);
        }
    }

    @Test
    void whatIsCopiedIsWhatCpMakesAndWhatIsDeletedIsGone() throws IOException {
        Bench.POSIX.require(Root.hasCommand("cp"), "cp");
        Root.run("cp", "-a", originals.toString(), base.resolve("by-cp").toString());
        Path ours = Files.createDirectory(base.resolve("ours"));
        for (int seed = 0; seed < TREES; seed++) {
            String name = "seed " + seed;
            Copied copied = trees.copy(LinkPath.of(originals.resolve(name)), LinkPath.of(ours.resolve(name)), AS_CP);

            assertThat(copied.isComplete()).as("%s: %s", name, copied.failures()).isTrue();
            assertThat(copied.losses()).as(name).isEmpty();
            assertThat(picture(ours.resolve(name))).as(name).isEqualTo(picture(base.resolve("by-cp").resolve(name)));
        }
        Map<String, String> before = picture(originals);
        for (int seed = 0; seed < TREES; seed++) {
            Path copy = ours.resolve("seed " + seed);
            Map<String, String> objects = picture(copy);
            Deletion deletion = trees.delete(LinkPath.of(copy), DeleteOptions.defaults());

            assertThat(deletion.failures()).as("%s", copy).isEmpty();
            assertThat(deletion.directories() + deletion.files() + deletion.links()).as("%s", copy)
                    .isEqualTo(objects.size());
        }
        assertThat(ours).isEmptyDirectory();
        assertThat(picture(originals)).isEqualTo(before);
    }

    @Test
    void eachLinkIsJudgedAsTheSystemFollowsIt() throws IOException {
        Map<LinkState, Integer> seen = new HashMap<>();
        for (int seed = 0; seed < TREES; seed++) {
            Path tree = originals.resolve("seed " + seed);
            Map<Path, ScanEvent.Found> found = scan(tree);
            assertThat(found.keySet()).as("%s", tree).isEqualTo(links(tree));
            found.forEach((link, judged) -> {
                LinkState state = judged.state().orElseThrow();
                seen.merge(state, 1, Integer::sum);
                assertThat(state).as("%s", judged).isEqualTo(followed(link));
                if (state == LinkState.OK) {
                    assertThat(judged.verdicts().contains(Verdict.ESCAPING)).as("%s", judged)
                            .isEqualTo(leadsOut(link, tree));
                }
            });
        }
        assertThat(seen.keySet()).contains(LinkState.OK, LinkState.MISSING, LinkState.LOOP);
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isGreaterThan(TREES / 10));
    }

    private Map<Path, ScanEvent.Found> scan(Path tree) throws IOException {
        Map<Path, ScanEvent.Found> all = new HashMap<>();
        try (Stream<ScanEvent> events = trees.scan(tree, ScanOptions.defaults())) {
            events.forEach(event -> {
                assertThat(event).isNotInstanceOf(ScanEvent.Failed.class);
                if (event instanceof ScanEvent.Found link) {
                    all.put(link.path().toPath().orElseThrow(), link);
                }
            });
        }
        return all;
    }

    private static Set<Path> links(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isSymbolicLink).collect(Collectors.toSet());
        }
    }

    /// A way through what is no directory leads nowhere too.
    private static LinkState followed(Path link) {
        try {
            Files.readAttributes(link, BasicFileAttributes.class);
            return LinkState.OK;
        } catch (NoSuchFileException e) {
            return LinkState.MISSING;
        } catch (FileSystemException e) {
            String reason = String.valueOf(e.getReason());
            assertThat(reason).containsAnyOf("Too many levels of symbolic links", "Not a directory");
            return reason.startsWith("Too many levels") ? LinkState.LOOP : LinkState.MISSING;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean leadsOut(Path link, Path tree) {
        try {
            return !link.toRealPath().startsWith(tree.toRealPath());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// All that `java.nio.file` can tell of each object.
    private static Map<String, String> picture(Path tree) throws IOException {
        Map<String, String> picture = new TreeMap<>();
        Map<Object, Path> first = new HashMap<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.sorted().toList();
        }
        for (Path each : all) {
            Map<String, Object> unix = new TreeMap<>(Files.readAttributes(each,
                    "unix:mode,uid,gid,nlink,lastModifiedTime,fileKey,size", LinkOption.NOFOLLOW_LINKS));
            Path object = first.computeIfAbsent(unix.remove("fileKey"), key -> tree.relativize(each));
            boolean directory = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS);
            boolean link = Files.isSymbolicLink(each);
            if (directory) {
                unix.remove("size");
                unix.remove("nlink");
            }
            String inside = link
                    ? Files.readSymbolicLink(each).toString()
                    : directory ? "" : String.valueOf(Arrays.hashCode(Files.readAllBytes(each)));
            picture.put(tree.relativize(each).toString(),
                    unix + " " + object + " " + inside + " " + (link ? "" : extended(each)));
        }
        return picture;
    }

    private static Map<String, String> extended(Path object) throws IOException {
        Map<String, String> all = new TreeMap<>();
        UserDefinedFileAttributeView view = Files.getFileAttributeView(object, UserDefinedFileAttributeView.class);
        for (String each : view.list()) {
            ByteBuffer value = ByteBuffer.allocate(view.size(each));
            view.read(each, value);
            all.put(each, Arrays.toString(value.array()));
        }
        return all;
    }
}
