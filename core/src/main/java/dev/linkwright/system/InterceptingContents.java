package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;

/// The contents of a directory of an [InterceptingLinkSystem].
final class InterceptingContents implements Contents {
    private final Contents contents;
    private final LinkPath directory;
    private final Interceptor interceptor;

    InterceptingContents(Contents contents, LinkPath directory, Interceptor interceptor) {
        this.contents = contents;
        this.directory = directory;
        this.interceptor = interceptor;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        before(Primitive.ATTRIBUTES, name);
        return contents.attributes(name);
    }

    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        before(Primitive.OPEN_FILE, name);
        return new InterceptingObject(contents.openFile(name, expected), interceptor);
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        before(Primitive.CREATE_FILE, name);
        return new InterceptingObject(contents.createFile(name), interceptor);
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        before(Primitive.HOLD, name);
        return new InterceptingObject(contents.hold(name), interceptor);
    }

    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        interceptor.before(new Interceptor.Call(Primitive.HOLD, directory));
        return new InterceptingObject(contents.holdDirectory(), interceptor);
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        before(Primitive.MAKE_SPECIAL_FILE, name);
        contents.makeSpecialFile(name, type, device);
    }

    @Override
    public List<LinkPath> mountsBelow() throws FileSystemException {
        interceptor.before(new Interceptor.Call(Primitive.MOUNTS_BELOW, directory));
        return contents.mountsBelow();
    }

    private void before(Primitive primitive, Name name) throws FileSystemException {
        interceptor.before(new Interceptor.Call(primitive, directory.resolve(name)));
    }
}
