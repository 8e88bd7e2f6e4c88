package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

import dev.linkwright.Capability;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;

/// A link system that can exchange two names and rename without replacing, because this does it in several steps: right
/// as long as one thread works, and so enough to show what is built on it.
record ExchangeInSteps(LinkSystem system) implements LinkSystem {
    private static final Name ASIDE = Name.of("exchange-in-steps");

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public PathRules rules() {
        return system.rules();
    }

    @Override
    public Directory at(LinkPath directory) {
        return new Exchanging(system.at(directory));
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        return new Exchanging(system.open(directory));
    }

    @Override
    public LinkPath pathOf(Path path) {
        return system.pathOf(path);
    }

    private record Exchanging(Directory directory) implements Directory {
        @Override
        public LinkPath path() {
            return directory.path();
        }

        @Override
        public LinkCapabilities capabilities() throws FileSystemException {
            return directory.capabilities().with(Capability.ATOMIC_REPLACE, Capability.RENAME_EXCHANGE,
                    Capability.RENAME_NO_REPLACE, Capability.COMPARE_AND_SET);
        }

        @Override
        public void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
            Directory there = ((Exchanging) to).directory;
            if (mode == RenameMode.EXCHANGE) {
                there.stat(newName);
                directory.stat(from);
                directory.rename(from, directory, ASIDE, RenameMode.REPLACE);
                there.rename(newName, directory, from, RenameMode.REPLACE);
                directory.rename(ASIDE, there, newName, RenameMode.REPLACE);
                return;
            }
            if (isTaken(there, newName)) {
                if (mode == RenameMode.NO_REPLACE) {
                    throw FailureDetails.of("rename", path().resolve(from), Reason.EXISTS).toException();
                }
                makeWay(from, there, newName);
            }
            directory.rename(from, there, newName, RenameMode.REPLACE);
        }

        /// Some providers replace nothing in an atomic move.
        private void makeWay(Name from, Directory there, Name newName) throws FileSystemException {
            if (directory.stat(from).isDirectory() == there.stat(newName).isDirectory()
                    && !directory.stat(from).isDirectory()) {
                there.unlink(newName);
            }
        }

        private static boolean isTaken(Directory there, Name name) throws FileSystemException {
            try {
                there.stat(name);
                return true;
            } catch (dev.linkwright.LinkNotFoundException e) {
                return false;
            }
        }

        @Override
        public Status status() throws FileSystemException {
            return directory.status();
        }

        @Override
        public LinkPath physicalPath() throws FileSystemException {
            return directory.physicalPath();
        }

        @Override
        public Directory open(Name name) throws FileSystemException {
            return new Exchanging(directory.open(name));
        }

        @Override
        public Directory openParent(Identity expected) throws FileSystemException {
            return new Exchanging(directory.openParent(expected));
        }

        @Override
        public Cursor list() throws FileSystemException {
            return directory.list();
        }

        @Override
        public Status stat(Name name) throws FileSystemException {
            return directory.stat(name);
        }

        @Override
        public Status follow(Name name) throws FileSystemException {
            return directory.follow(name);
        }

        @Override
        public LinkTarget readLink(Name name) throws FileSystemException {
            return directory.readLink(name);
        }

        @Override
        public void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
            directory.makeLink(name, target, kind);
        }

        @Override
        public void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
            directory.makeHardLink(name, ((Exchanging) from).directory, existing);
        }

        @Override
        public void makePrivateDirectory(Name name) throws FileSystemException {
            directory.makePrivateDirectory(name);
        }

        @Override
        public void makeDirectory(Name name) throws FileSystemException {
            directory.makeDirectory(name);
        }

        @Override
        public void unlink(Name name) throws FileSystemException {
            directory.unlink(name);
        }

        @Override
        public void removeDirectory(Name name) throws FileSystemException {
            directory.removeDirectory(name);
        }

        @Override
        public void removeLink(Name name, Judge judge) throws FileSystemException {
            directory.removeLink(name, judge);
        }

        @Override
        public Contents contents() throws FileSystemException {
            return directory.contents();
        }

        @Override
        public void close() {
            directory.close();
        }
    }
}
