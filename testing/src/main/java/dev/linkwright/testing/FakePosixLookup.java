package dev.linkwright.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import dev.linkwright.Name;

/// Finds objects by path as POSIX does: part by part, and each `..` climbs from where the search really is. For one
/// search.
final class FakePosixLookup {
    /// As on Linux: `path_resolution(7)`.
    static final int MOST_LINKS = 40;
    /// `PATH_MAX` without the zero at the end.
    static final int MOST_BYTES_OF_PATH = 4_095;
    static final int MOST_BYTES_OF_NAME = 255;

    private static final byte[] THIS = {'.'};
    private static final byte[] ABOVE = {'.', '.'};

    private final FakeFolder root;
    private final Deque<byte[]> pending = new ArrayDeque<>();
    private FakeFolder here;
    private int links;

    FakePosixLookup(FakeFolder root, FakeFolder start) {
        this.root = root;
        this.here = start;
    }

    /// The object at the end of a path, links followed.
    FakeNode find(byte[] path) throws FakeRefusal {
        enter(path);
        while (!pending.isEmpty()) {
            byte[] part = pending.pop();
            FakeNode node = step(part);
            if (node instanceof FakeFolder folder) {
                here = folder;
            } else if (node instanceof FakeTextLink link) {
                follow(link);
            } else if (pending.isEmpty()) {
                return node;
            } else {
                throw new FakeRefusal(FakeErrno.ENOTDIR);
            }
        }
        return here;
    }

    private void follow(FakeTextLink link) throws FakeRefusal {
        links++;
        if (links > MOST_LINKS) {
            throw new FakeRefusal(FakeErrno.ELOOP);
        }
        enter(link.text().bytes());
    }

    private FakeNode step(byte[] part) throws FakeRefusal {
        if (Arrays.equals(part, THIS)) {
            return here;
        }
        if (Arrays.equals(part, ABOVE)) {
            FakeFolder above = here.parent();
            return above == null ? here : above;
        }
        if (part.length > MOST_BYTES_OF_NAME) {
            throw new FakeRefusal(FakeErrno.ENAMETOOLONG);
        }
        FakeNode node = here.find(Name.ofBytes(part));
        if (node == null) {
            throw new FakeRefusal(FakeErrno.ENOENT);
        }
        return node;
    }

    /// Puts the parts of a text before those that are pending. A separator at its end means that its last part must be
    /// a directory, as if `.` followed.
    private void enter(byte[] text) throws FakeRefusal {
        if (text.length > MOST_BYTES_OF_PATH) {
            throw new FakeRefusal(FakeErrno.ENAMETOOLONG);
        }
        if (text.length > 0 && text[0] == '/') {
            here = root;
        }
        List<byte[]> parts = parts(text);
        for (int i = parts.size() - 1; i >= 0; i--) {
            pending.push(parts.get(i));
        }
    }

    private static List<byte[]> parts(byte[] text) {
        List<byte[]> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == '/') {
                if (at > start) {
                    parts.add(Arrays.copyOfRange(text, start, at));
                }
                start = at + 1;
            }
        }
        if (text.length > 0 && text[text.length - 1] == '/') {
            parts.add(THIS);
        }
        return parts;
    }
}
