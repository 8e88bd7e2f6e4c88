package dev.linkwright;

import java.nio.file.NotLinkException;

/// A link is meant and something else stands there; it was not touched.
public final class NotALinkException extends NotLinkException implements LinkFailure {
    private static final long serialVersionUID = 1L;

    private final transient FailureDetails details;

    /// An exception that carries these details.
    public NotALinkException(FailureDetails details) {
        super(details.link().toString(), details.targetText(), details.reason().sentence());
        this.details = details;
    }

    @Override
    public FailureDetails details() {
        return details;
    }

    /// [FailureDetails#describe].
    @Override
    public String getMessage() {
        return details.describe();
    }
}
