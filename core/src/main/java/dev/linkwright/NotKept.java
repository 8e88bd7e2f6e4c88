package dev.linkwright;

import java.util.Locale;

/// Something that the old link had and the new one, which has its place, lacks.
///
/// @param kind what
/// @param failure why it could not be kept
public record NotKept(Kind kind, FailureDetails failure) {
    static NotKept of(Kind kind, LinkPath link, FailureDetails why) {
        return new NotKept(kind, why.during("keep the " + kind.words() + " of", link));
    }

    NotKept of(LinkPath link) {
        return of(kind, link, failure);
    }

    /// What can be lost. New kinds come in minor versions.
    public enum Kind {
        /// Owner or group.
        OWNER,
        /// The times of the last access and of the last change.
        TIMES;

        /// For people.
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
