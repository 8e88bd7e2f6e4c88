package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

/// A link that is to be made: where, and with which text.
///
/// @param link the path as the caller gave it
/// @param place where that is
/// @param text the text as the caller gave it
record NewLink(LinkSystem system, LinkPath link, LinkPath place, LinkTarget text) {
    static final String OPERATION = "create";

    /// Its name; a link without a name or a text is refused.
    Name name() throws FileSystemException {
        if (text.isEmpty()) {
            throw failing(Reason.INVALID_TARGET).withRemark("the text is empty").toException();
        }
        Links.requireNotEmpty(link, OPERATION);
        Optional<Name> name = link.name();
        if (name.isEmpty()) {
            throw nameless();
        }
        return name.get();
    }

    private FileSystemException nameless() {
        try {
            return explained(Links.nameless(system, link, place, OPERATION, Reason.EXISTS));
        } catch (FileSystemException nothingThere) {
            return explained(nothingThere);
        }
    }

    /// A failure to make it, without a system call.
    FailureDetails failing(Reason reason) {
        return FailureDetails.of(OPERATION, link, reason).withTarget(text);
    }

    /// Any failure on the way, told as a failure to make this link. A missing parent and a missing object have one code on
    /// POSIX; when a link is made it can only be the parent.
    FileSystemException explained(FileSystemException cause) {
        FailureDetails told = LinkFailure.detailsOf(cause, OPERATION, link).during(OPERATION, link).withTarget(text);
        if (told.reason() == Reason.NOT_FOUND) {
            told = told.withReason(Reason.PARENT_NOT_FOUND);
        }
        FileSystemException exception = new ParentDiagnosis(system).complete(told, place.parent()).toException();
        exception.initCause(cause);
        return exception;
    }
}
