package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Condition;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import org.jspecify.annotations.Nullable;

/// A directory of an [InterceptingLinkSystem].
final class InterceptingDirectory implements Directory {
    private final Directory directory;
    private final Interceptor interceptor;

    InterceptingDirectory(Directory directory, Interceptor interceptor) {
        this.directory = directory;
        this.interceptor = interceptor;
    }

    @Override
    public LinkPath path() {
        return directory.path();
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        before(Primitive.CAPABILITIES);
        return interceptor.capabilities(directory.capabilities());
    }

    @Override
    public List<Condition> conditions() throws FileSystemException {
        before(Primitive.CAPABILITIES);
        return directory.conditions();
    }

    @Override
    public Status status() throws FileSystemException {
        before(Primitive.STATUS);
        return directory.status();
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        before(Primitive.PHYSICAL_PATH);
        return directory.physicalPath();
    }

    @Override
    public Directory open(Name name) throws FileSystemException {
        before(Primitive.OPEN, name);
        return new InterceptingDirectory(directory.open(name), interceptor);
    }

    @Override
    public Directory openParent(Identity expected) throws FileSystemException {
        before(Primitive.OPEN_PARENT);
        return new InterceptingDirectory(directory.openParent(expected), interceptor);
    }

    @Override
    public Cursor list() throws FileSystemException {
        before(Primitive.LIST);
        return directory.list();
    }

    @Override
    public void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        before(Primitive.MAKE_HARD_LINK, name);
        directory.makeHardLink(name, inner(from), existing);
    }

    @Override
    public void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        before(Primitive.RENAME, from);
        directory.rename(from, inner(to), newName, mode);
    }

    @Override
    public Status stat(Name name) throws FileSystemException {
        before(Primitive.STAT, name);
        return directory.stat(name);
    }

    @Override
    public Status follow(Name name) throws FileSystemException {
        before(Primitive.FOLLOW, name);
        return directory.follow(name);
    }

    @Override
    public LinkTarget readLink(Name name) throws FileSystemException {
        before(Primitive.READ_LINK, name);
        return directory.readLink(name);
    }

    @Override
    public @Nullable Step readStep(Name name) throws FileSystemException {
        before(Primitive.READ_LINK, name);
        return directory.readStep(name);
    }

    @Override
    public byte @Nullable [] readReparseData(Name name) throws FileSystemException {
        before(Primitive.READ_REPARSE_DATA, name);
        return directory.readReparseData(name);
    }

    @Override
    public void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        before(Primitive.MAKE_LINK, name);
        directory.makeLink(name, target, kind);
    }

    @Override
    public void makePrivateDirectory(Name name) throws FileSystemException {
        before(Primitive.MAKE_PRIVATE_DIRECTORY, name);
        directory.makePrivateDirectory(name);
    }

    @Override
    public void makeDirectory(Name name) throws FileSystemException {
        before(Primitive.MAKE_DIRECTORY, name);
        directory.makeDirectory(name);
    }

    @Override
    public void makeReparsePoint(Name name, byte[] data, TargetKind kind) throws FileSystemException {
        before(Primitive.MAKE_REPARSE_POINT, name);
        directory.makeReparsePoint(name, data, kind);
    }

    @Override
    public void replaceReparseData(Name name, byte[] expected, byte[] data) throws FileSystemException {
        before(Primitive.REPLACE_REPARSE_DATA, name);
        directory.replaceReparseData(name, expected, data);
    }

    @Override
    public void unlink(Name name) throws FileSystemException {
        before(Primitive.UNLINK, name);
        directory.unlink(name);
    }

    @Override
    public void removeDirectory(Name name) throws FileSystemException {
        before(Primitive.REMOVE_DIRECTORY, name);
        directory.removeDirectory(name);
    }

    @Override
    public void removeLink(Name name, Judge judge) throws FileSystemException {
        before(Primitive.REMOVE_LINK, name);
        directory.removeLink(name, judge);
    }

    @Override
    public Contents contents() throws FileSystemException {
        return new InterceptingContents(directory.contents(), directory.path(), interceptor);
    }

    @Override
    public void close() {
        directory.close();
    }

    private static Directory inner(Directory other) {
        return other instanceof InterceptingDirectory intercepting ? intercepting.directory : other;
    }

    private void before(Primitive primitive) throws FileSystemException {
        interceptor.before(new Interceptor.Call(primitive, directory.path()));
    }

    private void before(Primitive primitive, Name name) throws FileSystemException {
        interceptor.before(new Interceptor.Call(primitive, directory.path().resolve(name)));
    }
}
