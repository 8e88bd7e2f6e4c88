package dev.linkwright.system;

import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;

/// Is told of every primitive before it runs, and can keep it from running: the one mechanism behind reading only,
/// recording, and injecting faults or attacks.
///
/// ```java
/// LinkSystem readOnly = InterceptingLinkSystem.of(system, Interceptor.readOnly());
/// ```
@FunctionalInterface
public interface Interceptor {
    /// Lets the primitive run by returning. May do anything before, for example swap a directory for a link, as an
    /// attacker would.
    ///
    /// @throws FileSystemException to be thrown by the primitive instead of running
    void before(Call call) throws FileSystemException;

    /// What a directory is to say that it can do: fewer capabilities than it has play a poorer file system, by whose
    /// rules the code above the seam then works.
    default LinkCapabilities capabilities(LinkCapabilities found) {
        return found;
    }

    /// Refuses everything that changes the file system, with [Reason#READ_ONLY_FILE_SYSTEM].
    static Interceptor readOnly() {
        return call -> {
            if (call.primitive().isMutating()) {
                throw FailureDetails.of(call.words(), call.path(), Reason.READ_ONLY_FILE_SYSTEM)
                        .withRemark("only reading is allowed").toException();
            }
        };
    }

    /// A primitive that is about to run.
    ///
    /// @param primitive which
    /// @param path what it works on: the directory, or the name in it
    record Call(Primitive primitive, LinkPath path) {
        /// The primitive in words: `make link`.
        public String words() {
            return primitive.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
