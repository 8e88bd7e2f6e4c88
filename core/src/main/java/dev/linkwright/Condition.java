package dev.linkwright;

import java.util.Optional;

/// Something about a directory, its volume, the process or the machine on which it depends what links there can do. Told
/// by [Directory#conditions], shown by [Links#diagnose]; new kinds and states come in minor versions.
///
/// @param kind what it is about, for programs: `privilege`, `sync-root` and others
/// @param state how it is, for programs: `enabled`, `off` and others
/// @param hinders whether something is not possible because of it
/// @param reason how it is, as a clause for people
/// @param remedy what can be done about it, as sentences; there if it hinders
public record Condition(String kind, String state, boolean hinders, String reason, Optional<String> remedy) {
    /// A condition that keeps nobody from anything.
    public static Condition harmless(String kind, String state, String reason) {
        return new Condition(kind, state, false, reason, Optional.empty());
    }

    /// A condition because of which something is not possible.
    public static Condition hindering(String kind, String state, String reason, String remedy) {
        return new Condition(kind, state, true, reason, Optional.of(remedy));
    }
}
