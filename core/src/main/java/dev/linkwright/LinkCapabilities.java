package dev.linkwright;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What can be done in one directory, and why the rest cannot. Immutable.
///
/// These are claims of the link system about the file system; only trying proves them.
///
/// Kept in hashed sets and maps, because every creation of a link asks here: the first set of enum constants of a process
/// makes the JVM set up reflection, which takes longer than making the link.
public final class LinkCapabilities {
    private static final LinkCapabilities NONE = new LinkCapabilities(Set.of(), Map.of(), "",
            Set.of());

    private final Set<Capability> present;
    private final Map<Capability, String> absences;
    private final String fileSystem;
    private final Set<String> mountOptions;

    private LinkCapabilities(Set<Capability> present, Map<Capability, String> absences, String fileSystem,
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
        Set<Capability> all = new HashSet<>(present);
        Map<Capability, String> reasons = new HashMap<>(absences);
        for (Capability capability : added) {
            all.add(capability);
            reasons.remove(capability);
        }
        return new LinkCapabilities(all, reasons, fileSystem, mountOptions);
    }

    /// The same without one, and why, as a clause.
    public LinkCapabilities without(Capability removed, String why) {
        Set<Capability> rest = new HashSet<>(present);
        rest.remove(removed);
        Map<Capability, String> reasons = new HashMap<>(absences);
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

    /// All that are there, in the order of the enum; a set of the caller's own.
    public Set<Capability> present() {
        Set<Capability> inOrder = EnumSet.noneOf(Capability.class);
        inOrder.addAll(present);
        return inOrder;
    }

    /// Why one is not there, if that is known.
    public Optional<String> whyNot(Capability capability) {
        return Optional.ofNullable(absences.get(capability));
    }

    @Override
    public String toString() {
        return fileSystem + " " + mountOptions + ", present: " + present() + ", absent: " + new TreeMap<>(absences);
    }
}
