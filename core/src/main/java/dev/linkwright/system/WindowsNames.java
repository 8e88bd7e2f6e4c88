package dev.linkwright.system;

import java.util.Locale;

/// Names that Windows takes for something else when they come in a path without the prefix `\\?\`, as those of
/// `java.nio.file` do: `x.` means `x`, and `NUL` is a device in every directory. Source: "Naming Files, Paths, and
/// Namespaces" in Microsoft's documentation of Win32.
final class WindowsNames {
    private WindowsNames() {}

    static boolean meansSomethingElse(String name) {
        char last = name.charAt(name.length() - 1);
        return last == '.' || last == ' ' || name.indexOf(':') >= 0 || isDevice(stem(name));
    }

    /// A device keeps its meaning with an extension: `NUL.txt`.
    private static String stem(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return stem.stripTrailing().toUpperCase(Locale.ROOT);
    }

    private static boolean isDevice(String stem) {
        return switch (stem) {
            case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" -> true;
            default -> stem.length() == 4 && (stem.startsWith("COM") || stem.startsWith("LPT"))
                    && "0123456789\u00B9\u00B2\u00B3".indexOf(stem.charAt(3)) >= 0;
        };
    }
}
