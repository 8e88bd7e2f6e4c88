package dev.linkwright.testing;

import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import org.jspecify.annotations.Nullable;

/// `renameat2`.
final class FakePosixRename {
    private final FakeMachine machine;
    private final FakePosixRules rules;
    private final FakeSettings settings;

    FakePosixRename(FakeMachine machine, FakePosixRules rules, FakeSettings settings) {
        this.machine = machine;
        this.rules = rules;
        this.settings = settings;
    }

    void rename(FakeFolder folder, Name from, FakeFolder to, Name newName, RenameMode mode) throws FakeRefusal {
        requireMode(mode, folder.volume());
        FakeNode moved = rules.find(folder, from);
        FakePosixRules.requireLength(newName);
        if (!folder.volume().equals(to.volume())) {
            throw new FakeRefusal(FakeErrno.EXDEV);
        }
        FakeNode there = to.find(newName);
        if (mode == RenameMode.NO_REPLACE && there != null) {
            throw new FakeRefusal(FakeErrno.EEXIST);
        }
        if ((mode == RenameMode.EXCHANGE && there == null) || to.isRemoved()) {
            throw new FakeRefusal(FakeErrno.ENOENT);
        }
        requireNotIntoItself(moved, to);
        rules.requireWritable(folder);
        rules.requireWritable(to);
        if (there == moved) {
            return;
        }
        if (mode == RenameMode.EXCHANGE && there != null) {
            requireNotIntoItself(there, folder);
            exchange(folder, from, moved, to, newName, there);
        } else {
            move(folder, from, moved, to, newName, there);
        }
        folder.touch(machine.now());
        to.touch(machine.now());
    }

    private void requireMode(RenameMode mode, FakeVolume volume) throws FakeRefusal {
        boolean missing = switch (mode) {
            case EXCHANGE -> settings.has(FakeCondition.NO_EXCHANGE, volume);
            case NO_REPLACE -> settings.has(FakeCondition.NO_NO_REPLACE, volume);
            case REPLACE -> false;
        };
        if (missing) {
            throw new FakeRefusal(FakeErrno.EINVAL, Reason.UNSUPPORTED_BY_FILE_SYSTEM);
        }
        if (mode == RenameMode.EXCHANGE) {
            FakePortability.requireExchange(settings);
        }
    }

    private static void requireNotIntoItself(FakeNode moved, FakeFolder to) throws FakeRefusal {
        if (moved instanceof FakeFolder folder && to.isWithin(folder)) {
            throw new FakeRefusal(FakeErrno.EINVAL);
        }
    }

    private static void exchange(FakeFolder folder, Name from, FakeNode moved, FakeFolder to, Name newName,
            FakeNode there) {
        folder.take(from);
        to.take(newName);
        to.put(newName, moved);
        folder.put(from, there);
    }

    private static void move(FakeFolder folder, Name from, FakeNode moved, FakeFolder to, Name newName,
            @Nullable FakeNode there) throws FakeRefusal {
        if (there != null) {
            requireReplaceable(moved, there);
            to.take(newName);
            if (there instanceof FakeFolder displaced) {
                displaced.markRemoved();
            }
        }
        folder.take(from);
        to.put(newName, moved);
    }

    private static void requireReplaceable(FakeNode moved, FakeNode there) throws FakeRefusal {
        boolean movesFolder = moved instanceof FakeFolder;
        if (there instanceof FakeFolder displaced) {
            if (!movesFolder) {
                throw new FakeRefusal(FakeErrno.EISDIR);
            }
            if (!displaced.isEmpty()) {
                throw new FakeRefusal(FakeErrno.ENOTEMPTY);
            }
        } else if (movesFolder) {
            throw new FakeRefusal(FakeErrno.ENOTDIR);
        }
    }
}
