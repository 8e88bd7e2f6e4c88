package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.ffm.windows.ProcessToken.LinkRight;
import dev.linkwright.win32.WindowsFacts;

/// What can be done in a directory, by what its volume and the process's token tell.
final class WindowsCapabilities {
    static final String NO_EXCHANGE = "Windows cannot exchange two names";

    static final int FileFsDeviceInformation = 4;
    static final int FileFsAttributeInformation = 5;

    static final WindowsField FLAGS = new WindowsField(
            "FILE_FS_ATTRIBUTE_INFORMATION", "FileSystemAttributes", 0, 32);
    static final WindowsField NAME_LENGTH = new WindowsField(
            "FILE_FS_ATTRIBUTE_INFORMATION", "FileSystemNameLength", 8, 32);
    static final WindowsField NAME = new WindowsField("FILE_FS_ATTRIBUTE_INFORMATION", "FileSystemName", 12, 0);
    static final WindowsField CHARACTERISTICS = new WindowsField("FILE_FS_DEVICE_INFORMATION", "Characteristics", 4,
            32);

    static final int FILE_SUPPORTS_REPARSE_POINTS = 0x80;
    static final int FILE_SUPPORTS_POSIX_UNLINK_RENAME = 0x400;
    static final int FILE_READ_ONLY_VOLUME = 0x80000;
    static final int FILE_SUPPORTS_HARD_LINKS = 0x400000;
    static final int FILE_REMOTE_DEVICE = 0x10;

    static final long DEVICE_SIZE = 8;

    private final VolumeFacts place;
    private final String fileSystem;

    private WindowsCapabilities(VolumeFacts place) {
        this.place = place;
        this.fileSystem = place.volume().fileSystem();
    }

    /// What can be done on the volume of an open directory.
    static LinkCapabilities of(Arena arena, long directory) throws WindowsCallException {
        boolean recognises = FileInformation.identity(arena, directory) != null;
        return new WindowsCapabilities(VolumeFacts.of(arena, directory)).told(recognises);
    }

    /// What a volume tells of itself.
    ///
    /// @param volume what its file system keeps
    /// @param remote whether it is on another machine
    record VolumeFacts(Volume volume, boolean remote) {
        /// Of the volume of an open directory.
        static VolumeFacts of(Arena arena, long directory) throws WindowsCallException {
            Volume volume = Volume.of(arena, directory);
            MemorySegment device = arena.allocate(DEVICE_SIZE, Long.BYTES);
            NtDll.ntQueryVolumeInformationFile(arena, directory, device, FileFsDeviceInformation);
            boolean remote = (CHARACTERISTICS.read(device) & FILE_REMOTE_DEVICE) != 0;
            return new VolumeFacts(volume, remote);
        }

        WindowsFacts.Volume told() {
            return new WindowsFacts.Volume(volume.fileSystem(), volume.has(FILE_SUPPORTS_REPARSE_POINTS), remote);
        }
    }

    private LinkCapabilities told(boolean recognises) {
        LinkCapabilities told = LinkCapabilities.none().on(fileSystem, options())
                .with(Capability.TARGET_KIND, Capability.RENAME_NO_REPLACE, Capability.NATIVE_CODES,
                        Capability.VERBATIM_TEXT, Capability.CONTENTS)
                .without(Capability.RENAME_EXCHANGE, NO_EXCHANGE)
                .without(Capability.BELIEVED_SUCCESS, "a call of Windows is believed only after a look");
        told = links(told);
        told = where(told, Capability.HARD_LINKS, has(FILE_SUPPORTS_HARD_LINKS) || fileSystem.equals("NTFS"),
                "the file system has no hard links");
        told = where(told, Capability.ATOMIC_REPLACE, has(FILE_SUPPORTS_POSIX_UNLINK_RENAME),
                "only links to files can be replaced in one step here");
        told = where(told, Capability.IDENTITY, recognises, "the file system tells no identities");
        boolean wine = NtDll.isWine();
        told = where(told, Capability.VERBATIM_NAMES, !wine, "Wine cannot store every name");
        return where(told, Capability.HELD_DIRECTORIES, !wine, "Wine looks some names up by the path of the directory");
    }

    private LinkCapabilities links(LinkCapabilities told) {
        String none = fileSystem.isEmpty()
                ? "the file system has no reparse points"
                : fileSystem + " tells of no reparse points here";
        boolean tagged = has(FILE_SUPPORTS_REPARSE_POINTS);
        LinkCapabilities data = where(where(told, Capability.REPARSE_POINTS, tagged, none), Capability.COMPARE_AND_SET,
                tagged, none);
        LinkCapabilities junctions = where(data, Capability.JUNCTIONS, tagged && !place.remote(),
                tagged ? "junctions are for local volumes" : none);
        String noRight = tagged ? whyNoLinks() : none;
        return where(junctions, Capability.SYMBOLIC_LINKS, noRight.isEmpty(), noRight);
    }

    /// Why this process may not make symbolic links; empty if it may. A privilege that is only disabled will do: it is
    /// enabled when it is needed.
    private static String whyNoLinks() {
        if (ProcessToken.linkRight() != LinkRight.ABSENT) {
            return "";
        }
        String noRight = "the process has no right to create symbolic links";
        if (OsVersion.thisBuild() < WindowsFacts.FIRST_BUILD_WITH_UNPRIVILEGED_LINKS) {
            return noRight + ", and Windows before version 1703 makes none without it";
        }
        return isDeveloperMode() ? "" : noRight + ", and Developer Mode is off";
    }

    /// Whether Windows lets everybody make links who asks for it with the flag 0x2.
    static boolean isDeveloperMode() {
        return MachineSettings.isDeveloperMode(Advapi32Library::regGetValueW);
    }

    private boolean has(int flag) {
        return place.volume().has(flag);
    }

    private Set<String> options() {
        Set<String> options = new HashSet<>();
        if (has(FILE_READ_ONLY_VOLUME)) {
            options.add("ro");
        }
        return options;
    }

    private static LinkCapabilities where(LinkCapabilities told, Capability capability, boolean present,
            String whyNot) {
        return present ? told.with(capability) : told.without(capability, whyNot);
    }
}
