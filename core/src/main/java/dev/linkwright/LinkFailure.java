package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.OptionalInt;

/// What every exception of Linkwright tells beyond its message.
///
/// Exceptions are subclasses of those of `java.nio.file` where that has one, so existing `catch` blocks keep working:
///
/// ```java
/// try {
///     links.create(link, target);
/// } catch (FileAlreadyExistsException e) {      // a LinkExistsException
///     ...
/// } catch (FileSystemException e) {             // any other
///     if (e instanceof LinkFailure failure && failure.reason() == Reason.PRIVILEGE_NOT_HELD) { ... }
/// }
/// ```
public sealed interface LinkFailure permits LinkException, LinkNotFoundException, LinkExistsException,
        NotALinkException, LinkAccessDeniedException {
    /// Everything at once.
    FailureDetails details();

    /// What was tried, as a verb phrase.
    default String operation() {
        return details().operation();
    }

    /// The object of the operation.
    default LinkPath link() {
        return details().link();
    }

    /// The text or second path of the operation.
    default Optional<LinkTarget> target() {
        return Optional.ofNullable(details().target());
    }

    /// Why it failed.
    default Reason reason() {
        return details().reason();
    }

    /// The native function that refused.
    default Optional<String> function() {
        return Optional.ofNullable(details().function());
    }

    /// The native error code; empty if none is known.
    default OptionalInt code() {
        return details().code() == 0 ? OptionalInt.empty() : OptionalInt.of(details().code());
    }

    /// The symbolic name of the code.
    default Optional<String> codeName() {
        return Optional.ofNullable(details().codeName());
    }

    /// What can be done about it, as a sentence.
    default Optional<String> advice() {
        return Optional.ofNullable(details().advice());
    }

    /// The details of an exception, whether it is one of Linkwright or one of a file system provider that was not
    /// translated.
    static FailureDetails detailsOf(FileSystemException failure, String operation, LinkPath link) {
        if (failure instanceof LinkFailure known) {
            return known.details();
        }
        FailureDetails unknown = FailureDetails.of(operation, link, Reason.OTHER);
        String reason = failure.getReason();
        return unknown.withRemark(reason == null ? failure.getClass().getSimpleName() : reason);
    }
}
