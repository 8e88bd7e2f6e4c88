package dev.linkwright.ffm.windows;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

import dev.linkwright.win32.WindowsFacts.Direction;
import dev.linkwright.win32.WindowsFacts.Evaluation;

/// What the registry says of links on this machine. Where they stand: `docs/windows-links.md`, "Privileges and policy".
final class MachineSettings {
    private static final String DEVELOPER_MODE = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock";
    private static final String DEVELOPER_MODE_POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows\\Appx";
    private static final String ALLOWED = "AllowDevelopmentWithoutDevLicense";

    private static final String EVALUATION = "SYSTEM\\CurrentControlSet\\Control\\FileSystem";
    private static final String EVALUATION_POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows\\Filesystems\\NTFS";
    private static final String POLICY_IS_SET = "SymLinkState";

    private MachineSettings() {}

    /// Where settings are read from.
    @FunctionalInterface
    interface Registry {
        /// The number at a value below HKEY_LOCAL_MACHINE; empty if there is none.
        OptionalInt number(String key, String value);
    }

    /// Whether Windows lets everybody make links who asks for it with the flag 0x2. A policy overrules what the user of the
    /// machine has set.
    static boolean isDeveloperMode(Registry registry) {
        OptionalInt policy = registry.number(DEVELOPER_MODE_POLICY, ALLOWED);
        return (policy.isPresent() ? policy : registry.number(DEVELOPER_MODE, ALLOWED)).orElse(0) == 1;
    }

    /// Which links are followed. A group policy that is enabled overrules all four local settings; a direction that it
    /// does not name is off then.
    static Evaluation evaluation(Registry registry) {
        boolean byPolicy = registry.number(EVALUATION_POLICY, POLICY_IS_SET).orElse(0) == 1;
        Set<Direction> allowed = EnumSet.noneOf(Direction.class);
        for (Direction direction : Direction.values()) {
            int otherwise = !byPolicy && direction.isAllowedByDefault() ? 1 : 0;
            String key = byPolicy ? EVALUATION_POLICY : EVALUATION;
            if (registry.number(key, value(direction)).orElse(otherwise) != 0) {
                allowed.add(direction);
            }
        }
        return new Evaluation(allowed, byPolicy);
    }

    private static String value(Direction direction) {
        return switch (direction) {
            case LOCAL_TO_LOCAL -> "SymlinkLocalToLocalEvaluation";
            case LOCAL_TO_REMOTE -> "SymlinkLocalToRemoteEvaluation";
            case REMOTE_TO_LOCAL -> "SymlinkRemoteToLocalEvaluation";
            case REMOTE_TO_REMOTE -> "SymlinkRemoteToRemoteEvaluation";
        };
    }
}
