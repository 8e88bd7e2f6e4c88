package dev.linkwright;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What making a link came to.
///
/// @param link where it is, as given
/// @param target the text that it has
/// @param targetKind the kind with which it was made; [TargetKind#UNSPECIFIED] where links have none
/// @param created whether a link was made: false if the very same one was there already
/// @param verification how it is known that it is there
/// @param previous the text of the link that it replaced, if it did
/// @param guarantee what can be promised of the replacement of what had the name, if it was replaced or backed up
/// @param backup where the object that had the name is now, if it was given another name
/// @param notKept what the link that it replaced had and it lacks: owner and times are kept where that is possible
public record Creation(LinkPath link, LinkTarget target, TargetKind targetKind, boolean created,
        Verification verification, @Nullable LinkTarget previous, @Nullable Guarantee guarantee,
        @Nullable LinkPath backup, List<NotKept> notKept) {
    /// A result with its own copy of the list.
    public Creation {
        notKept = List.copyOf(notKept);
    }

    /// A link that replaced nothing.
    Creation(LinkPath link, LinkTarget target, TargetKind targetKind, boolean created, Verification verification) {
        this(link, target, targetKind, created, verification, null, null, null, List.of());
    }

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
