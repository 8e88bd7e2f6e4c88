package dev.linkwright.reparse;

import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathText;

/// Makes the two names of a mount point.
final class MountPoints {
    private MountPoints() {}

    static ReparseData.MountPoint to(String directory) {
        NtPath path = NtPath.ofDos(directory);
        PathText parsed = PathRules.WINDOWS.parse(path.text());
        if (parsed.names().contains(".") || parsed.names().contains("..")) {
            throw new IllegalArgumentException("Windows folds no dots in " + directory);
        }
        String substituteName = parsed.trailingSeparator() ? withoutSeparators(path.text()) : path.text();
        String printName = NtPath.shortened(substituteName);
        return new ReparseData.MountPoint(substituteName, printName);
    }

    static boolean isVolume(String substituteName) {
        boolean onVolume = NtPath.isNtPath(substituteName)
                && new NtPath(substituteName).kind() == NtPath.Kind.VOLUME;
        return onVolume && PathRules.WINDOWS.parse(new NtPath(substituteName).verbatim()).names().isEmpty();
    }

    private static String withoutSeparators(String path) {
        int end = path.length();
        while (path.charAt(end - 1) == '\\') {
            end--;
        }
        return path.substring(0, end);
    }
}
