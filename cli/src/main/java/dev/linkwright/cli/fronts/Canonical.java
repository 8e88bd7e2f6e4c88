package dev.linkwright.cli.fronts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Makes paths absolute and takes links, dots and doubled separators out of them, as `readlink -f` and `realpath` do.
/// Links are read one by one, so that their number is not limited as the system limits it.
final class Canonical {
    /// What must be there.
    enum Parts {
        ALL,
        ALL_BUT_THE_LAST,
        NONE
    }

    /// What becomes of links.
    enum Symlinks {
        FOLLOWED,
        KEPT
    }

    /// How many links are followed before they are remembered to find a cycle. Where nothing need be there, a cycle is left
    /// standing at the link at which it is noticed; which one that is depends on this number, and it is the one of GNU's
    /// programs.
    private static final int UNCHECKED_LINKS = 20;

    private final Calls calls;
    private final Parts parts;
    private final Symlinks symlinks;

    Canonical(Calls calls, Parts parts, Symlinks symlinks) {
        this.calls = calls;
        this.parts = parts;
        this.symlinks = symlinks;
    }

    /// The canonical form.
    ///
    /// @throws Refused if a part that must be there is missing, or the way to it is closed
    LinkPath of(LinkPath path) throws Refused {
        if (path.isEmpty()) {
            throw Refused.with(SystemError.ENOENT);
        }
        return new Walk(path).end();
    }

    /// One path on its way: what has been reached, and what is still to be taken in.
    private final class Walk {
        private LinkPath reached;
        private byte[] rest;
        private int at;
        private boolean mayBeNoDirectory;
        private int followed;
        private final Deque<Expansion> expansions = new ArrayDeque<>();

        Walk(LinkPath path) throws Refused {
            int root = rootLength(path);
            if (root == 0) {
                reached = calls.workingDirectory();
                rest = path.bytes();
            } else {
                // On Windows a path may have a root and depend on a current directory or drive.
                LinkPath whole = path.isAbsolute() ? path : calls.workingDirectory().resolve(path);
                reached = rootOf(whole);
                rest = whole.bytes();
                at = rootLength(whole);
            }
        }

        LinkPath end() throws Refused {
            while (true) {
                while (at < rest.length && isSeparator(rest[at])) {
                    at++;
                }
                if (at == rest.length) {
                    return reached;
                }
                forgetWhatIsUsedUp();
                int start = at;
                while (at < rest.length && !isSeparator(rest[at])) {
                    at++;
                }
                take(Arrays.copyOfRange(rest, start, at));
            }
        }

        private void take(byte[] component) throws Refused {
            boolean dots = component[0] == '.' && component.length <= 2 && component[component.length - 1] == '.';
            if (!dots) {
                name(reached.resolve(Name.ofBytes(component)));
                return;
            }
            if (component.length == 1 && !isOnlySeparators()) {
                return;
            }
            if (mayBeNoDirectory && parts != Parts.NONE) {
                requireDirectory(reached);
            }
            mayBeNoDirectory = false;
            reached = component.length == 2 ? reached.parent() : reached;
        }

        private void name(LinkPath part) throws Refused {
            boolean last = isOnlySeparators();
            LinkTarget text = null;
            if (symlinks == Symlinks.FOLLOWED) {
                text = textOf(part, last);
            } else if (last && parts != Parts.NONE) {
                look(part);
            }
            if (text == null) {
                reached = part;
                mayBeNoDirectory = true;
            } else {
                follow(part, text);
            }
        }

        /// The text of a link that is to be followed; null for what is left standing.
        private @Nullable LinkTarget textOf(LinkPath part, boolean last) throws Refused {
            try {
                LinkTarget text = calls.readlink(part);
                return isCycle(part) ? null : text;
            } catch (Refused e) {
                boolean tolerated = parts == Parts.NONE
                        || (e.is(SystemError.ENOENT) && last && parts == Parts.ALL_BUT_THE_LAST);
                if (!tolerated && !e.is(SystemError.EINVAL)) {
                    throw e;
                }
                if (!tolerated && last && at < rest.length) {
                    requireDirectory(part);
                }
                return null;
            }
        }

        private boolean isCycle(LinkPath part) throws Refused {
            followed++;
            if (followed <= UNCHECKED_LINKS || !isBeingExpanded(part)) {
                return false;
            }
            if (parts == Parts.NONE) {
                return true;
            }
            throw Refused.with(SystemError.ELOOP);
        }

        private boolean isBeingExpanded(LinkPath part) {
            for (Expansion expansion : expansions) {
                if (expansion.link().equals(part)) {
                    return true;
                }
            }
            return false;
        }

        private void follow(LinkPath link, LinkTarget text) {
            byte[] inserted = asFollowed(text);
            LinkPath path = calls.path(inserted);
            int left = rest.length - at;
            byte[] longer = Arrays.copyOf(inserted, inserted.length + left);
            System.arraycopy(rest, at, longer, inserted.length, left);
            rest = longer;
            at = 0;
            mayBeNoDirectory = false;
            if (followed > UNCHECKED_LINKS) {
                expansions.push(new Expansion(link, left));
            }
            if (rootLength(path) > 0) {
                LinkPath whole = path.isAbsolute() ? path : reached.resolve(path);
                reached = rootOf(whole);
                at = rootLength(path);
            }
        }

        /// Windows folds `..` in a relative text by its letters before it looks at any name in it. Source:
        /// `docs/windows-links.md`, "Following a link".
        private byte[] asFollowed(LinkTarget text) {
            PathRules rules = calls.rules();
            boolean folded = rules == PathRules.WINDOWS && !calls.path(text.bytes()).isAbsolute();
            return folded ? LinkTarget.of(rules.fold(text.units())).bytes() : text.bytes();
        }

        /// A link is met again within its own text if that has not been used up.
        private void forgetWhatIsUsedUp() {
            while (!expansions.isEmpty() && expansions.element().left() >= rest.length - at) {
                expansions.remove();
            }
        }

        private void look(LinkPath part) throws Refused {
            try {
                boolean directory = calls.stat(part).isDirectory();
                if (!directory && at < rest.length) {
                    throw Refused.with(SystemError.ENOTDIR);
                }
            } catch (Refused e) {
                if (!e.is(SystemError.ENOENT) || parts != Parts.ALL_BUT_THE_LAST) {
                    throw e;
                }
            }
        }

        private boolean isOnlySeparators() {
            for (int i = at; i < rest.length; i++) {
                if (!isSeparator(rest[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private void requireDirectory(LinkPath path) throws Refused {
        if (!calls.stat(path).isDirectory()) {
            throw Refused.with(SystemError.ENOTDIR);
        }
    }

    private boolean isSeparator(byte unit) {
        return unit == '/' || (unit == '\\' && calls.rules() == PathRules.WINDOWS);
    }

    /// How much of the text is its root. On POSIX that is all leading separators.
    private int rootLength(LinkPath path) {
        if (calls.rules() == PathRules.WINDOWS) {
            return LinkPath.of(calls.rules(), calls.rules().parse(path.units()).root()).length();
        }
        int length = 0;
        while (length < path.length() && path.byteAt(length) == '/') {
            length++;
        }
        return length;
    }

    private LinkPath rootOf(LinkPath path) {
        return calls.rules() == PathRules.WINDOWS
                ? LinkPath.of(calls.rules(), calls.rules().parse(path.units()).root())
                : calls.path(new byte[]{'/'});
    }

    /// A link whose text is being taken in, and how much of the rest was left behind it.
    private record Expansion(LinkPath link, int left) {}
}
