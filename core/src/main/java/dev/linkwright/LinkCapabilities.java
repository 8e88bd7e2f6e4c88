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
    private static final LinkCapabilities NONE = new LinkCapabilities(EnumSet.noneOf(Capability.class), Map.of(), "",
            Set.of());

    private final EnumSet<Capability> present;
    private final Map<Capability, String> absences;
    private final String fileSystem;
    private final Set<String> mountOptions;

    private LinkCapabilities(EnumSet<Capability> present, Map<Capability, String> absences, String fileSystem,
            Set<String> mountOptions) {
        this.present = present;
        this.absences = absences;
        this.fileSystem = fileSystem;
        this.mountOptions = mountOptions;
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
        return new LinkCapabilities(all, reasons, fileSystem, mountOptions);
    }

    /// The same without one, and why, as a clause.
    public LinkCapabilities without(Capability removed, String why) {
        EnumSet<Capability> rest = EnumSet.copyOf(present);
        rest.remove(removed);
        Map<Capability, String> reasons = copyOfAbsences();
        reasons.put(removed, why);
        return new LinkCapabilities(rest, reasons, fileSystem, mountOptions);
    }

    /// The same for a file system of this type, mounted with these options, as far as they matter to links.
    public LinkCapabilities on(String type, Set<String> options) {
        return new LinkCapabilities(present, absences, type, Set.copyOf(options));
    }

    /// The type of the file system, as the system calls it (`ext4`, `tmpfs`, `NTFS`); empty if it does not tell.
    public String fileSystem() {
        return fileSystem;
    }

    /// The mount options that matter to links, such as `ro` and `nosymfollow`.
    public Set<String> mountOptions() {
        return mountOptions;
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
        return fileSystem + " " + mountOptions + ", present: " + present + ", absent: " + absences;
    }

    private Map<Capability, String> copyOfAbsences() {
        Map<Capability, String> reasons = new EnumMap<>(Capability.class);
        reasons.putAll(absences);
        return reasons;
    }
}
