package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.util.Locale;

/// What drive letters stand for, read from the object manager: no device and no server is asked.
///
/// A drive of a disk is a link to `\Device\HarddiskVolume3`; one that was made by SUBST to `\??\C:\directory`; a mapped one
/// to a device that is a redirector, with `;` and the letter behind its name, or below `\Device\Mup`. They belong to the
/// session, so another user's are not there. Source: `docs/windows-links.md`, "Drive letters".
final class Drives {
    private static final String DOS_DEVICES = "\\??\\";
    private static final String SHARE = DOS_DEVICES + "UNC\\";
    private static final String PROVIDERS = "\\DEVICE\\MUP\\";
    private static final String REDIRECTION = "\\;";

    /// As many letters as there are: a drive that stands for itself through others is on no other machine.
    private static final int MOST_STEPS = 26;

    private final DosDevices devices;

    Drives(DosDevices devices) {
        this.devices = devices;
    }

    /// Those of this session.
    static Drives ofThisSession() {
        return new Drives(device -> {
            try (Arena arena = Arena.ofConfined()) {
                return Kernel32Library.queryDosDeviceW(arena, device);
            } catch (WindowsCallException noSuchDevice) {
                return "";
            }
        });
    }

    /// The names that Windows has for devices.
    @FunctionalInterface
    interface DosDevices {
        /// What a name stands for; empty if there is none.
        String target(String name);
    }

    /// Whether a drive stands for a directory of another machine.
    boolean isRemote(char letter) {
        String drive = letter + ":";
        for (int step = 0; step < MOST_STEPS; step++) {
            String target = devices.target(drive).toUpperCase(Locale.ROOT);
            if (!isDriveOf(target)) {
                return target.startsWith(SHARE) || target.startsWith(PROVIDERS) || target.contains(REDIRECTION);
            }
            drive = target.substring(DOS_DEVICES.length(), DOS_DEVICES.length() + 2);
        }
        return false;
    }

    /// Whether it stands for a directory of another drive.
    private static boolean isDriveOf(String target) {
        int colon = DOS_DEVICES.length() + 1;
        return target.startsWith(DOS_DEVICES) && target.length() > colon && target.charAt(colon) == ':';
    }
}
