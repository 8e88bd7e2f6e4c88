package dev.linkwright.cli.fronts;

import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import org.jspecify.annotations.Nullable;

/// What the options of `ln` ask for, collected one by one.
final class LnWishes {
    boolean symbolic;
    boolean relative;
    boolean logical;
    boolean directories;
    boolean noDereference;
    boolean noTargetDirectory;
    boolean force;
    boolean interactive;
    boolean junction;
    boolean verbose;
    private boolean backup;
    private @Nullable Argument control;
    private @Nullable Argument suffix;
    private Backups backups = Backups.none();

    void set(Option option, @Nullable Argument value) {
        if (option == Ln.BACKUP) {
            backup = true;
            control = value == null ? control : value;
        } else if (option == Ln.SUFFIX) {
            backup = true;
            suffix = value;
        } else if (option == Ln.FORCE || option == Ln.INTERACTIVE) {
            // The last one counts.
            force = option == Ln.FORCE;
            interactive = !force;
        } else if (option == Ln.LOGICAL || option == Ln.PHYSICAL) {
            logical = option == Ln.LOGICAL;
        } else if (option == Ln.SYMBOLIC) {
            symbolic = true;
        } else if (option == Ln.RELATIVE) {
            relative = true;
        } else if (option == Ln.DIRECTORY) {
            directories = true;
        } else if (option == Ln.NO_DEREFERENCE) {
            noDereference = true;
        } else if (option == Ln.NO_TARGET_DIRECTORY) {
            noTargetDirectory = true;
        } else if (option == Ln.JUNCTION) {
            junction = true;
        } else {
            verbose = true;
        }
    }

    void settleBackups(GnuRun run) throws Misuse {
        if (backup) {
            backups = Backups.of(control, suffix, run);
        }
    }

    /// Whether something may be replaced.
    boolean mayReplace() {
        return force || interactive || backups.areMade();
    }

    Backups backups() {
        return backups;
    }
}
