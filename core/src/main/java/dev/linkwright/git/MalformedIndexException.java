package dev.linkwright.git;

/// The bytes are no index, or one of a form that is not read here: the message says what is wrong, as a clause.
public final class MalformedIndexException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedIndexException(String message) {
        super(message);
    }
}
