package dev.linkwright;

/// What making a link came to.
///
/// @param link where it is, as given
/// @param target the text that was asked for
/// @param targetKind the kind with which it was made; [TargetKind#UNSPECIFIED] where links have none
/// @param verification how it is known that it is there
public record Creation(LinkPath link, LinkTarget target, TargetKind targetKind, Verification verification) {
    /// How it is known that the link is there.
    public enum Verification {
        /// The system is one whose report can be believed (a local POSIX file system).
        BELIEVED,
        /// It was read back and compared.
        READ_BACK,
        /// The system stored another text that it takes for the same (separators, a server's spelling).
        STORED_OTHERWISE,
        /// The system reported success and the link could not be looked at: taken for success, with a warning.
        UNVERIFIED
    }
}
