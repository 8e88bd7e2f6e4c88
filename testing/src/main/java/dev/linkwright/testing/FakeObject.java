package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.nio.file.ProviderMismatchException;
import java.time.Instant;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.reparse.ByteString;

/// An object of the fake that is held.
final class FakeObject implements HeldObject {
    private final FakeDirectory directory;
    private final LinkPath path;
    private final FakeNode node;
    private volatile boolean closed;

    FakeObject(FakeDirectory directory, LinkPath path, FakeNode node) {
        this.directory = directory;
        this.path = path;
        this.node = node;
    }

    @Override
    public LinkPath path() {
        return path;
    }

    @Override
    public Attributes attributes() throws FileSystemException {
        return call(FakePrimitive.LOOK_AT, rules -> FakeContents.look(rules, node));
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws FileSystemException {
        return call(FakePrimitive.LOOK_AT, rules -> node.extendedAttributes());
    }

    @Override
    public void setExtendedAttribute(ExtendedAttribute attribute) throws FileSystemException {
        call(FakePrimitive.SET_EXTENDED_ATTRIBUTE, rules -> {
            rules.requireAttributes(node);
            node.setExtendedAttribute(attribute);
            return path;
        });
    }

    @Override
    public void removeExtendedAttribute(ByteString name) throws FileSystemException {
        call(FakePrimitive.SET_EXTENDED_ATTRIBUTE, rules -> {
            node.removeExtendedAttribute(name);
            return path;
        });
    }

    @Override
    public void setOwner(long user, long group) throws FileSystemException {
        call(FakePrimitive.SET_OWNER, rules -> {
            rules.requireAttributes(node);
            node.setOwner(user, group);
            return path;
        });
    }

    @Override
    public void setMode(int mode) throws FileSystemException {
        call(FakePrimitive.SET_MODE, rules -> {
            rules.requireAttributes(node);
            if (node instanceof FakeTextLink) {
                throw new FakeRefusal(FakeErrno.EOPNOTSUPP);
            }
            node.setMode(mode);
            return path;
        });
    }

    @Override
    public void setTimes(Instant accessed, Instant modified) throws FileSystemException {
        call(FakePrimitive.SET_TIMES, rules -> {
            node.setAccessed(accessed);
            node.touch(modified);
            return path;
        });
    }

    @Override
    public long copyContentsTo(HeldObject destination) throws FileSystemException {
        if (!(destination instanceof FakeObject other)) {
            throw new ProviderMismatchException("an object of another link system");
        }
        LinkTarget to = LinkTarget.ofBytes(other.path.bytes());
        return directory.on(FakePrimitive.COPY, path, to, rules -> {
            requireOpen();
            other.requireOpen();
            if (!(node instanceof FakeFile from) || !(other.node instanceof FakeFile copy)) {
                throw new FakeRefusal(Reason.IS_A_DIRECTORY, "only files have contents");
            }
            rules.requireRoom(copy);
            copy.setContents(from.bytes());
            return from.size();
        });
    }

    @Override
    public byte[] readContents(int most) throws FileSystemException {
        return call(FakePrimitive.READ_CONTENTS, rules -> {
            if (!(node instanceof FakeFile file)) {
                throw new FakeRefusal(Reason.IS_A_DIRECTORY, "only files have contents");
            }
            if (file.size() > most) {
                throw new FakeRefusal(Reason.TOO_LARGE, "more than " + most + " bytes");
            }
            return file.bytes();
        });
    }

    @Override
    public void sync() throws FileSystemException {
        call(FakePrimitive.SYNC, rules -> path);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() throws FakeRefusal {
        if (closed) {
            throw new FakeRefusal(Reason.OTHER, "it has been closed");
        }
    }

    private <T> T call(FakePrimitive primitive, Question<T> question) throws FileSystemException {
        return directory.on(primitive, path, null, rules -> {
            requireOpen();
            return question.ask(rules);
        });
    }

    /// What has an answer by the rules of the system.
    @FunctionalInterface
    interface Question<T> {
        T ask(FakeRules rules) throws FakeRefusal;
    }
}
