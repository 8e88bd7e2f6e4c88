package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Condition;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Hold;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// A directory of the fake: the very object if it is held, else a path that is looked up at every call.
final class FakeDirectory implements Directory {
    private final FakeMachine machine;
    private final FakeRules rules;
    private final FakeSettings settings;
    private final LinkPath path;
    private final @Nullable FakeFolder held;
    private final Hold hold;
    private volatile boolean closed;

    FakeDirectory(FakeMachine machine, FakeRules rules, FakeSettings settings, LinkPath path,
            @Nullable FakeFolder held, Hold hold) {
        this.machine = machine;
        this.rules = rules;
        this.settings = settings;
        this.path = path;
        this.held = held;
        this.hold = hold;
    }

    @Override
    public LinkPath path() {
        return path;
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        return call(FakePrimitive.LOOK_AT, failing(FakePrimitive.LOOK_AT), () -> rules.capabilities(itself()));
    }

    @Override
    public List<Condition> conditions() throws FileSystemException {
        return call(FakePrimitive.LOOK_AT, failing(FakePrimitive.LOOK_AT), () -> rules.conditions(itself()));
    }

    @Override
    public Status status() throws FileSystemException {
        return call(FakePrimitive.LOOK_AT, failing(FakePrimitive.LOOK_AT), () -> rules.status(itself()));
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        return call(FakePrimitive.PHYSICAL_PATH, failing(FakePrimitive.PHYSICAL_PATH),
                () -> rules.physicalPath(itself()));
    }

    @Override
    public Directory open(Name name) throws FileSystemException {
        return call(FakePrimitive.OPEN, failing(FakePrimitive.OPEN, name),
                () -> opened(path.resolve(name), rules.open(folder(), name)));
    }

    @Override
    public Directory openParent(Identity expected) throws FileSystemException {
        return call(FakePrimitive.OPEN_PARENT, failing(FakePrimitive.OPEN_PARENT), () -> {
            FakeFolder folder = itself();
            FakeFolder above = folder.parent() == null ? folder : folder.parent();
            if (!above.identity().equals(expected)) {
                throw new FakeRefusal(Reason.CHANGED_BY_OTHERS, "another directory is above it now");
            }
            return opened(rules.physicalPath(above), above);
        });
    }

    private Directory opened(LinkPath where, FakeFolder folder) {
        return open(machine, rules, settings, where, folder, hold);
    }

    /// Holds a directory, unless the fake plays a system that cannot.
    static FakeDirectory open(FakeMachine machine, FakeRules rules, FakeSettings settings, LinkPath path,
            FakeFolder folder, Hold hold) {
        FakeFolder held = settings.has(FakeCondition.NOT_HELD) ? null : folder;
        FakeDirectory directory = new FakeDirectory(machine, rules, settings, path, held, hold);
        machine.opened(directory);
        return directory;
    }

    @Override
    public Cursor list() throws FileSystemException {
        return call(FakePrimitive.LIST, failing(FakePrimitive.LIST), () -> {
            FakeFolder folder = itself();
            boolean typesAreTold = !settings.has(FakeCondition.NO_LISTED_TYPES, folder.volume());
            List<FakeCursor.Listed> listed = new ArrayList<>();
            for (FakeFolder.Entry entry : folder.entries()) {
                Status status = rules.status(entry.node());
                FileType type = typesAreTold ? status.type() : FileType.UNKNOWN;
                listed.add(new FakeCursor.Listed(entry.name(), type, typesAreTold ? status.reparseTag() : 0));
            }
            return new FakeCursor(machine, folder, listed);
        });
    }

    @Override
    public Status stat(Name name) throws FileSystemException {
        return call(FakePrimitive.LOOK_AT, failing(FakePrimitive.LOOK_AT, name),
                () -> rules.status(rules.find(folder(), name)));
    }

    @Override
    public Status follow(Name name) throws FileSystemException {
        return call(FakePrimitive.FOLLOW, failing(FakePrimitive.FOLLOW, name), () -> {
            requireOpen();
            // The path of a directory that is not held goes to the system whole: Windows remembers the junctions in it.
            return rules.status(held == null ? rules.object(path.resolve(name)) : rules.follow(held, name));
        });
    }

    @Override
    public LinkTarget readLink(Name name) throws FileSystemException {
        return call(FakePrimitive.READ, failing(FakePrimitive.READ, name), () -> rules.readLink(folder(), name));
    }

    @Override
    public void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        run(FakePrimitive.CREATE, failing(FakePrimitive.CREATE, name).withTarget(target),
                () -> rules.makeLink(folder(), name, target, kind));
    }

    @Override
    public void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        FakeDirectory source = ofSameMachine(FakePrimitive.MAKE_HARD_LINK, name, from);
        LinkTarget other = LinkTarget.ofBytes(source.path.resolve(existing).bytes());
        run(FakePrimitive.MAKE_HARD_LINK, failing(FakePrimitive.MAKE_HARD_LINK, name).withTarget(other), () -> {
            FakeNode node = rules.find(source.folder(), existing);
            rules.makeHardLink(folder(), name, node);
        });
    }

    @Override
    public void makePrivateDirectory(Name name) throws FileSystemException {
        run(FakePrimitive.MAKE_DIRECTORY, failing(FakePrimitive.MAKE_DIRECTORY, name),
                () -> rules.makeDirectory(folder(), name).makeForOwnerOnly());
    }

    @Override
    public void makeDirectory(Name name) throws FileSystemException {
        run(FakePrimitive.MAKE_DIRECTORY, failing(FakePrimitive.MAKE_DIRECTORY, name),
                () -> rules.makeDirectory(folder(), name));
    }

    @Override
    public void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        FakeDirectory destination = ofSameMachine(FakePrimitive.RENAME, from, to);
        LinkTarget other = LinkTarget.ofBytes(destination.path.resolve(newName).bytes());
        run(FakePrimitive.RENAME, failing(FakePrimitive.RENAME, from).withTarget(other),
                () -> rules.rename(folder(), from, destination.folder(), newName, mode));
    }

    @Override
    public void unlink(Name name) throws FileSystemException {
        run(FakePrimitive.UNLINK, failing(FakePrimitive.UNLINK, name), () -> rules.unlink(folder(), name));
    }

    @Override
    public void removeDirectory(Name name) throws FileSystemException {
        run(FakePrimitive.REMOVE_DIRECTORY, failing(FakePrimitive.REMOVE_DIRECTORY, name),
                () -> rules.removeDirectory(folder(), name));
    }

    /// Windows: the judgement and the removal are one step. POSIX: what is swapped in between is removed.
    @Override
    public void removeLink(Name name, Judge judge) throws FileSystemException {
        FailureDetails failing = failing(FakePrimitive.REMOVE, name);
        boolean onOneHandle = rules instanceof FakeWindowsRules;
        if (onOneHandle) {
            machine.lock().lock();
        }
        try {
            Judged judged = call(FakePrimitive.REMOVE, failing, () -> {
                FakeNode node = rules.find(folder(), name);
                byte[] data = node.reparseData();
                return new Judged(rules.status(node), data == null ? null : ByteString.of(data));
            });
            ByteString data = judged.reparseData();
            judge.judge(judged.status(), data == null ? null : data.toArray());
            run(FakePrimitive.REMOVE, failing, () -> rules.removeLink(folder(), name));
        } finally {
            if (onOneHandle) {
                machine.lock().unlock();
            }
        }
    }

    @Override
    public byte @Nullable [] readReparseData(Name name) throws FileSystemException {
        return call(FakePrimitive.READ_REPARSE_DATA, failing(FakePrimitive.READ_REPARSE_DATA, name),
                () -> rules.readReparseData(folder(), name));
    }

    @Override
    public void makeReparsePoint(Name name, byte[] data, TargetKind kind) throws FileSystemException {
        run(FakePrimitive.MAKE_REPARSE_POINT, failing(FakePrimitive.MAKE_REPARSE_POINT, name),
                () -> rules.makeReparsePoint(folder(), name, data, kind));
    }

    @Override
    public void replaceReparseData(Name name, byte[] expected, byte[] data) throws FileSystemException {
        run(FakePrimitive.REPLACE_REPARSE_DATA, failing(FakePrimitive.REPLACE_REPARSE_DATA, name),
                () -> rules.replaceReparseData(folder(), name, expected, data));
    }

    @Override
    public Contents contents() {
        return new FakeContents(this);
    }

    /// Asks something about a name in this directory.
    <T> T inside(FakePrimitive primitive, Name name, InFolder<T> question) throws FileSystemException {
        return call(primitive, failing(primitive, name), () -> question.ask(rules, folder()));
    }

    /// Asks something about the directory itself.
    <T> T itself(FakePrimitive primitive, InFolder<T> question) throws FileSystemException {
        return call(primitive, failing(primitive), () -> question.ask(rules, itself()));
    }

    /// Asks something about an object that was had from here.
    <T> T on(FakePrimitive primitive, LinkPath object, @Nullable LinkTarget other, FakeObject.Question<T> question)
            throws FileSystemException {
        FailureDetails failing = FailureDetails.of(primitive.operation(), object, Reason.OTHER);
        return call(primitive, other == null ? failing : failing.withTarget(other), () -> question.ask(rules));
    }

    /// A question about a directory.
    @FunctionalInterface
    interface InFolder<T> {
        T ask(FakeRules rules, FakeFolder folder) throws FakeRefusal;
    }

    @Override
    public void close() {
        machine.lock().lock();
        try {
            closed = true;
            machine.closed(this);
        } finally {
            machine.lock().unlock();
        }
    }

    /// The object that is held; null if none is.
    @Nullable
    FakeFolder held() {
        return held;
    }

    boolean isPinning() {
        return hold == Hold.PINNED;
    }

    private FakeFolder folder() throws FakeRefusal {
        requireOpen();
        return held == null ? rules.parent(path) : held;
    }

    private FakeFolder itself() throws FakeRefusal {
        requireOpen();
        return held == null ? rules.directory(path) : held;
    }

    private void requireOpen() throws FakeRefusal {
        if (closed) {
            throw new FakeRefusal(Reason.OTHER, "the directory has been closed");
        }
    }

    private FakeDirectory ofSameMachine(FakePrimitive primitive, Name name, Directory other)
            throws FileSystemException {
        if (other instanceof FakeDirectory directory && directory.machine == machine) {
            return directory;
        }
        throw failing(primitive, name).withReason(Reason.CROSS_FILE_SYSTEM)
                .withRemark("the other directory belongs to another link system").toException();
    }

    private FailureDetails failing(FakePrimitive primitive) {
        return FailureDetails.of(primitive.operation(), path, Reason.OTHER);
    }

    private FailureDetails failing(FakePrimitive primitive, Name name) {
        return FailureDetails.of(primitive.operation(), path.resolve(name), Reason.OTHER);
    }

    private void run(FakePrimitive primitive, FailureDetails failing, FakeCall.Action action)
            throws FileSystemException {
        call(primitive, failing, () -> {
            action.run();
            return path;
        });
    }

    private <T extends @Nullable Object> T call(FakePrimitive primitive, FailureDetails failing,
            FakeCall.Question<T> question)
            throws FileSystemException {
        return FakeCall.call(machine, primitive, failing, question);
    }

    /// What a judge is shown.
    private record Judged(Status status, @Nullable ByteString reparseData) {}
}
