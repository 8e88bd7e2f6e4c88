package dev.linkwright.ffm.windows;

import java.nio.file.FileSystemException;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Hold;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;

/// Contents and attributes in a directory that is only a path: it is held for the length of each primitive, because a
/// link on the way to a file can be told from none only from a handle.
final class NamedContents implements Contents {
    private final LinkPath path;

    NamedContents(LinkPath path) {
        this.path = path;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        return inside(contents -> contents.attributes(name));
    }

    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        return inside(contents -> contents.openFile(name, expected));
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        return inside(contents -> contents.createFile(name));
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        return inside(contents -> contents.hold(name));
    }

    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        return inside(Contents::holdDirectory);
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        inside(contents -> {
            contents.makeSpecialFile(name, type, device);
            return name;
        });
    }

    private <T> T inside(Work<T> work) throws FileSystemException {
        try (Directory held = WindowsLinkSystem.hold(path, path, Hold.SHARED)) {
            return work.with(held.contents());
        }
    }

    /// What is done with what stands in the directory.
    @FunctionalInterface
    private interface Work<T> {
        T with(Contents contents) throws FileSystemException;
    }
}
