package dev.linkwright.cli.fronts;

import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Something that the system would not do.
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable SystemError error;
    private final Reason reason;
    private final String words;

    private Refused(@Nullable SystemError error, Reason reason, String words) {
        super(words, null, false, false);
        this.error = error;
        this.reason = reason;
        this.words = words;
    }

    static Refused with(SystemError error) {
        return new Refused(error, Reason.OTHER, error.text());
    }

    static Refused because(FileSystemException failure, LinkPath path) {
        FailureDetails details = LinkFailure.detailsOf(failure, "link", path);
        SystemError error = SystemError.of(details);
        if (error != null) {
            return new Refused(error, details.reason(), error.text());
        }
        StringBuilder words = new StringBuilder(details.reason().sentence());
        if (details.remark() != null) {
            words.append(" (").append(details.remark()).append(')');
        }
        if (details.advice() != null) {
            words.append(". ").append(details.advice());
        }
        return new Refused(null, details.reason(), words.toString());
    }

    /// The error; null if there are no words for it.
    @Nullable
    SystemError error() {
        return error;
    }

    boolean is(SystemError other) {
        return error == other;
    }

    /// Why, for programs; [Reason#OTHER] where the error says more.
    Reason reason() {
        return reason;
    }

    /// Whether the file system, or the way to it, cannot do this.
    boolean isImpossibleHere() {
        return error == SystemError.EOPNOTSUPP || error == SystemError.EINVAL || error == null;
    }

    /// Why, in words.
    String words() {
        return words;
    }
}
