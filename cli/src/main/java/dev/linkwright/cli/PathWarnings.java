package dev.linkwright.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathWarning;

/// Why Windows cannot follow a link, as the command line spells it: once for programs, once for people.
final class PathWarnings {
    private PathWarnings() {}

    /// The values of the JSON field `warnings`, in one order.
    static List<String> json(Collection<PathWarning> warnings) {
        return warnings.stream().sorted().map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    }

    /// A line on stderr for each.
    static void note(LinkPath link, Collection<PathWarning> warnings, Work work) {
        for (PathWarning warning : warnings.stream().sorted().toList()) {
            work.diagnostics().note("warning: on Windows " + Quoting.inMessage(link.bytes()) + " will not lead there: "
                    + words(warning));
        }
    }

    /// The warning as a clause.
    static String words(PathWarning warning) {
        return switch (warning) {
            case EMPTY -> "the text is empty";
            case NUL_CHARACTER -> "there is a zero character in the text";
            case SLASH -> "there is a / in the text, and only \\ separates";
            case FORM_CONTRADICTS_FLAG -> "the form of the text contradicts its being relative or absolute";
            case DRIVE_RELATIVE -> "the text depends on the current directory of a drive";
            case DOT_COMPONENT -> "there is . or .. in an absolute text";
            case EMPTY_COMPONENT -> "two separators stand side by side";
            case TRAILING_SEPARATOR -> "a link for a file cannot end in a separator";
            case INVALID_CHARACTER -> "a name has one of < > \" | ? * or a control character";
            case STREAM -> "what stands behind a colon is a stream of a file";
            case DEVICE_NAME -> "a name is that of a device";
            case TRAILING_DOT_OR_BLANK -> "a name ends in a dot or a blank, which Windows programs drop";
            case NAME_TOO_LONG -> "a name is longer than 255 units";
            case TOO_LONG -> "the text is longer than Windows can store";
        };
    }
}
