package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;

/// Contents and attributes in a directory of the fake.
final class FakeContents implements Contents {
    private static final Set<FileType> SPECIAL = EnumSet.of(FileType.FIFO, FileType.SOCKET,
            FileType.CHARACTER_DEVICE, FileType.BLOCK_DEVICE);

    private final FakeDirectory directory;

    FakeContents(FakeDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        return directory.inside(FakePrimitive.LOOK_AT, name, (rules, folder) -> look(rules, rules.find(folder, name)));
    }

    static Attributes look(FakeRules rules, FakeNode node) {
        return new Attributes(rules.status(node), node.accessed(), node.device());
    }

    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        if (expected.type() != FileType.FILE) {
            Reason reason = expected.status().isSymbolicLink() ? Reason.IS_A_LINK : Reason.OTHER;
            throw FailureDetails.of("open", directory.path().resolve(name), reason)
                    .withRemark("it is no regular file").toException();
        }
        return directory.inside(FakePrimitive.OPEN, name, (rules, folder) -> {
            FakeNode node = rules.find(folder, name);
            FileType type = rules.status(node).type();
            if (type == FileType.SYMBOLIC_LINK || type == FileType.REPARSE_POINT) {
                throw new FakeRefusal(Reason.IS_A_LINK, "it has become a link");
            }
            if (!node.identity().equals(expected.identity()) || !(node instanceof FakeFile file)) {
                throw new FakeRefusal(Reason.CHANGED_BY_OTHERS, "it is another object");
            }
            return held(name, file);
        });
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        return directory.inside(FakePrimitive.CREATE_FILE, name, (rules, folder) -> {
            FakeFile made = rules.makeFile(folder, name);
            made.setMode(0600);
            return held(name, made);
        });
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        return directory.inside(FakePrimitive.OPEN, name, (rules, folder) -> held(name, rules.find(folder, name)));
    }

    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        return directory.itself(FakePrimitive.OPEN, (rules, folder) -> new FakeObject(directory, directory.path(),
                folder));
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        directory.inside(FakePrimitive.CREATE_FILE, name, (rules, folder) -> {
            if (!SPECIAL.contains(type)) {
                throw new FakeRefusal(Reason.CAPABILITY_MISSING, "it is no named pipe, socket or device");
            }
            rules.makeSpecialFile(folder, name, type, device);
            return name;
        });
    }

    @Override
    public List<LinkPath> mountsBelow() throws FileSystemException {
        return directory.itself(FakePrimitive.LOOK_AT, (rules, folder) -> rules.mountsBelow(folder));
    }

    private HeldObject held(Name name, FakeNode node) {
        return new FakeObject(directory, directory.path().resolve(name), node);
    }
}
