package dev.linkwright.path;

/// The current directory of each drive, which a Windows process keeps apart for every letter and to which `C:foo` is
/// relative. The directories of a foreign process cannot be known, so whoever asks says what they are.
@FunctionalInterface
public interface DriveDirectories {
    /// The current directory of a drive.
    ///
    /// @param drive the letter of the drive, as it stands in the text
    /// @return a drive-absolute text such as `C:\w`, with or without a separator at its end
    String of(char drive);

    /// What a process has that never changed its directory on any drive: the root of each.
    static DriveDirectories roots() {
        return drive -> drive + ":\\";
    }
}
