package dev.linkwright;

/// What a person can do about a failure, as a sentence.
final class Remedies {
    private Remedies() {}

    static String forFailure(FailureDetails failure, LinkCapabilities can) {
        if (failure.advice() != null) {
            return failure.advice();
        }
        return switch (failure.reason()) {
            case ACCESS_DENIED -> "Use a directory that you may write to, or ask its owner.";
            case NOT_PERMITTED -> "Ask who administers this system: a policy or an attribute of the directory forbids"
                    + " it.";
            case PRIVILEGE_NOT_HELD -> "Turn on Developer Mode, run as administrator, or ask for the right"
                    + " \"Create symbolic links\".";
            case READ_ONLY_FILE_SYSTEM -> "Mount the file system for writing.";
            case NO_SPACE, QUOTA_EXCEEDED -> "Free some space or inodes.";
            case IO_ERROR -> "Look into the log of the system: the device or its driver failed.";
            case SILENT_FAILURE -> "Do not trust this system's word; it makes no links.";
            case CAPABILITY_MISSING, UNSUPPORTED_BY_FILE_SYSTEM -> can.whyNot(Capability.NATIVE_CODES).isPresent()
                    ? "Let Java use native calls (--enable-native-access), or use another file system."
                    : "Use another file system.";
            default -> "Use another directory.";
        };
    }
}
