package dev.linkwright;

import java.util.Optional;

/// What a person can do about a failure.
final class Remedies {
    private Remedies() {}

    static Optional<String> forFailure(FailureDetails failure, LinkCapabilities can) {
        if (failure.advice() != null) {
            return Optional.of(failure.advice());
        }
        return switch (failure.reason()) {
            case ACCESS_DENIED -> Optional.of("Use a directory that you may write to, or ask its owner.");
            case PRIVILEGE_NOT_HELD -> Optional.of("Turn on Developer Mode, run as administrator, or ask for the right"
                    + " \"Create symbolic links\".");
            case READ_ONLY_FILE_SYSTEM -> Optional.of("Mount the file system for writing.");
            case NO_SPACE, QUOTA_EXCEEDED -> Optional.of("Free some space or inodes.");
            case SILENT_FAILURE -> Optional.of("Do not trust this system's word; it makes no links.");
            case CAPABILITY_MISSING, UNSUPPORTED_BY_FILE_SYSTEM -> can.whyNot(Capability.NATIVE_CODES).isPresent()
                    ? Optional.of("Let Java use native calls (--enable-native-access), or use another file system.")
                    : Optional.of("Use another file system.");
            default -> Optional.empty();
        };
    }
}
