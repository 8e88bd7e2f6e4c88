package dev.linkwright.tree;

import java.util.ArrayList;
import java.util.List;

/// How a tree is walked. Immutable: each `with` gives another value.
public final class WalkOptions {
    /// As many directories as a walk holds at the same time.
    public static final int MOST_HANDLES = 512;

    private static final int MOST_WORKERS = 64;
    private static final int USUAL_WORKERS = 8;
    private static final WalkOptions DEFAULTS = new WalkOptions(Integer.MAX_VALUE, Boundary.NONE, Following.NONE,
            List.of(), Math.clamp(Runtime.getRuntime().availableProcessors(), 1, USUAL_WORKERS), false, MOST_HANDLES);

    private final int maxDepth;
    private final Boundary boundary;
    private final Following following;
    private final List<Exclusion> exclusions;
    private final int workers;
    private final boolean workersAtOnce;
    private final int handles;

    private WalkOptions(int maxDepth, Boundary boundary, Following following, List<Exclusion> exclusions, int workers,
            boolean workersAtOnce, int handles) {
        this.maxDepth = maxDepth;
        this.boundary = boundary;
        this.following = following;
        this.exclusions = exclusions;
        this.workers = workers;
        this.workersAtOnce = workersAtOnce;
        this.handles = handles;
    }

    /// The whole tree, on whatever file systems, no link followed, with as many workers as there are processors: the
    /// calling thread, and the others once it has seen some thousand entries or has worked for some hundredths of a second.
    /// Before, another thread costs more than it gains.
    public static WalkOptions defaults() {
        return DEFAULTS;
    }

    /// Shows entries down to this depth only: 1 for those of the root.
    ///
    /// @throws IllegalArgumentException if it is less than 1
    public WalkOptions withMaxDepth(int depth) {
        require(depth >= 1, "a depth below 1 has no entries");
        return new WalkOptions(depth, boundary, following, exclusions, workers, workersAtOnce, handles);
    }

    /// Whether the walk stays on one file system.
    public WalkOptions withBoundary(Boundary newBoundary) {
        return new WalkOptions(maxDepth, newBoundary, following, exclusions, workers, workersAtOnce, handles);
    }

    /// Whether links to directories are entered.
    public WalkOptions withFollowing(Following newFollowing) {
        return new WalkOptions(maxDepth, boundary, newFollowing, exclusions, workers, workersAtOnce, handles);
    }

    /// Leaves out what matches, besides what is left out already: it is neither shown nor entered.
    public WalkOptions withExclusion(Exclusion exclusion) {
        List<Exclusion> all = new ArrayList<>(exclusions);
        all.add(exclusion);
        return new WalkOptions(maxDepth, boundary, following, List.copyOf(all), workers, workersAtOnce, handles);
    }

    /// How many threads work at the same time, the calling one included, from the first directory on that has others. With 1
    /// everything happens in the calling thread, in an order that depends on the listings only.
    ///
    /// @throws IllegalArgumentException if it is less than 1 or more than 64
    public WalkOptions withWorkers(int number) {
        require(number >= 1 && number <= MOST_WORKERS, "between 1 and " + MOST_WORKERS + " workers");
        return new WalkOptions(maxDepth, boundary, following, exclusions, number, true, handles);
    }

    /// How many directories are held at the same time. In a deeper tree those in the middle of the way are given up, and
    /// opened again by climbing, which is refused where `..` has become another directory.
    ///
    /// @throws IllegalArgumentException if it is less than 4 or more than [#MOST_HANDLES]
    public WalkOptions withHandles(int number) {
        require(number >= 4 && number <= MOST_HANDLES, "between 4 and " + MOST_HANDLES + " handles");
        return new WalkOptions(maxDepth, boundary, following, exclusions, workers, workersAtOnce, number);
    }

    /// Down to which depth entries are shown.
    public int maxDepth() {
        return maxDepth;
    }

    /// Whether the walk stays on one file system.
    public Boundary boundary() {
        return boundary;
    }

    /// Whether links to directories are entered.
    public Following following() {
        return following;
    }

    /// What is left out.
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /// How many threads work at the same time, at most.
    public int workers() {
        return workers;
    }

    /// Whether they begin as soon as there is something for each, instead of once there is much to do.
    boolean workersAtOnce() {
        return workersAtOnce;
    }

    /// How many directories are held at the same time.
    public int handles() {
        return handles;
    }

    private static void require(boolean sensible, String wanted) {
        if (!sensible) {
            throw new IllegalArgumentException(wanted);
        }
    }

    /// Where a walk ends besides the leaves of the tree.
    public enum Boundary {
        /// Nowhere.
        NONE,
        /// At directories of another file system, or that another mount shows: by mount id where the system tells it, so
        /// that a bind mount of the same file system is a boundary too, else by device.
        FILE_SYSTEM
    }

    /// Which links are entered.
    public enum Following {
        /// None.
        NONE,
        /// Symbolic links that lead to directories, by the path of the link, wherever that leads. A directory is not
        /// entered below itself, known by its identity: that is a failure with the reason
        /// [dev.linkwright.Reason#TOO_MANY_LINKS_IN_PATH].
        DIRECTORIES
    }
}
