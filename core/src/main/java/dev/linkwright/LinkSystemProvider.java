package dev.linkwright;

import java.nio.file.FileSystem;
import java.util.Optional;

/// Offers link systems, as a service (`provides`, or `META-INF/services` on the class path).
///
/// [Links#system] asks all providers for the default file system and takes the offer of the highest [#priority].
///
/// A program on the class path whose runs are short can name the classes of its providers instead, separated by commas, by the
/// system property `linkwright.providers`: to look for services the JVM opens every jar, which takes it 10 ms.
public interface LinkSystemProvider {
    /// The name by which `-Dlinkwright.system` selects it: `native` or `nio`.
    String name();

    /// The larger wins.
    int priority();

    /// A link system for that file system; empty if this provider has none for it.
    ///
    /// @param whyNoBetter why providers of higher priority could not offer one, as a clause that the capabilities
    ///     of the link system repeat; empty if none has tried
    /// @throws UnavailableException if it would have one, but not in this JVM
    Optional<LinkSystem> systemFor(FileSystem fileSystem, String whyNoBetter) throws UnavailableException;

    /// A provider's word that it cannot work in this JVM, and why: another provider is used, and capabilities say so.
    final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        /// Unavailable for this reason, a clause for people.
        public UnavailableException(String why) {
            super(why, null, false, false);
        }
    }
}
