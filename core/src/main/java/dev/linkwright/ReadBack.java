package dev.linkwright;

import java.nio.file.FileSystemException;

import dev.linkwright.Creation.Verification;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathText;

/// Looks at a link that was just made, where the system's own report cannot be believed.
final class ReadBack {
    private final PathRules rules;

    ReadBack(PathRules rules) {
        this.rules = rules;
    }

    /// What is there: the link with its text, the same in another spelling, or something that cannot be looked at.
    ///
    /// @throws FileSystemException [Reason#SILENT_FAILURE] if nothing is there, [Reason#CHANGED_BY_OTHERS] if
    ///     something else is, which is not ours to remove
    Verification verify(Directory directory, Name name, LinkTarget asked) throws FileSystemException {
        LinkTarget stored;
        try {
            stored = directory.readLink(name);
        } catch (FileSystemException e) {
            FailureDetails found = LinkFailure.detailsOf(e, "create", directory.path().resolve(name));
            return switch (found.reason()) {
                case NOT_FOUND -> throw found.withReason(Reason.SILENT_FAILURE)
                        .withAdvice("The system, or a program that plays it, does not make links here.").toException();
                case NOT_A_LINK -> throw changed(directory, name, "something else stands there now");
                default -> Verification.UNVERIFIED;
            };
        }
        if (stored.equals(asked)) {
            return Verification.READ_BACK;
        }
        if (isSame(stored, asked) || normalised(stored).equals(normalised(asked))) {
            return Verification.STORED_OTHERWISE;
        }
        throw changed(directory, name, "a link to '" + stored + "' stands there now");
    }

    /// A text as servers and emulators of Windows spell it that have ideas of their own: without doubled separators, dots,
    /// and separators at the end.
    private String normalised(LinkTarget text) {
        String folded = rules.fold(rules.withNativeSeparators(text.units()));
        PathText parsed = rules.parse(folded);
        return parsed.trailingSeparator() ? folded.substring(0, folded.length() - 1) : folded;
    }

    /// Whether two texts are the same but for the separators, which Windows stores in its own spelling.
    boolean isSame(LinkTarget stored, LinkTarget asked) {
        return stored.equals(asked) || (rules == PathRules.WINDOWS
                && stored.units().replace('\\', '/').equals(asked.units().replace('\\', '/')));
    }

    private static FileSystemException changed(Directory directory, Name name, String remark) {
        return FailureDetails.of("create", directory.path().resolve(name), Reason.CHANGED_BY_OTHERS).withRemark(remark)
                .toException();
    }
}
