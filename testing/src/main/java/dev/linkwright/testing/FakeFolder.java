package dev.linkwright.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.linkwright.Name;
import org.jspecify.annotations.Nullable;

/// A directory. On Windows also a directory link or junction, which is an empty directory with reparse data.
final class FakeFolder extends FakeNode {
    /// How names are told apart.
    enum Case {
        /// By their units.
        SENSITIVE,
        /// By their units in upper case, as NTFS does it unless a directory has been made case-sensitive.
        INSENSITIVE
    }

    /// A name and what it leads to.
    record Entry(Name name, FakeNode node) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private Case nameCase;
    private @Nullable FakeFolder parent;
    private @Nullable Name name;
    private boolean forOwnerOnly;
    private boolean removed;

    FakeFolder(FakeMachine machine, FakeVolume volume, Case nameCase) {
        super(machine, volume);
        this.nameCase = nameCase;
    }

    /// What stands at the name; null if nothing does.
    @Nullable
    FakeNode find(Name wanted) {
        Entry entry = entries.get(key(wanted));
        return entry == null ? null : entry.node();
    }

    /// The name in the spelling that it was made with.
    Name spelling(Name wanted) {
        Entry entry = entries.get(key(wanted));
        return entry == null ? wanted : entry.name();
    }

    /// The entries, in no order that a program could rely on.
    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// Gives the node this name, which must be free.
    void put(Name newName, FakeNode node) {
        if (entries.putIfAbsent(key(newName), new Entry(newName, node)) != null) {
            throw new IllegalStateException("the name is taken: " + newName);
        }
        node.addName();
        if (node instanceof FakeFolder folder) {
            folder.parent = this;
            folder.name = newName;
        }
    }

    /// Takes the name away from its node. A directory stays in place, as far as it knows, until it is put elsewhere.
    void take(Name taken) {
        Entry entry = entries.remove(key(taken));
        if (entry == null) {
            throw new IllegalStateException("no such name: " + taken);
        }
        entry.node().removeName();
    }

    /// The directory that this one is in; null for a root.
    @Nullable
    FakeFolder parent() {
        return parent;
    }

    /// The name in [#parent]; null for a root.
    @Nullable
    Name name() {
        return name;
    }

    /// Whether this directory is `other` or lies below it.
    boolean isWithin(FakeFolder other) {
        FakeFolder each = this;
        while (each != null) {
            if (each == other) {
                return true;
            }
            each = each.parent;
        }
        return false;
    }

    boolean isRemoved() {
        return removed;
    }

    void markRemoved() {
        removed = true;
    }

    boolean isForOwnerOnly() {
        return forOwnerOnly;
    }

    void makeForOwnerOnly() {
        forOwnerOnly = true;
    }

    /// Lets names differ by case alone from now on. The directory must be empty.
    void makeCaseSensitive() {
        if (!entries.isEmpty()) {
            throw new IllegalStateException("the directory is not empty");
        }
        nameCase = Case.SENSITIVE;
    }

    private String key(Name wanted) {
        return nameCase == Case.SENSITIVE
                ? new String(wanted.bytes(), StandardCharsets.ISO_8859_1)
                : upperCase(wanted.units());
    }

    /// Unit by unit; no letter beyond ASCII becomes one of ASCII. [dev.linkwright.path.PathRules#sameName] says the
    /// same of two names.
    private static String upperCase(String units) {
        char[] folded = units.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char upper = Character.toUpperCase(folded[i]);
            boolean leavesAlphabet = folded[i] >= 0x80 && upper < 0x80;
            folded[i] = leavesAlphabet ? folded[i] : upper;
        }
        return new String(folded);
    }
}
