package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.NotKept.Kind;
import org.jspecify.annotations.Nullable;

/// The owner and the times of a link, for another one that gets its place.
///
/// Whoever may write in the directory could put a hard link to somebody else's object where the new link is. So they
/// are set only on an object that is held, and that was seen to be the new link.
final class Inheritance {
    private static final String OPERATION = "keep the attributes of";

    private final Directory directory;
    private final LinkPath path;
    private final @Nullable Attributes old;
    private final @Nullable FailureDetails unknown;

    private Inheritance(Directory directory, LinkPath path, @Nullable Attributes old,
            @Nullable FailureDetails unknown) {
        this.directory = directory;
        this.path = path;
        this.old = old;
        this.unknown = unknown;
    }

    /// What the link at the name has to pass on.
    static Inheritance of(Directory directory, Name name) {
        LinkPath path = directory.path().resolve(name);
        try {
            return new Inheritance(directory, path, directory.contents().attributes(name), null);
        } catch (FileSystemException e) {
            return new Inheritance(directory, path, null, LinkFailure.detailsOf(e, OPERATION, path));
        }
    }

    /// Gives it to a link that was made a moment ago.
    ///
    /// @param stored the text of that link
    /// @return what it did not get
    /// @throws FileSystemException [Reason#CHANGED_BY_OTHERS] if something else stands there now, which is not touched
    List<NotKept> passTo(Name made, LinkTarget stored) throws FileSystemException {
        Attributes known = old;
        if (known == null) {
            return unknown == null ? List.of() : nothingKept(unknown);
        }
        if (!directory.capabilities().has(Capability.HELD_DIRECTORIES)) {
            return notHeld(known, made);
        }
        Attributes now;
        try (HeldObject link = directory.contents().hold(made)) {
            now = link.attributes();
            if (isLink(now.status(), made, stored)) {
                return pass(known, now, link);
            }
        } catch (FileSystemException e) {
            return nothingKept(LinkFailure.detailsOf(e, OPERATION, path));
        }
        throw FailureDetails.of(OPERATION, directory.path().resolve(made), Reason.CHANGED_BY_OTHERS)
                .withRemark("it is not the link that was made there").toException();
    }

    /// Times first: once the link belongs to somebody else, they may be out of reach.
    private List<NotKept> pass(Attributes known, Attributes now, HeldObject link) {
        List<NotKept> lost = new ArrayList<>(0);
        keep(Kind.TIMES, lost, () -> link.setTimes(known.accessed(), known.status().modified()));
        Status.Ownership owner = known.status().owner();
        if (owner != null && !isSame(owner, now.status().owner())) {
            keep(Kind.OWNER, lost, () -> link.setOwner(owner.user(), owner.group()));
        }
        return lost;
    }

    private void keep(Kind kind, List<NotKept> lost, Setting setting) {
        try {
            setting.set();
        } catch (FileSystemException e) {
            lost.add(NotKept.of(kind, path, LinkFailure.detailsOf(e, OPERATION, path)));
        }
    }

    /// One name, and the text. Some file systems tell another size than that of the text.
    private boolean isLink(Status status, Name made, LinkTarget stored) throws FileSystemException {
        return status.isSymbolicLink() && status.linkCount() <= 1
                && (status.size() == stored.length() || directory.readLink(made).equals(stored));
    }

    private List<NotKept> notHeld(Attributes known, Name made) {
        FailureDetails why = FailureDetails.of(OPERATION, path, Reason.CAPABILITY_MISSING)
                .withRemark("objects cannot be held here, and by its name another one could be met");
        try {
            Status.Ownership owner = known.status().owner();
            boolean keepsOwner = owner == null || isSame(owner, directory.stat(made).owner());
            return keepsOwner ? List.of(NotKept.of(Kind.TIMES, path, why)) : nothingKept(why);
        } catch (FileSystemException cannotTell) {
            return nothingKept(why);
        }
    }

    private List<NotKept> nothingKept(FailureDetails why) {
        return List.of(NotKept.of(Kind.OWNER, path, why), NotKept.of(Kind.TIMES, path, why));
    }

    private static boolean isSame(Status.Ownership owner, Status.@Nullable Ownership other) {
        return other != null && owner.user() == other.user() && owner.group() == other.group();
    }

    /// Gives the new link one attribute.
    @FunctionalInterface
    private interface Setting {
        void set() throws FileSystemException;
    }
}
