package dev.linkwright.system;

import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.linkwright.Directory;
import dev.linkwright.Hold;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Status;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Reads what is there and changes nothing: each change is checked for the refusals that can be foreseen (the name is
/// taken, its directory is missing, a kind of object that the primitive refuses), remembered, and from then on read
/// as if it had been made. So what is tried after it meets what it would meet.
///
/// Not foreseen: missing permissions, lack of room, and what the system alone knows. Two further limits: a listing
/// shows what is really there, and a link that is really there does not lead to objects that are only planned.
///
/// Thread-safe, as far as the system below is.
public final class DryRunLinkSystem implements LinkSystem {
    private final LinkSystem real;
    private final Map<Place, Planned> plan = new ConcurrentHashMap<>();
    /// How much is planned to be in each directory.
    private final Map<Object, Integer> presentIn = new ConcurrentHashMap<>();

    /// A dry run over `real`, which is only read.
    public DryRunLinkSystem(LinkSystem real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name() + " (dry run)";
    }

    @Override
    public PathRules rules() {
        return real.rules();
    }

    @Override
    public Directory at(LinkPath directory) {
        return directoryAt(directory);
    }

    DryRunDirectory directoryAt(LinkPath directory) {
        return new DryRunDirectory(this, real.at(directory));
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        return open(directory, Hold.SHARED);
    }

    @Override
    public Directory open(LinkPath directory, Hold hold) throws FileSystemException {
        try {
            return new DryRunDirectory(this, real.open(directory, hold));
        } catch (FileSystemException e) {
            DryRunDirectory planned = directoryAt(directory);
            if (planned.itself().isPlanned()) {
                return planned;
            }
            throw e;
        }
    }

    @Override
    public Set<LinkPath> mountPlaces() {
        return real.mountPlaces();
    }

    @Override
    public boolean isRemoteDrive(char letter) {
        return real.isRemoteDrive(letter);
    }

    @Override
    public Optional<String> substitutedDrive(char letter) {
        return real.substitutedDrive(letter);
    }

    @Override
    public LinkPath pathOf(Path path) {
        return real.pathOf(path);
    }

    @Nullable
    Planned planned(Place place) {
        return plan.get(place);
    }

    void plan(Place place, Planned planned) {
        Planned before = plan.put(place, planned);
        int more = (planned instanceof Present ? 1 : 0) - (before instanceof Present ? 1 : 0);
        if (more != 0) {
            presentIn.merge(place.directory(), more, Integer::sum);
        }
    }

    /// Whether anything is planned in a directory.
    boolean plansIn(Object directory) {
        return presentIn.getOrDefault(directory, 0) > 0;
    }

    /// A name in a directory. The directory is known by its identity, by its path where the system tells no identity,
    /// or by its own place if it is itself only planned.
    record Place(Object directory, Name name) {
        /// By hand, as that of `Identity`.
        @Override
        public int hashCode() {
            return 31 * directory.hashCode() + name.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && directory.equals(that.directory) && name.equals(that.name);
        }
    }

    /// What is planned for a place.
    sealed interface Planned permits Present, Absent {}

    /// Something will stand there.
    record Present(Status status, @Nullable LinkTarget text, @Nullable ByteBuffer reparseData) implements Planned {}

    /// Nothing will stand there any more.
    record Absent() implements Planned {}
}
