package dev.linkwright.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import dev.linkwright.LinkPath;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Everything that the link systems of one fake share: the volumes with their trees, a clock, and who holds what.
///
/// Everything in it is guarded by [#lock]: each primitive is one step, as a system call is.
final class FakeMachine {
    /// A moment that no machine's clock shows, so that a time of the fake is recognised.
    private static final Instant BEGINNING = Instant.parse("2001-02-03T04:05:06Z");

    private final ReentrantLock lock = new ReentrantLock();
    private final PathRules rules;
    private final Map<Character, FakeFolder> drives = new LinkedHashMap<>();
    private final Map<Character, Substituted> substituted = new LinkedHashMap<>();
    private final List<FakeFolder> roots = new ArrayList<>();
    private final List<FakeDirectory> held = new ArrayList<>();
    private long lastId;
    private long ticks;

    FakeMachine(PathRules rules) {
        this.rules = rules;
    }

    ReentrantLock lock() {
        return lock;
    }

    PathRules rules() {
        return rules;
    }

    long nextId() {
        return ++lastId;
    }

    /// A later moment at each call.
    Instant now() {
        return BEGINNING.plusMillis(ticks++);
    }

    /// Adds a volume and gives its root.
    FakeFolder addVolume(Set<FakeCondition> own) {
        FakeFolder.Case nameCase = rules == PathRules.WINDOWS ? FakeFolder.Case.INSENSITIVE : FakeFolder.Case.SENSITIVE;
        FakeFolder root = new FakeFolder(this, new FakeVolume(roots.size() + 1L, own), nameCase);
        root.addName();
        roots.add(root);
        return root;
    }

    /// Lets a letter stand for the volume with this root.
    void assign(char letter, FakeFolder root) {
        drives.put(upper(letter), root);
    }

    /// Lets a letter stand for a directory of another drive.
    void substitute(char letter, LinkPath path, FakeFolder folder) {
        substituted.put(upper(letter), new Substituted(path, folder));
    }

    /// The root of a drive; null if there is no such drive.
    @Nullable
    FakeFolder drive(char letter) {
        Substituted directory = substituted.get(upper(letter));
        return directory == null ? drives.get(upper(letter)) : directory.folder();
    }

    /// The directory of another drive that a letter stands for; empty if it stands for a volume, or for nothing.
    Optional<String> substituted(char letter) {
        return Optional.ofNullable(substituted.get(upper(letter))).map(directory -> directory.path().units());
    }

    /// The letter of the volume with this root; null if it has none.
    @Nullable
    Character letterOf(FakeFolder root) {
        for (Map.Entry<Character, FakeFolder> drive : drives.entrySet()) {
            if (drive.getValue() == root) {
                return drive.getKey();
            }
        }
        return null;
    }

    /// The roots of the volumes besides the first.
    List<FakeFolder> mounted() {
        return roots.subList(1, roots.size());
    }

    /// The root of the first volume.
    FakeFolder firstRoot() {
        return roots.get(0);
    }

    /// The root of a volume.
    FakeFolder rootOf(FakeVolume volume) {
        return roots.get((int) volume.serial() - 1);
    }

    /// The root of the volume with this name of the mount manager; null if there is none.
    @Nullable
    FakeFolder rootOf(String guidName) {
        for (FakeFolder root : roots) {
            if (root.volume().guidName().equalsIgnoreCase(guidName)) {
                return root;
            }
        }
        return null;
    }

    void opened(FakeDirectory directory) {
        held.add(directory);
    }

    void closed(FakeDirectory directory) {
        held.remove(directory);
    }

    /// Whether somebody holds this directory.
    boolean holds(FakeFolder folder) {
        return held.stream().anyMatch(directory -> directory.held() == folder);
    }

    /// Whether somebody holds this directory so that nobody may rename or remove it.
    boolean isPinned(FakeFolder folder) {
        return held.stream().anyMatch(directory -> directory.held() == folder && directory.isPinning());
    }

    /// Whether somebody holds a directory below this one.
    boolean holdsBelow(FakeFolder folder) {
        return held.stream().map(FakeDirectory::held)
                .anyMatch(each -> each != null && each != folder && each.isWithin(folder));
    }

    /// The paths of the directories that are held now.
    List<LinkPath> held() {
        return held.stream().map(FakeDirectory::path).toList();
    }

    private static char upper(char letter) {
        return Character.toUpperCase(letter);
    }

    private record Substituted(LinkPath path, FakeFolder folder) {}
}
