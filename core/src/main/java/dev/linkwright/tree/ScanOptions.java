package dev.linkwright.tree;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a scan looks for, and where. Immutable: each `with` gives another value.
public final class ScanOptions {
    private static final ScanOptions DEFAULTS = new ScanOptions(WalkOptions.defaults(),
            Set.copyOf(EnumSet.allOf(Verdict.class)), Judgement.FULL);

    private final WalkOptions walk;
    private final Set<Verdict> wanted;
    private final Judgement judgement;

    private ScanOptions(WalkOptions walk, Set<Verdict> wanted, Judgement judgement) {
        this.walk = walk;
        this.wanted = wanted;
        this.judgement = judgement;
    }

    /// All links of the whole tree, judged.
    public static ScanOptions defaults() {
        return DEFAULTS;
    }

    /// How the tree is walked.
    public ScanOptions withWalk(WalkOptions newWalk) {
        return new ScanOptions(newWalk, wanted, judgement);
    }

    /// Only links of which at least one of these holds. With [Verdict#problems] most links cost one system call.
    ///
    /// @throws IllegalArgumentException if there is none
    public ScanOptions withWanted(Set<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("no link has none of the verdicts");
        }
        return new ScanOptions(walk, Collections.unmodifiableSet(EnumSet.copyOf(verdicts)), judgement);
    }

    /// Whether links are judged at all.
    public ScanOptions withJudgement(Judgement newJudgement) {
        return new ScanOptions(walk, wanted, newJudgement);
    }

    /// How the tree is walked.
    public WalkOptions walk() {
        return walk;
    }

    /// Which links are found.
    public Set<Verdict> wanted() {
        return wanted;
    }

    /// Whether links are judged.
    public Judgement judgement() {
        return judgement;
    }

    /// What is done to a link that is found.
    public enum Judgement {
        /// It is read, followed and judged.
        FULL,
        /// Nothing: all links are found by the listings alone, and have no verdicts.
        NONE
    }
}
