package dev.linkwright.reparse;

/// Why FSCTL_SET_REPARSE_POINT does not take a buffer, in the order in which the reasons are looked for. New values may
/// come in minor versions.
///
/// Only the bytes are judged. What depends on the object (a directory that is not empty, another tag, a missing
/// privilege) is for the system to say.
///
/// Source: MS-FSA 2.1.5.10.37 and the validator that it leaves out; `docs/windows-links.md`, "What may be written".
public enum WriteRefusal {
    /// Shorter than a header, longer than 16,384 bytes, or not as long as its header says.
    SIZE(4392),

    /// A tag that is not Microsoft's, in a buffer without a GUID.
    GUID_MISSING(4392),

    /// A tag that is not Microsoft's, with a GUID of zeros.
    GUID_NULL(4392),

    /// A symbolic link or a mount point in a buffer with a GUID.
    GUID_UNEXPECTED(4392),

    /// Tag 0 or 1, or a tag with one of the bits 16 to 27. (Likely: MS-FSCC has 4392 for the tags 0 and 1.)
    TAG_RESERVED(4393),

    /// A mount point in another layout than substitute name, U+0000, print name, U+0000.
    MOUNT_POINT_LAYOUT(4392),

    /// A symbolic link whose fixed fields are cut off, whose offsets or lengths are odd, or whose names reach out of the
    /// data.
    SYMLINK_LAYOUT(4392),

    /// A symbolic link without a substitute name.
    SUBSTITUTE_NAME_EMPTY(4392),

    /// A symbolic link without a print name. (Likely: only a re-implementation of the validator says so. Readers cope
    /// with it; it is never written here.)
    PRINT_NAME_EMPTY(4392);

    private final int error;

    WriteRefusal(int error) {
        this.error = error;
    }

    /// The Win32 error that Windows answers: 4392 ERROR_INVALID_REPARSE_DATA or 4393 ERROR_REPARSE_TAG_INVALID.
    public int error() {
        return error;
    }
}
