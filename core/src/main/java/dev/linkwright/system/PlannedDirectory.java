package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Identity;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.system.DryRunLinkSystem.Place;
import dev.linkwright.system.DryRunLinkSystem.Planned;
import dev.linkwright.system.DryRunLinkSystem.Present;
import org.jspecify.annotations.Nullable;

/// What a directory of a dry run is known by, and what is planned for its own name: it may exist only in the plan.
final class PlannedDirectory {
    private final DryRunLinkSystem system;
    private final Directory real;
    private volatile @Nullable Object key;

    PlannedDirectory(DryRunLinkSystem system, Directory real) {
        this.system = system;
        this.real = real;
    }

    /// A name in it.
    ///
    /// @throws FileSystemException if it does not exist and is not planned either, or is no directory
    Place place(Name name) throws FileSystemException {
        return new Place(key(), name);
    }

    /// What it is known by.
    ///
    /// @throws FileSystemException if it does not exist and is not planned either, or is no directory
    Object key() throws FileSystemException {
        Object known = key;
        if (known == null) {
            known = findKey();
            key = known;
        }
        return known;
    }

    private Object findKey() throws FileSystemException {
        Status status;
        try {
            status = real.status();
        } catch (FileSystemException e) {
            if (isPlanned()) {
                return parent().itself().place(real.path().name().orElseThrow());
            }
            throw e;
        }
        if (!status.isDirectory()) {
            throw FailureDetails.of("look at", real.path(), Reason.NOT_A_DIRECTORY).toException();
        }
        Identity identity = status.identity();
        return identity == null ? real.path() : identity;
    }

    /// Whether it is planned to be a directory.
    boolean isPlanned() {
        return planned() instanceof Present present && present.status().isDirectory();
    }

    /// What is planned for its own name, which does not really exist.
    @Nullable
    Planned planned() {
        Optional<Name> name = real.path().name();
        if (name.isEmpty()) {
            return null;
        }
        try {
            return system.planned(parent().itself().place(name.get()));
        } catch (FileSystemException notEvenItsParent) {
            return null;
        }
    }

    DryRunDirectory parent() {
        return system.directoryAt(real.path().parent());
    }
}
