package dev.linkwright.testing;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;

/// Takes capabilities away that the conditions of a volume leave no room for.
///
/// @param capabilities what is left
/// @param settings the conditions
/// @param volume of which volume
record FakeAbsences(LinkCapabilities capabilities, FakeSettings settings, FakeVolume volume) {
    /// Without these capabilities if the condition holds.
    FakeAbsences of(FakeCondition condition, String why, Capability... removed) {
        if (!settings.has(condition, volume)) {
            return this;
        }
        LinkCapabilities rest = capabilities;
        for (Capability capability : removed) {
            rest = rest.without(capability, why);
        }
        return new FakeAbsences(rest, settings, volume);
    }

    /// What the conditions of every system take away.
    FakeAbsences ofAnySystem() {
        return of(FakeCondition.NORMALISING, "the server keeps another spelling of a text", Capability.VERBATIM_TEXT,
                Capability.BELIEVED_SUCCESS)
                .of(FakeCondition.SILENT_CREATE, "the system reports success whatever happens",
                        Capability.BELIEVED_SUCCESS)
                .of(FakeCondition.NOT_HELD, "directories are found anew by their path each time",
                        Capability.HELD_DIRECTORIES);
    }
}
