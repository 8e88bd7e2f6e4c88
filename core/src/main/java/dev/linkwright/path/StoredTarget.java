package dev.linkwright.path;

import java.util.Objects;

/// What a symbolic link holds after it was made with a text: the outcome of [PathRules#stored].
///
/// On Windows these are the two names and the flag of the reparse data. On POSIX both names are the text itself.
///
/// @param substituteName what is followed: an NT path such as `\??\C:\x`, or a relative text
/// @param printName a label for people, which nobody follows
/// @param relative whether the substitute name starts at the directory of the link, or, if it is rooted, at the root
///        of its volume (on POSIX: whether the text does not start with `/`)
public record StoredTarget(String substituteName, String printName, boolean relative) {
    /// @throws NullPointerException if a name is null
    public StoredTarget {
        Objects.requireNonNull(substituteName, "substituteName");
        Objects.requireNonNull(printName, "printName");
    }
}
