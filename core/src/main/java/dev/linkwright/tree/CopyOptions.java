package dev.linkwright.tree;

/// How a tree is copied. Immutable: each `with` gives another value.
public final class CopyOptions {
    private static final CopyOptions DEFAULTS = new CopyOptions(LinkTexts.REBASE, SpecialFiles.LEAVE_OUT,
            new TreeObserver() {}, WalkOptions.defaults().workers());

    private final LinkTexts linkTexts;
    private final SpecialFiles specialFiles;
    private final TreeObserver observer;
    private final int workers;

    private CopyOptions(LinkTexts linkTexts, SpecialFiles specialFiles, TreeObserver observer, int workers) {
        this.linkTexts = linkTexts;
        this.specialFiles = specialFiles;
        this.observer = observer;
        this.workers = workers;
    }

    /// Links keep their meaning, special files are left out, nobody watches, and there are as many workers as
    /// processors.
    public static CopyOptions defaults() {
        return DEFAULTS;
    }

    /// What becomes of links.
    public CopyOptions withLinkTexts(LinkTexts newLinkTexts) {
        return new CopyOptions(newLinkTexts, specialFiles, observer, workers);
    }

    /// What becomes of named pipes, sockets and devices.
    public CopyOptions withSpecialFiles(SpecialFiles newSpecialFiles) {
        return new CopyOptions(linkTexts, newSpecialFiles, observer, workers);
    }

    /// Tells this observer.
    public CopyOptions withObserver(TreeObserver newObserver) {
        return new CopyOptions(linkTexts, specialFiles, newObserver, workers);
    }

    /// How many threads work at the same time: see [WalkOptions#withWorkers].
    ///
    /// @throws IllegalArgumentException as there
    public CopyOptions withWorkers(int number) {
        return new CopyOptions(linkTexts, specialFiles, observer, WalkOptions.defaults().withWorkers(number).workers());
    }

    /// What becomes of links.
    public LinkTexts linkTexts() {
        return linkTexts;
    }

    /// What becomes of named pipes, sockets and devices.
    public SpecialFiles specialFiles() {
        return specialFiles;
    }

    /// Who is told.
    public TreeObserver observer() {
        return observer;
    }

    /// How many threads work at the same time.
    public int workers() {
        return workers;
    }

    /// What becomes of the links of a tree in its copy. A link to something inside the tree leads to the copy of that,
    /// except with [#VERBATIM]; whether it does is judged by its text and by where the tree physically is. A link that
    /// leads nowhere, or to itself, is a link like any other.
    public enum LinkTexts {
        /// Each link keeps its meaning: a relative text stays relative and an absolute one absolute. One that leads
        /// out of the tree leads from the copy to the same place.
        REBASE,
        /// Each link keeps its text to the letter.
        VERBATIM,
        /// As [#REBASE], but a link that leads out of the tree is not copied, and that is a failure.
        REFUSE_OUTSIDE,
        /// As [#REBASE], but in the place of a link that leads out of the tree stands a copy of what it leads to. One
        /// that leads nowhere stays a link.
        MATERIALIZE
    }

    /// What becomes of named pipes, sockets and devices. None of them is ever opened.
    public enum SpecialFiles {
        /// They are left out, which is reported as a [Loss].
        LEAVE_OUT,
        /// New ones are made.
        RECREATE
    }
}
