package dev.linkwright;

import java.nio.file.FileAlreadyExistsException;

/// The name is taken; what stands there was not touched.
public final class LinkExistsException extends FileAlreadyExistsException implements LinkFailure {
    private static final long serialVersionUID = 1L;

    private final transient FailureDetails details;

    /// An exception that carries these details.
    public LinkExistsException(FailureDetails details) {
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
