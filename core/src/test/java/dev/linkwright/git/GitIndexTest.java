package dev.linkwright.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.linkwright.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitIndexTest {
    private static final int MUTATIONS = 20_000;

    /// Each version with each kind of names.
    static Stream<IndexBytes> empty() {
        return Stream.of(ObjectFormat.values())
                .flatMap(format -> Stream.of(2, 3, 4).map(version -> new IndexBytes(version, format)));
    }

    private static IndexBytes version(int version) {
        return new IndexBytes(version, ObjectFormat.SHA1);
    }

    private static List<String> paths(byte[] index) throws MalformedIndexException {
        return GitIndex.of(index).links().map(link -> new String(link.path(), StandardCharsets.UTF_8)).toList();
    }

    private static void refused(byte[] index, String why) {
        assertThatExceptionOfType(MalformedIndexException.class).isThrownBy(() -> GitIndex.of(index))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @MethodSource("empty")
    void theLinksAreFoundAmongTheFilesOfEveryVersion(IndexBytes written) throws MalformedIndexException {
        String deep = "d/".repeat(2000) + "link";
        byte[] bytes = written.entry("a", IndexBytes.FILE, "contents", 0).link("a.l", "1").link("abc/d", "2")
                .entry("abc/e", IndexBytes.FILE, "2", 0).link("abc/é", "3").link(deep, "4").link("e", "5")
                .extension("TREE", new byte[]{1, 2, 3}).bytes();

        assertThat(paths(bytes)).containsExactly("a.l", "abc/d", "abc/é", deep, "e");
        GitIndex index = GitIndex.of(bytes);
        IndexedLink second = index.links().skip(1).findFirst().orElseThrow();
        assertThat(second.hasText(new byte[]{'2'}, index.format())).isTrue();
        assertThat(second.hasText(new byte[]{'3'}, index.format())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("empty")
    void anIndexWithoutEntriesHasNoLinks(IndexBytes written) throws MalformedIndexException {
        assertThat(paths(written.bytes())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anIndexThatWasNotHashedIsRead(ObjectFormat format) throws MalformedIndexException {
        byte[] bytes = new IndexBytes(2, format).link("l", "t").bytes();
        Arrays.fill(bytes, bytes.length - format.size(), bytes.length, (byte) 0);
        assertThat(paths(bytes)).containsExactly("l");
        assertThat(GitIndex.of(bytes).format()).isEqualTo(format);
    }

    @Test
    void whatIsInConflictIsLeftOut() throws MalformedIndexException {
        byte[] bytes = version(2).entry("l", IndexBytes.LINK, "1", 0x1000).entry("l", IndexBytes.LINK, "2", 0x2000)
                .link("m", "3").bytes();
        assertThat(paths(bytes)).containsExactly("m");
    }

    @Test
    void aSparseIndexIsReadAsFarAsItGoes() throws MalformedIndexException {
        byte[] bytes = version(4).entry("dir/", IndexBytes.SPARSE_DIRECTORY, "", 0x4000).link("l", "t")
                .extension("sdir", new byte[0]).bytes();
        assertThat(paths(bytes)).containsExactly("l");
    }

    @Test
    void aSplitIndexIsRefusedWithTheReason() {
        refused(version(2).extension("link", new byte[20]).bytes(), "the index is split");
    }

    @Test
    void anExtensionThatMustBeUnderstoodIsRefusedAndAnOptionalOnePassed() throws MalformedIndexException {
        refused(version(2).extension("zzzz", new byte[3]).bytes(), "not known");
        assertThat(paths(version(2).extension("ZZZZ", new byte[3]).bytes())).isEmpty();
    }

    @Test
    void anExtensionThatEndsBehindTheIndexIsRefused() {
        refused(version(2).extension("TREE", 100, new byte[3]).bytes(), "longer than the index");
        refused(version(2).extension("TREE", -1, new byte[3]).bytes(), "longer than the index");
        refused(version(2).raw((byte) 'T', (byte) 'R').bytes(), "ends in the middle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../l", "a/../l", "/l", "a//l", "a/", "", ".", "./l", ".git/l", "a/.GiT/hooks/l", ".."})
    void anIndexWithAPathThatLeadsElsewhereIsRefused(String path) {
        for (int version = 2; version <= 4; version++) {
            byte[] bytes = version(version).link(path, "t").bytes();
            assertThatExceptionOfType(MalformedIndexException.class).isThrownBy(() -> GitIndex.of(bytes));
        }
    }

    @Test
    void namesThatOnlyBeginLikeTheRepositoryAreOrdinary() throws MalformedIndexException {
        byte[] bytes = version(2).link("...", "t").link(".gitignore", "t").link("a.git", "t").bytes();
        assertThat(paths(bytes)).containsExactly("...", ".gitignore", "a.git");
    }

    @Test
    void entriesThatAreNotInOrderOrThereTwiceAreRefused() {
        refused(version(2).link("b", "t").link("a", "t").bytes(), "not in order");
        refused(version(4).link("a", "t").link("a", "t").bytes(), "not in order");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1000, 4_000_000, Integer.MAX_VALUE, -1})
    void moreEntriesThanThereAreAreRefused(int told) {
        for (int version = 2; version <= 4; version++) {
            refused(version(version).link("l", "t").bytes(told), "");
        }
    }

    @Test
    void aPathThatLeavesOutMoreThanThereIsIsRefused() {
        byte[] entry = new byte[40 + 20 + 2];
        entry[entry.length - 1] = 1;
        for (byte[] number : new byte[][]{{5}, {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F}}) {
            refused(version(4).raw(entry).raw(number).raw((byte) 'a', (byte) 0).bytes(1), "more than there is");
        }
    }

    @Test
    void aPathThatIsLongerThanAnySystemTakesIsRefused() {
        for (int version = 2; version <= 4; version++) {
            refused(version(version).link("x".repeat(5000), "t").bytes(), "too long");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, -2, Integer.MAX_VALUE})
    void anUnknownVersionIsRefused(int version) {
        refused(version(version).bytes(), "is not known");
    }

    @ParameterizedTest
    @MethodSource("empty")
    void anIndexThatIsCutOffAnywhereIsRefused(IndexBytes written) {
        byte[] whole = written.link("a/link", "t").link("b", "u").extension("TREE", new byte[9]).bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedIndexException.class).isThrownBy(() -> GitIndex.of(cut));
        }
    }

    @Test
    void anIndexInWhichOneBitIsWrongIsRefused() {
        byte[] whole = version(2).link("a/link", "t").link("b", "u").bytes();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] wrong = whole.clone();
            wrong[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatExceptionOfType(MalformedIndexException.class).isThrownBy(() -> GitIndex.of(wrong));
        }
    }

    /// The hash is made right again, so that whatever is wrong is met by the parser itself.
    @ParameterizedTest
    @MethodSource("empty")
    void whateverTheBytesAreTheyAreReadOrRefused(IndexBytes written) {
        byte[] whole = written.link("a/b/link", "t").entry("a/c", IndexBytes.FILE, "c", 0).link("b", "u")
                .extension("TREE", new byte[9]).bytes();
        ObjectFormat format = formatOf(whole);
        for (long seed : Seeds.of(MUTATIONS).toArray()) {
            byte[] mutated = IndexBytes.hashed(mutated(whole, new Random(seed)), format);
            try {
                for (String path : paths(mutated)) {
                    assertThat(List.of(path.split("/", -1))).doesNotContain("", ".", "..", ".git");
                }
            } catch (MalformedIndexException e) {
                assertThat(e).hasMessageMatching("[a-z].*[a-z0-9]");
            }
        }
    }

    private static ObjectFormat formatOf(byte[] whole) {
        try {
            return GitIndex.of(whole).format();
        } catch (MalformedIndexException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            copy[4 + random.nextInt(copy.length - 4)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) (random.nextBoolean() ? 0 : '/');
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(copy, 40 + random.nextInt(copy.length - 40)) : copy;
    }
}
