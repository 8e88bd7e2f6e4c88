package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

/// Gives an object a second name, and says which of the two paths is to blame when that fails.
final class HardLinkMaker {
    private static final String OPERATION = "make hard link";

    private final LinkSystem system;
    private final LinkPath link;
    private final LinkPath existing;

    /// A maker of `link` for the object at `existing`, both as the caller gave them.
    HardLinkMaker(LinkSystem system, LinkPath link, LinkPath existing) {
        this.system = system;
        this.link = link;
        this.existing = existing;
    }

    /// @param place where the link is to be
    /// @param sourcePlace where the object is
    void make(LinkPath place, LinkPath sourcePlace) throws FileSystemException {
        LinkTarget other = LinkTarget.ofBytes(existing.raw());
        FailureDetails failing = FailureDetails.of(OPERATION, link, Reason.EXISTS).withTarget(other);
        Links.requireNotEmpty(link, OPERATION);
        Optional<Name> source = existing.name();
        if (source.isEmpty()) {
            throw failing.withReason(existing.isEmpty() ? Reason.INVALID_TARGET : Reason.IS_A_DIRECTORY).toException();
        }
        Directory from = system.at(sourcePlace.parent());
        LinkPath parent = place.parent();
        try {
            system.at(parent).makeHardLink(nameAt(place), from, source.get());
        } catch (FileSystemException e) {
            FailureDetails told = LinkFailure.detailsOf(e, OPERATION, link).during(OPERATION, link).withTarget(other);
            FileSystemException exception = explained(told, parent, from, source.get()).toException();
            exception.initCause(e);
            throw exception;
        }
    }

    private Name nameAt(LinkPath place) throws FileSystemException {
        Optional<Name> name = link.name();
        if (name.isEmpty()) {
            throw Links.nameless(system, link, place, OPERATION, Reason.EXISTS);
        }
        return name.get();
    }

    private FailureDetails explained(FailureDetails details, LinkPath parent, Directory from, Name source) {
        try {
            if (from.stat(source).isDirectory()) {
                return details.withReason(Reason.IS_A_DIRECTORY).withAdvice("Directories cannot have hard links.");
            }
        } catch (FileSystemException e) {
            boolean missing = LinkFailure.detailsOf(e, OPERATION, existing).reason() == Reason.NOT_FOUND;
            return details.withRemark("'" + existing + (missing ? "' does not exist" : "' cannot be looked at"));
        }
        boolean onlyParentLeft = details.reason() == Reason.NOT_FOUND;
        FailureDetails told = onlyParentLeft ? details.withReason(Reason.PARENT_NOT_FOUND) : details;
        return new ParentDiagnosis(system).complete(told, parent);
    }
}
