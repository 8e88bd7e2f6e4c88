package dev.linkwright;

import java.nio.file.NoSuchFileException;

/// A link, or the directory that it would be in, does not exist.
public final class LinkNotFoundException extends NoSuchFileException implements LinkFailure {
    private static final long serialVersionUID = 1L;

    private final transient FailureDetails details;

    /// An exception that carries these details.
    public LinkNotFoundException(FailureDetails details) {
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
