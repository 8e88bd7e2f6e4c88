package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.reparse.ByteString;

/// An object of an [InterceptingLinkSystem].
final class InterceptingObject implements HeldObject {
    private final HeldObject object;
    private final Interceptor interceptor;

    InterceptingObject(HeldObject object, Interceptor interceptor) {
        this.object = object;
        this.interceptor = interceptor;
    }

    @Override
    public LinkPath path() {
        return object.path();
    }

    @Override
    public Attributes attributes() throws FileSystemException {
        return object.attributes();
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws FileSystemException {
        before(Primitive.EXTENDED_ATTRIBUTES);
        return object.extendedAttributes();
    }

    @Override
    public void setExtendedAttribute(ExtendedAttribute attribute) throws FileSystemException {
        before(Primitive.SET_EXTENDED_ATTRIBUTE);
        object.setExtendedAttribute(attribute);
    }

    @Override
    public void removeExtendedAttribute(ByteString name) throws FileSystemException {
        before(Primitive.REMOVE_EXTENDED_ATTRIBUTE);
        object.removeExtendedAttribute(name);
    }

    @Override
    public void setOwner(long user, long group) throws FileSystemException {
        before(Primitive.SET_OWNER);
        object.setOwner(user, group);
    }

    @Override
    public void setMode(int mode) throws FileSystemException {
        before(Primitive.SET_MODE);
        object.setMode(mode);
    }

    @Override
    public void setTimes(Instant accessed, Instant modified) throws FileSystemException {
        before(Primitive.SET_TIMES);
        object.setTimes(accessed, modified);
    }

    @Override
    public long copyContentsTo(HeldObject destination) throws FileSystemException {
        HeldObject other = destination instanceof InterceptingObject own ? own.object : destination;
        interceptor.before(new Interceptor.Call(Primitive.COPY_CONTENTS, other.path()));
        return object.copyContentsTo(other);
    }

    @Override
    public byte[] readContents(int most) throws FileSystemException {
        before(Primitive.READ_CONTENTS);
        return object.readContents(most);
    }

    @Override
    public void sync() throws FileSystemException {
        before(Primitive.SYNC);
        object.sync();
    }

    @Override
    public void close() {
        object.close();
    }

    private void before(Primitive primitive) throws FileSystemException {
        interceptor.before(new Interceptor.Call(primitive, object.path()));
    }
}
