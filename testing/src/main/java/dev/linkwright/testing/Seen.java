package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.NotEntered;
import dev.linkwright.tree.TreeDirectory;
import dev.linkwright.tree.TreeEntry;
import dev.linkwright.tree.TreeVisitor;
import dev.linkwright.tree.WalkFailure;

/// A visitor that writes down what it is shown, with `/` between names and counted from the root.
class Seen implements TreeVisitor {
    private final LinkPath root;
    private final SortedSet<String> entries = Collections.synchronizedSortedSet(new TreeSet<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<WalkFailure> failures = Collections.synchronizedList(new ArrayList<>());

    Seen(LinkPath root) {
        this.root = root;
    }

    /// The entries: `dir/` for directories, `link@` for links, and the name of everything else.
    SortedSet<String> entries() {
        return entries;
    }

    /// The other calls, in their order: `enter dir`.
    List<String> calls() {
        return calls;
    }

    List<WalkFailure> failures() {
        return failures;
    }

    /// What [#entry] answers for a path.
    Decision decide(String path) throws FileSystemException {
        return Decision.CONTINUE;
    }

    @Override
    public Decision enter(TreeDirectory directory) throws FileSystemException {
        calls.add("enter " + way(directory.path()));
        return Decision.CONTINUE;
    }

    @Override
    public Decision entry(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
        String way = way(entry.path());
        String mark = entry.type() == FileType.DIRECTORY ? "/" : entry.type() == FileType.SYMBOLIC_LINK ? "@" : "";
        if (!entries.add(way + mark)) {
            throw new AssertionError("shown twice: " + way);
        }
        if (entry.depth() != way.split("/", -1).length) {
            throw new AssertionError("depth " + entry.depth() + " for " + way);
        }
        return decide(way);
    }

    @Override
    public void notEntered(TreeDirectory parent, Name name, NotEntered why) throws FileSystemException {
        calls.add(why + " " + way(parent.path().resolve(name)));
    }

    @Override
    public void leave(TreeDirectory directory) throws FileSystemException {
        directory.directory().status();
        calls.add("leave " + way(directory.path()));
    }

    @Override
    public void left(TreeDirectory directory) throws FileSystemException {
        calls.add("left " + way(directory.path()));
    }

    @Override
    public void failed(WalkFailure failure) {
        failures.add(failure);
    }

    /// The reasons of the failures, with the paths.
    List<String> failed() {
        return failures.stream().map(each -> each.details().reason() + " " + way(each.path())).sorted().toList();
    }

    /// The way from the root; empty for the root.
    String way(LinkPath path) {
        String text = path.toString();
        String begin = root.toString();
        if (!text.startsWith(begin)) {
            throw new AssertionError("not below " + root + ": " + path);
        }
        String below = text.substring(begin.length()).replace('\\', '/');
        return below.startsWith("/") ? below.substring(1) : below;
    }

}
