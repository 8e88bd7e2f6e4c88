package dev.linkwright;

import org.jspecify.annotations.Nullable;

/// Everything that is known about a failure.
///
/// @param operation what was tried, as a verb phrase: `create`, `read`, `make hard link`
/// @param link the object of the operation
/// @param target the text or second path of the operation, if it has one
/// @param reason the reason, for programs
/// @param function the native function or method that refused, if one was called
/// @param code its error code (errno, or the Windows last error); 0 if none is known
/// @param codeName the symbolic name of the code, such as `EEXIST` or `ERROR_PRIVILEGE_NOT_HELD`
/// @param remark what else there is to say about this one failure, as a clause
/// @param advice what can be done, as a sentence
public record FailureDetails(String operation, LinkPath link, @Nullable LinkTarget target, Reason reason,
        @Nullable String function, int code, @Nullable String codeName, @Nullable String remark,
        @Nullable String advice) {
    /// A failure that no native call reported.
    public static FailureDetails of(String operation, LinkPath link, Reason reason) {
        return new FailureDetails(operation, link, null, reason, null, 0, null, null, null);
    }

    /// The same failure as part of another operation on an object that has been named otherwise.
    public FailureDetails during(String newOperation, LinkPath newLink) {
        return new FailureDetails(newOperation, newLink, target, reason, function, code, codeName, remark, advice);
    }

    /// The same failure with the text or second path of the operation.
    public FailureDetails withTarget(LinkTarget newTarget) {
        return new FailureDetails(operation, link, newTarget, reason, function, code, codeName, remark, advice);
    }

    /// The same failure for another reason: the caller knows more than the code said.
    public FailureDetails withReason(Reason newReason) {
        return new FailureDetails(operation, link, target, newReason, function, code, codeName, remark, advice);
    }

    /// The same failure with the native function, its code and the code's name.
    public FailureDetails withCode(String newFunction, int newCode, @Nullable String newCodeName) {
        return new FailureDetails(operation, link, target, reason, newFunction, newCode, newCodeName, remark, advice);
    }

    /// The same failure with something else to say about it.
    public FailureDetails withRemark(String newRemark) {
        return new FailureDetails(operation, link, target, reason, function, code, codeName, newRemark, advice);
    }

    /// The same failure with something to say besides its remark.
    FailureDetails alsoSaying(String more) {
        return withRemark(remark == null ? more : remark + "; " + more);
    }

    /// The same failure with what can be done about it.
    public FailureDetails withAdvice(String newAdvice) {
        return new FailureDetails(operation, link, target, reason, function, code, codeName, remark, newAdvice);
    }

    /// The failure as one or two sentences: what was tried, on which paths, why not, the native code, what to do.
    public String describe() {
        StringBuilder text = new StringBuilder("cannot ").append(operation).append(" '").append(link).append('\'');
        if (target != null) {
            text.append(" -> '").append(target).append('\'');
        }
        text.append(": ").append(reason.sentence());
        if (remark != null) {
            text.append(" (").append(remark).append(')');
        }
        if (function != null) {
            text.append(" [").append(function).append(": ").append(codeName == null ? "error" : codeName);
            text.append(" (").append(code).append(")]");
        }
        if (advice != null) {
            text.append(". ").append(advice);
        }
        return text.toString();
    }

    /// The exception for this reason: a subclass of the JDK's own where that has one.
    public java.nio.file.FileSystemException toException() {
        return switch (reason) {
            case NOT_FOUND, PARENT_NOT_FOUND -> new LinkNotFoundException(this);
            case EXISTS -> new LinkExistsException(this);
            case NOT_A_LINK -> new NotALinkException(this);
            case ACCESS_DENIED, PRIVILEGE_NOT_HELD -> new LinkAccessDeniedException(this);
            default -> new LinkException(this);
        };
    }

    @Nullable
    String targetText() {
        return target == null ? null : target.toString();
    }
}
