package dev.linkwright.cli;

import dev.linkwright.Reason;

/// The exit codes of every command, and which one a failure leads to.
public enum ExitCode {
    /// Done, and nothing is wrong.
    DONE(0),
    /// The answer is no (problems found), or the single item failed.
    NO(1),
    /// The command line or the input cannot be understood; nothing was done.
    USAGE(2),
    /// Several items with failures of different codes, or only some of them failed.
    MIXED(3),
    /// Refused: the name is taken, it is not a link, a precondition does not hold.
    REFUSED(4),
    /// A capability is missing: privilege, file system, native access, run-time.
    INCAPABLE(5),
    /// Interrupted.
    INTERRUPTED(130),
    /// Nobody reads the results any more.
    CLOSED_PIPE(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// What the process ends with.
    public int number() {
        return number;
    }

    /// The code for one item that failed for this reason.
    public static ExitCode of(Reason reason) {
        return switch (reason) {
            case EXISTS, NOT_A_LINK, VOLUME_NOT_NAMED, IS_A_DIRECTORY, IS_A_LINK, PROTECTED_REPARSE_POINT,
                    PROTECTED_DIRECTORY, LEADS_OUTSIDE, SPECIAL_FILE, DESTINATION_INSIDE, DIRECTORY_NOT_EMPTY,
                    CHANGED_BY_OTHERS,
                    UNEXPECTED_TARGET ->
                REFUSED;
            case PRIVILEGE_NOT_HELD, UNSUPPORTED_BY_FILE_SYSTEM, CAPABILITY_MISSING, SILENT_FAILURE -> INCAPABLE;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            default -> NO;
        };
    }
}
