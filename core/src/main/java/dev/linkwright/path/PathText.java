package dev.linkwright.path;

import java.util.List;

/// A text taken apart by [PathRules#parse]: root, names, trailing separator. Immutable; equal by rules and text.
public final class PathText {
    private final PathRules rules;
    private final String text;
    private final PathForm form;
    private final int rootLength;
    private final List<String> names;
    private final boolean trailingSeparator;

    PathText(PathRules rules, String text, PathForm form, int rootLength, List<String> names,
            boolean trailingSeparator) {
        this.rules = rules;
        this.text = text;
        this.form = form;
        this.rootLength = rootLength;
        this.names = names;
        this.trailingSeparator = trailingSeparator;
    }

    /// The text as it was given.
    public String text() {
        return text;
    }

    /// The form of the text.
    public PathForm form() {
        return form;
    }

    /// What stands before the first name, as it was given, separators included: `C:\`, `C:`, `\\server\share\`,
    /// `\\?\C:\`, `/`; empty for a text without a root.
    public String root() {
        return text.substring(0, rootLength);
    }

    /// The names after the root in order, `.` and `..` among them, without the empty ones between doubled separators.
    /// Unmodifiable.
    public List<String> names() {
        return names;
    }

    /// Whether a separator follows the last name. False for a root alone, whose separators belong to it.
    public boolean trailingSeparator() {
        return trailingSeparator;
    }

    /// Whether the text is a root and nothing else: `/`, `C:\`, `\\server\share`, `\\?\Volume{GUID}\`.
    public boolean isRoot() {
        return rootLength > 0 && names.isEmpty() && form != PathForm.DRIVE_RELATIVE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathText that && rules == that.rules && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The text as it was given.
    @Override
    public String toString() {
        return text;
    }
}
