package dev.linkwright.path;

import java.util.EnumSet;
import java.util.Set;

/// Finds what Windows cannot follow: `docs/windows-links.md`, "What Windows cannot follow".
final class WindowsWarnings {
    /// Two names, in 16-bit units, must fit behind the 20 bytes of the fixed fields of a symbolic link.
    private static final int MAX_UNITS = (16_384 - 20) / 2;

    private WindowsWarnings() {}

    static Set<PathWarning> of(PathRules rules, String target) {
        Set<PathWarning> warnings = EnumSet.noneOf(PathWarning.class);
        if (target.isEmpty()) {
            warnings.add(PathWarning.EMPTY);
        } else if (target.indexOf('\0') >= 0) {
            warnings.add(PathWarning.NUL_CHARACTER);
        } else {
            warnings.addAll(of(rules, rules.stored(target, DriveDirectories.roots())));
            if (rules.form(target) == PathForm.DRIVE_RELATIVE) {
                warnings.add(PathWarning.DRIVE_RELATIVE);
            }
        }
        return warnings;
    }

    static Set<PathWarning> of(PathRules rules, StoredTarget stored) {
        Set<PathWarning> warnings = EnumSet.noneOf(PathWarning.class);
        String text = stored.substituteName();
        if (text.isEmpty()) {
            warnings.add(PathWarning.EMPTY);
            return warnings;
        }
        if (text.indexOf('\0') >= 0) {
            warnings.add(PathWarning.NUL_CHARACTER);
        }
        if (text.indexOf('/') >= 0) {
            warnings.add(PathWarning.SLASH);
        }
        if (text.length() + stored.printName().length() > MAX_UNITS) {
            warnings.add(PathWarning.TOO_LONG);
        }
        PathText parsed = rules.parse(text);
        if (contradicts(parsed, stored.relative())) {
            warnings.add(PathWarning.FORM_CONTRADICTS_FLAG);
        } else {
            addStructure(warnings, parsed, stored.relative());
        }
        parsed.names().forEach(name -> addName(warnings, name));
        return warnings;
    }

    private static boolean contradicts(PathText text, boolean relative) {
        return switch (text.form()) {
            case EMPTY, RELATIVE, DEVICE_NAME, STREAM -> !relative;
            // "a:b" as it stands is a stream of the file "a"; the drive is only in the eyes of Win32.
            case DRIVE_RELATIVE -> !relative;
            // Absolute, it is some other path of the object manager, such as \Device\HarddiskVolume1\x.
            case ROOTED -> false;
            case NT -> relative;
            case DRIVE_ABSOLUTE, UNC, VERBATIM, VOLUME_GUID, DEVICE -> true;
        };
    }

    private static void addStructure(Set<PathWarning> warnings, PathText text, boolean relative) {
        if (text.form() == PathForm.DRIVE_RELATIVE) {
            warnings.add(PathWarning.STREAM);
        }
        if (!relative && Lexical.hasDots(text.names())) {
            warnings.add(PathWarning.DOT_COMPONENT);
        }
        if (text.trailingSeparator()) {
            warnings.add(PathWarning.TRAILING_SEPARATOR);
        }
        if (text.text().indexOf("\\\\") >= 0) {
            warnings.add(PathWarning.EMPTY_COMPONENT);
        }
    }

    private static void addName(Set<PathWarning> warnings, String name) {
        if (Lexical.isDots(name)) {
            return;
        }
        if (name.length() > WindowsNames.MAX_LENGTH) {
            warnings.add(PathWarning.NAME_TOO_LONG);
        }
        if (name.indexOf(':') >= 0) {
            warnings.add(PathWarning.STREAM);
        }
        if (WindowsNames.isDevice(name)) {
            warnings.add(PathWarning.DEVICE_NAME);
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            warnings.add(PathWarning.TRAILING_DOT_OR_BLANK);
        }
        if (name.chars().anyMatch(unit -> unit != 0 && WindowsNames.isInvalid((char) unit))) {
            warnings.add(PathWarning.INVALID_CHARACTER);
        }
    }
}
