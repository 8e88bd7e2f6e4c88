package dev.linkwright;

import java.nio.file.FileSystemException;

/// A failure for which `java.nio.file` has no class of its own.
public final class LinkException extends FileSystemException implements LinkFailure {
    private static final long serialVersionUID = 1L;

    private final transient FailureDetails details;

    /// An exception that carries these details.
    public LinkException(FailureDetails details) {
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
