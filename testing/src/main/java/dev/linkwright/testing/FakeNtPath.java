package dev.linkwright.testing;

import java.util.Arrays;
import java.util.List;

import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathForm;
import dev.linkwright.path.PathRules;
import dev.linkwright.win32.Win32Error;

/// A path of the fake's object manager, taken apart.
///
/// @param root the volume that it starts at
/// @param names the names below the root, in order
/// @param endsInSeparator whether a separator follows the last name
record FakeNtPath(FakeFolder root, List<String> names, boolean endsInSeparator) {
    private static final String DOS_DEVICES = "\\??\\";
    private static final String DRIVE = "X:";

    /// Takes a path apart as it is: nothing is folded.
    static FakeNtPath parse(FakeMachine machine, String ntPath) throws FakeRefusal {
        if (!ntPath.startsWith(DOS_DEVICES)) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        String rest = ntPath.substring(DOS_DEVICES.length());
        int end = rest.indexOf('\\');
        String device = end < 0 ? rest : rest.substring(0, end);
        String below = end < 0 ? "" : rest.substring(end + 1);
        return new FakeNtPath(device(machine, device), names(below), below.endsWith("\\"));
    }

    private static FakeFolder device(FakeMachine machine, String device) throws FakeRefusal {
        if (device.equalsIgnoreCase("UNC")) {
            throw new FakeRefusal(Win32Error.BAD_NETPATH);
        }
        boolean drive = device.length() == DRIVE.length() && device.charAt(1) == ':';
        FakeFolder root = drive ? machine.drive(device.charAt(0)) : machine.rootOf(device);
        if (root == null) {
            throw new FakeRefusal(drive ? Win32Error.PATH_NOT_FOUND : Win32Error.FILE_NOT_FOUND);
        }
        return root;
    }

    /// The names in a text that separators other than `\` do not separate. Nothing may be empty but the end.
    static List<String> names(String text) throws FakeRefusal {
        String body = text.endsWith("\\") ? text.substring(0, text.length() - 1) : text;
        if (body.isEmpty()) {
            return List.of();
        }
        List<String> names = List.of(body.split("\\\\", -1));
        if (names.contains("")) {
            throw new FakeRefusal(Win32Error.INVALID_NAME);
        }
        return names;
    }

    /// What Win32 makes of a path before anything is looked up: full, folded, without the dots and blanks at its end.
    static FakeNtPath ofWin32(FakeMachine machine, FakeSettings settings, String path) throws FakeRefusal {
        return parse(machine, ntText(settings, path));
    }

    /// The NT path for a path that a Win32 program uses; an NT path is taken as it is.
    static String ntText(FakeSettings settings, String path) {
        String current = settings.workingDirectory().units();
        PathForm form = PathRules.WINDOWS.form(path);
        return switch (form) {
            case EMPTY -> stored(current, current);
            case RELATIVE, STREAM, DEVICE_NAME -> stored(joined(current, path), current);
            case ROOTED -> stored(current.substring(0, DRIVE.length()) + path, current);
            case NT -> path;
            default -> stored(path, current);
        };
    }

    private static String joined(String directory, String path) {
        return directory.endsWith("\\") ? directory + path : directory + '\\' + path;
    }

    private static String stored(String absolute, String current) {
        return PathRules.WINDOWS.stored(absolute, directories(current)).substituteName();
    }

    /// The current directory of each drive: the root of all but one.
    static DriveDirectories directories(String current) {
        DriveDirectories roots = DriveDirectories.roots();
        return drive -> Character.toUpperCase(drive) == Character.toUpperCase(current.charAt(0))
                ? current
                : roots.of(drive);
    }

    /// Whether no object can have this name.
    static boolean isImpossible(String name) {
        return name.length() > 255 || Arrays.asList(".", "..").contains(name)
                || name.chars().anyMatch(unit -> unit < ' ' || "<>:\"/\\|?*".indexOf(unit) >= 0);
    }
}
