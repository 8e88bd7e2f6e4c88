package dev.linkwright;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be done in one directory, and why the rest cannot. Immutable.
///
/// These are claims of the link system about the file system; only trying proves them.
public final class LinkCapabilities {
    private static final LinkCapabilities NONE = new LinkCapabilities(EnumSet.noneOf(Capability.class), Map.of());

    private final EnumSet<Capability> present;
    private final Map<Capability, String> absences;

    private LinkCapabilities(EnumSet<Capability> present, Map<Capability, String> absences) {
        this.present = present;
        this.absences = absences;
    }

    /// No capability at all.
    public static LinkCapabilities none() {
        return NONE;
    }

    /// These capabilities besides the present ones.
    public LinkCapabilities with(Capability... added) {
        EnumSet<Capability> all = EnumSet.copyOf(present);
        Map<Capability, String> reasons = copyOfAbsences();
        for (Capability capability : added) {
            all.add(capability);
            reasons.remove(capability);
        }
        return new LinkCapabilities(all, reasons);
    }

    /// The same without one, and why, as a clause.
    public LinkCapabilities without(Capability removed, String why) {
        EnumSet<Capability> rest = EnumSet.copyOf(present);
        rest.remove(removed);
        Map<Capability, String> reasons = copyOfAbsences();
        reasons.put(removed, why);
        return new LinkCapabilities(rest, reasons);
    }

    /// Whether it is there.
    public boolean has(Capability capability) {
        return present.contains(capability);
    }

    /// All that are there.
    public Set<Capability> present() {
        return EnumSet.copyOf(present);
    }

    /// Why one is not there, if that is known.
    public Optional<String> whyNot(Capability capability) {
        return Optional.ofNullable(absences.get(capability));
    }

    @Override
    public String toString() {
        return "present: " + present + ", absent: " + absences;
    }

    private Map<Capability, String> copyOfAbsences() {
        Map<Capability, String> reasons = new EnumMap<>(Capability.class);
        reasons.putAll(absences);
        return reasons;
    }
}
