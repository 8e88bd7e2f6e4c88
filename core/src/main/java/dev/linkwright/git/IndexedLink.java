package dev.linkwright.git;

import java.util.Arrays;

/// What an index says that a symbolic link should be.
public final class IndexedLink {
    private final byte[] path;
    private final byte[] blob;

    IndexedLink(byte[] path, byte[] blob) {
        this.path = path;
        this.blob = blob;
    }

    /// The path from the top of the work tree, `/` between its names: none of them is empty, `.`, `..` or `.git`.
    /// A fresh array.
    public byte[] path() {
        return path.clone();
    }

    /// Whether the blob of the link, which is its text, has these contents.
    public boolean hasText(byte[] contents, ObjectFormat format) {
        return Arrays.equals(format.blob(contents), blob);
    }
}
