package dev.linkwright.win32;

/// `SYMBOLIC_LINK_FLAG`: a bit of the unsigned 32-bit flags of `CreateSymbolicLinkW`.
///
/// All other bits are answered with 87 ([Win32Error#INVALID_PARAMETER]).
public enum SymbolicLinkFlag {
    /// No bit: the target is a file.
    FILE(0x0),
    /// The target is a directory. Windows opens a link only if it says rightly what its target is.
    DIRECTORY(0x1),
    /// The link may be made without the privilege, if Developer Mode is on. Windows before 10 version 1703 does not know
    /// it (87).
    ALLOW_UNPRIVILEGED_CREATE(0x2);

    private final int value;

    SymbolicLinkFlag(int value) {
        this.value = value;
    }

    /// The bit, or 0 for [#FILE].
    public int value() {
        return value;
    }

    /// The flags with all these bits.
    public static int combine(SymbolicLinkFlag... flags) {
        int bits = 0;
        for (SymbolicLinkFlag flag : flags) {
            bits |= flag.value;
        }
        return bits;
    }

    /// Whether the bit is set; for [#FILE], whether [#DIRECTORY] is not.
    public boolean isIn(int flags) {
        return this == FILE ? !DIRECTORY.isIn(flags) : (flags & value) != 0;
    }

    /// Whether flags have no bit but these.
    static boolean areKnown(int flags) {
        return (flags & ~combine(values())) == 0;
    }
}
