package dev.linkwright.tree;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.LinkPath;

/// How a tree is deleted. Immutable: each `with` gives another value.
public final class DeleteOptions {
    private static final DeleteOptions DEFAULTS = new DeleteOptions(home(), new TreeObserver() {},
            WalkOptions.defaults().workers());

    private final List<LinkPath> kept;
    private final TreeObserver observer;
    private final int workers;

    private DeleteOptions(List<LinkPath> kept, TreeObserver observer, int workers) {
        this.kept = kept;
        this.observer = observer;
        this.workers = workers;
    }

    /// The home directory of the user (the property `user.home`) is not to be deleted, nobody watches, and there are as
    /// many workers as processors.
    public static DeleteOptions defaults() {
        return DEFAULTS;
    }

    /// Refuses to delete this directory too, whatever path leads to it. One that does not exist, or belongs to a link
    /// system of other rules, does not matter.
    public DeleteOptions withKept(LinkPath directory) {
        List<LinkPath> all = new ArrayList<>(kept);
        all.add(directory);
        return new DeleteOptions(List.copyOf(all), observer, workers);
    }

    /// Tells this observer.
    public DeleteOptions withObserver(TreeObserver newObserver) {
        return new DeleteOptions(kept, newObserver, workers);
    }

    /// How many threads work at the same time: see [WalkOptions#withWorkers].
    ///
    /// @throws IllegalArgumentException as there
    public DeleteOptions withWorkers(int number) {
        return new DeleteOptions(kept, observer, WalkOptions.defaults().withWorkers(number).workers());
    }

    /// What is never deleted as a whole.
    public List<LinkPath> kept() {
        return kept;
    }

    /// Who is told.
    public TreeObserver observer() {
        return observer;
    }

    /// How many threads work at the same time.
    public int workers() {
        return workers;
    }

    private static List<LinkPath> home() {
        String home = System.getProperty("user.home", "");
        return home.isEmpty() ? List.of() : List.of(LinkPath.of(home));
    }
}
