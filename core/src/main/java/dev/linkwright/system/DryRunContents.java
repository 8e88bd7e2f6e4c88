package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Status;
import dev.linkwright.system.DryRunLinkSystem.Present;
import org.jspecify.annotations.Nullable;

/// Contents and attributes of a [DryRunDirectory]: what is really there is read, what is changed is forgotten, except
/// that a name is taken.
final class DryRunContents implements Contents {
    private final DryRunDirectory directory;
    private final Directory real;

    DryRunContents(DryRunDirectory directory, Directory real) {
        this.directory = directory;
        this.real = real;
    }

    @Override
    public Attributes attributes(Name name) throws FileSystemException {
        Present present = directory.present("look at", name);
        return present == null ? real.contents().attributes(name) : imagined(present.status());
    }

    @Override
    public HeldObject openFile(Name name, Attributes expected) throws FileSystemException {
        return held(name, present("open", name), () -> real.contents().openFile(name, expected));
    }

    @Override
    public HeldObject createFile(Name name) throws FileSystemException {
        Present made = directory.planNew("create", name, FileType.FILE);
        return new DryRunObject(path(name), imagined(made.status()), null);
    }

    @Override
    public HeldObject hold(Name name) throws FileSystemException {
        return held(name, present("open", name), () -> real.contents().hold(name));
    }

    @Override
    public HeldObject holdDirectory() throws FileSystemException {
        if (directory.itself().isPlanned()) {
            return new DryRunObject(directory.path(), imagined(directory.status()), null);
        }
        return wrapped(real.contents().holdDirectory());
    }

    @Override
    public void makeSpecialFile(Name name, FileType type, long device) throws FileSystemException {
        directory.planNew("create", name, type);
    }

    @Override
    public List<LinkPath> mountsBelow() throws FileSystemException {
        return real.contents().mountsBelow();
    }

    private @Nullable Present present(String operation, Name name) throws FileSystemException {
        return directory.present(operation, name);
    }

    private HeldObject held(Name name, @Nullable Present present, Opening opening) throws FileSystemException {
        return present == null
                ? wrapped(opening.open())
                : new DryRunObject(path(name), imagined(present.status()), null);
    }

    private LinkPath path(Name name) {
        return directory.path().resolve(name);
    }

    private static HeldObject wrapped(HeldObject held) throws FileSystemException {
        return new DryRunObject(held.path(), held.attributes(), held);
    }

    private static Attributes imagined(Status status) {
        return new Attributes(status, status.modified(), 0);
    }

    /// How the real object is had.
    @FunctionalInterface
    private interface Opening {
        HeldObject open() throws FileSystemException;
    }
}
