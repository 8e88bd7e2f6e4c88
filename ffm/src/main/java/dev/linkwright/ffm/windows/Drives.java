package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.util.Locale;
import java.util.Optional;

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
        String target = devices.target(last(letter).drive()).toUpperCase(Locale.ROOT);
        return target.startsWith(SHARE) || target.startsWith(PROVIDERS) || target.contains(REDIRECTION);
    }

    /// The directory that a drive stands for which was made by SUBST; empty if it is a drive of its own, or none.
    Optional<String> directoryOf(char letter) {
        Place last = last(letter);
        boolean substituted = last.drive().charAt(0) != letter && !devices.target(last.drive()).isEmpty();
        return substituted ? Optional.of(last.drive() + last.below()) : Optional.empty();
    }

    /// Where the drives end that stand for directories of others.
    private Place last(char letter) {
        Place place = new Place(letter + ":", "");
        for (int step = 0; step < MOST_STEPS; step++) {
            String target = devices.target(place.drive());
            if (!isDriveOf(target)) {
                return place;
            }
            int path = DOS_DEVICES.length() + place.drive().length();
            String directory = target.endsWith("\\")
                    ? target.substring(path, target.length() - 1)
                    : target.substring(path);
            String drive = target.substring(DOS_DEVICES.length(), path).toUpperCase(Locale.ROOT);
            place = new Place(drive, directory + place.below());
        }
        return new Place(letter + ":", "");
    }

    /// Whether it stands for a directory of another drive.
    private static boolean isDriveOf(String target) {
        int colon = DOS_DEVICES.length() + 1;
        return target.startsWith(DOS_DEVICES) && target.length() > colon && target.charAt(colon) == ':';
    }

    /// A directory: a drive with its colon, and what follows in its path, without a separator at the end.
    private record Place(String drive, String below) {}
}
