package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.function.UnaryOperator;

/// Gives an object a second name, and says which of the two paths is to blame when that fails.
final class HardLinkMaker {
    private static final String OPERATION = "make hard link";

    private final LinkSystem system;
    private final UnaryOperator<LinkPath> placing;

    HardLinkMaker(LinkSystem system, UnaryOperator<LinkPath> placing) {
        this.system = system;
        this.placing = placing;
    }

    void make(LinkPath link, LinkPath existing) throws FileSystemException {
        LinkTarget other = LinkTarget.ofBytes(existing.raw());
        FailureDetails failing = FailureDetails.of(OPERATION, link, Reason.EXISTS).withTarget(other);
        Links.requireNotEmpty(link, OPERATION);
        Name name = link.name().orElseThrow(() -> failing.withRemark("it is a directory").toException());
        Name source = existing.name().orElseThrow(() -> failing
                .withReason(existing.isEmpty() ? Reason.INVALID_TARGET : Reason.IS_A_DIRECTORY).toException());
        Directory from = system.at(placing.apply(existing).parent());
        LinkPath parent = placing.apply(link).parent();
        try {
            system.at(parent).makeHardLink(name, from, source);
        } catch (FileSystemException e) {
            FailureDetails told = LinkFailure.detailsOf(e, OPERATION, link).during(OPERATION, link).withTarget(other);
            FileSystemException exception = explained(told, parent, from, source).toException();
            exception.initCause(e);
            throw exception;
        }
    }

    private FailureDetails explained(FailureDetails details, LinkPath parent, Directory from, Name source) {
        try {
            if (from.stat(source).isDirectory()) {
                return details.withReason(Reason.IS_A_DIRECTORY).withAdvice("Directories cannot have hard links.");
            }
        } catch (FileSystemException e) {
            return details.withRemark("'" + from.path().resolve(source) + "' cannot be looked at");
        }
        boolean onlyParentLeft = details.reason() == Reason.NOT_FOUND;
        FailureDetails told = onlyParentLeft ? details.withReason(Reason.PARENT_NOT_FOUND) : details;
        return new ParentDiagnosis(system).complete(told, parent);
    }
}
