package dev.linkwright;

import java.nio.file.AccessDeniedException;

/// Permission, or the privilege to make symbolic links, is missing.
public final class LinkAccessDeniedException extends AccessDeniedException implements LinkFailure {
    private static final long serialVersionUID = 1L;

    private final transient FailureDetails details;

    /// An exception that carries these details.
    public LinkAccessDeniedException(FailureDetails details) {
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
