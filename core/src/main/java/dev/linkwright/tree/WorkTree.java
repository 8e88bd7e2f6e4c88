package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Identity;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.OrdinaryEntry;
import dev.linkwright.Reason;
import dev.linkwright.git.IndexedLink;
import dev.linkwright.git.ObjectFormat;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// A work tree of git, from its held top: each path is gone down name by name, no link followed, as far as the options
/// of the walk let it go. At most two directories are held besides the top.
final class WorkTree implements AutoCloseable {
    /// The longest text of a link on POSIX (PATH_MAX, less the zero byte).
    private static final int LONGEST_TEXT = 4095;

    private final Directory top;
    private final Name git;
    private final PathRules rules;
    private final WalkOptions options;
    private final LinkPath pathOfTop;
    private final LinkPath wayToTop;
    private final int depthOfTop;

    private List<Name> names = List.of();
    private List<Name> namesOfParent = List.of();
    private @Nullable Directory parent;

    WorkTree(TreeDirectory top, Name git, PathRules rules, WalkOptions options) {
        this.top = top.directory();
        this.git = git;
        this.rules = rules;
        this.options = options;
        this.pathOfTop = top.path();
        this.wayToTop = ((Branch) top).below(LinkPath.of(PathRules.POSIX, ""));
        this.depthOfTop = top.depth();
        this.parent = this.top;
    }

    /// Where the last link should be.
    LinkPath path() {
        LinkPath path = pathOfTop;
        for (Name each : names) {
            path = path.resolve(each);
        }
        return path;
    }

    /// How many names below the root of the walk that is.
    int depth() {
        return depthOfTop + names.size();
    }

    /// What stands where a link should be, if it is a file that has the text of the link for contents; else null.
    ///
    /// @throws FileSystemException if it cannot be examined; of what is in one directory only once if that is why
    ScanEvent.@Nullable Found placeholder(IndexedLink link, ObjectFormat format) throws FileSystemException {
        List<Name> wanted = split(link.path());
        if (wanted.isEmpty() || depthOfTop + wanted.size() > options.maxDepth()) {
            return null;
        }
        names = wanted;
        if (isExcluded()) {
            return null;
        }
        try {
            Directory directory = parent(wanted.subList(0, wanted.size() - 1));
            return directory == null ? null : found(directory, wanted.get(wanted.size() - 1), link, format);
        } catch (FileSystemException e) {
            if (isNothing(e)) {
                return null;
            }
            throw e;
        }
    }

    /// It is missing, or something else, or was changed while it was looked at: all of it no placeholder.
    private static boolean isNothing(FileSystemException e) {
        return e instanceof LinkFailure failure && switch (failure.reason()) {
            case NOT_FOUND, PARENT_NOT_FOUND, NOT_A_DIRECTORY, IS_A_LINK, CHANGED_BY_OTHERS, TOO_LARGE -> true;
            default -> false;
        };
    }

    private ScanEvent.@Nullable Found found(Directory directory, Name name, IndexedLink link, ObjectFormat format)
            throws FileSystemException {
        Contents contents = directory.contents();
        Attributes attributes = contents.attributes(name);
        long size = attributes.status().size();
        if (attributes.type() != FileType.FILE || size == 0 || size > LONGEST_TEXT) {
            return null;
        }
        if (CloudFiles.wouldBeFetched(attributes.status())) {
            throw FailureDetails.of("examine", path(), Reason.UNREACHABLE).withRemark(CloudFiles.REMARK).toException();
        }
        byte[] text;
        try (HeldObject file = contents.openFile(name, attributes)) {
            text = file.readContents(LONGEST_TEXT);
        }
        if (!canBeText(text) || !link.hasText(text, format)) {
            return null;
        }
        LinkPath path = path();
        return new ScanEvent.Found(path, depth(), Optional.of(new OrdinaryEntry(path, attributes.status())),
                Optional.of(LinkTarget.ofBytes(text)), Set.of(Verdict.GIT_PLACEHOLDER), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty());
    }

    /// A text with a newline is possible and never meant.
    private static boolean canBeText(byte[] text) {
        for (byte each : text) {
            if (each == 0 || each == '\n') {
                return false;
            }
        }
        return text.length > 0;
    }

    /// The names of a path; none if the system has not all of them.
    private List<Name> split(byte[] path) {
        List<Name> split = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= path.length; i++) {
            if (i == path.length || path[i] == '/') {
                Name name = Name.ofBytes(path, from, i);
                if (!name.isSingleIn(rules)) {
                    return List.of();
                }
                split.add(name);
                from = i + 1;
            }
        }
        return split;
    }

    private boolean isExcluded() {
        if (options.exclusions().isEmpty()) {
            return false;
        }
        LinkPath way = wayToTop;
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            way = way.resolve(name);
            FileType type = i < names.size() - 1 ? FileType.DIRECTORY : FileType.FILE;
            for (Exclusion each : options.exclusions()) {
                if (each.matches(type, name, way)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The directory that these names lead to; null if they lead to none that belongs to this work tree. The index is
    /// sorted, so most often it is the last one.
    private @Nullable Directory parent(List<Name> wanted) throws FileSystemException {
        if (!wanted.equals(namesOfParent)) {
            close();
            parent = null;
            namesOfParent = wanted;
            parent = opened(wanted);
        }
        return parent;
    }

    @SuppressWarnings("ReferenceEquality") // the handle that is not its own stays open
    private @Nullable Directory opened(List<Name> wanted) throws FileSystemException {
        Directory at = top;
        for (Name name : wanted) {
            Directory next = null;
            try {
                next = below(at, name);
            } finally {
                if (at != top) {
                    at.close();
                }
            }
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    /// A directory one level down; null where the walk itself does not go, and at the top of another work tree.
    private @Nullable Directory below(Directory at, Name name) throws FileSystemException {
        if (rules == PathRules.WINDOWS && CloudFiles.wouldBeFetched(at.stat(name))) {
            return null;
        }
        Directory next = at.open(name);
        boolean isOurs = false;
        try {
            isOurs = !isCrossed(next) && !isWorkTree(next);
        } finally {
            if (!isOurs) {
                next.close();
            }
        }
        return isOurs ? next : null;
    }

    private boolean isCrossed(Directory next) throws FileSystemException {
        if (options.boundary() != WalkOptions.Boundary.FILE_SYSTEM) {
            return false;
        }
        Identity here = next.status().identity();
        Identity start = top.status().identity();
        return here == null || start == null || !here.isSameMountAs(start);
    }

    private boolean isWorkTree(Directory next) throws FileSystemException {
        try {
            next.stat(git);
            return true;
        } catch (FileSystemException e) {
            if (Retry.reasonOf(e) == Reason.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the top belongs to the walk
    public void close() {
        if (parent != null && parent != top) {
            parent.close();
        }
        parent = null;
    }
}
