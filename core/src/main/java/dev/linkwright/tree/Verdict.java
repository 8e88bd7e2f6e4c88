package dev.linkwright.tree;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a scan says of a link. Several may hold at once. In the order of their gravity; new ones come in minor versions.
public enum Verdict {
    /// A part of the way does not exist, and nothing keeps the system from knowing that.
    MISSING,
    /// The links on the way form a cycle, which was found.
    LOOP,
    /// There is no cycle, but there are more links than the system follows.
    HOP_LIMIT,
    /// It may exist, but this process cannot get there now: permission, policy, network, a failed device, a place where
    /// file systems are mounted and nothing is mounted now, a target that is not on this machine.
    UNREACHABLE,
    /// It exists and is not of the kind that the link was made for (Windows).
    WRONG_TYPE,
    /// The label that people see names another object than the one that the link leads to (Windows).
    DECEPTIVE,
    /// A `/` stands in a text in which Windows knows `\` only: the link cannot be followed.
    SLASH,
    /// It is no link but a file with the text of a link for contents: git put it there because `core.symlinks` is false
    /// (Windows without the privilege). Known by the index of the work tree, which is read for it.
    GIT_PLACEHOLDER,
    /// It leads out of the tree that is scanned.
    ESCAPING,
    /// It leads to another device or volume than that of the root.
    OTHER_FILESYSTEM,
    /// The text starts at a root: the link does not survive a move of both ends together.
    ABSOLUTE,
    /// What is missing is there in another case: `Readme` for `README`. Looked for only where it is wanted, and not in
    /// directories of more than 10,000 entries.
    CASE_MISMATCH,
    /// The text is longer than 1,023 bytes, which not every system takes (macOS: PATH_MAX is 1024).
    OVER_LONG,
    /// The text cannot be a link on Windows: device names, characters such as `:` and `?`, dots and blanks at the end of
    /// names; or it is not Unicode.
    NOT_PORTABLE,
    /// The text has doubled separators, dots that mean nothing, a way down and up again, or a separator at its end.
    MESSY,
    /// Something is there, of the right kind.
    OK;

    private static final Set<Verdict> PROBLEMS = Collections
            .unmodifiableSet(EnumSet.of(MISSING, LOOP, HOP_LIMIT, UNREACHABLE, WRONG_TYPE, DECEPTIVE, SLASH));

    /// Those for which a link does not do what links are for: missing, loop, hop limit, unreachable, wrong type,
    /// deceptive, slash. Unmodifiable.
    public static Set<Verdict> problems() {
        return PROBLEMS;
    }

    /// Whether it is one of [#problems].
    public boolean isProblem() {
        return PROBLEMS.contains(this);
    }
}
