package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.function.UnaryOperator;

import dev.linkwright.Creation.Verification;
import dev.linkwright.path.PathRules;

/// Makes links, and believes only what can be believed.
final class LinkMaker {
    private final LinkSystem system;
    private final UnaryOperator<LinkPath> placing;

    LinkMaker(LinkSystem system, UnaryOperator<LinkPath> placing) {
        this.system = system;
        this.placing = placing;
    }

    Creation symbolicLink(LinkPath link, LinkTarget target, TargetKind wish) throws FileSystemException {
        FailureDetails failing = FailureDetails.of("create", link, Reason.INVALID_TARGET).withTarget(target);
        if (target.isEmpty()) {
            throw failing.withRemark("the text is empty").toException();
        }
        LinkPath place = placing.apply(link);
        Directory parent = system.at(place.parent());
        Name name = freeName(link, failing);
        try {
            boolean mayHaveKinds = system.rules() == PathRules.WINDOWS;
            TargetKind kind = mayHaveKinds && wish == TargetKind.UNSPECIFIED ? kindOf(target, place) : wish;
            parent.makeLink(name, target, kind);
            LinkCapabilities can = capabilitiesAfterSuccess(parent);
            Verification verification = can.has(Capability.BELIEVED_SUCCESS)
                    ? Verification.BELIEVED
                    : readBack(parent, name, target);
            return new Creation(link, target, can.has(Capability.TARGET_KIND) ? kind : TargetKind.UNSPECIFIED,
                    verification);
        } catch (FileSystemException e) {
            FailureDetails told = LinkFailure.detailsOf(e, "create", link).during("create", link).withTarget(target);
            throw explained(told, place, e);
        }
    }

    void hardLink(LinkPath link, LinkPath existing) throws FileSystemException {
        LinkTarget other = LinkTarget.ofBytes(existing.raw());
        FailureDetails failing = FailureDetails.of("make hard link", link, Reason.INVALID_NAME).withTarget(other);
        LinkPath place = placing.apply(link);
        LinkPath source = placing.apply(existing);
        Name name = freeName(link, failing);
        Name sourceName = existing.name().orElseThrow(() -> failing.withReason(
                existing.isEmpty() ? Reason.INVALID_TARGET : Reason.IS_A_DIRECTORY).toException());
        try {
            system.at(place.parent()).makeHardLink(name, system.at(source.parent()), sourceName);
        } catch (FileSystemException e) {
            FailureDetails told = LinkFailure.detailsOf(e, "make hard link", link)
                    .during("make hard link", link).withTarget(other);
            throw hardLinkExplained(told, place, source, sourceName, e);
        }
    }

    private Name freeName(LinkPath link, FailureDetails failing) throws FileSystemException {
        Links.requireNotEmpty(link, failing.operation());
        return link.name().orElseThrow(
                () -> failing.withReason(Reason.EXISTS).withRemark("it is a directory").toException());
    }

    /// What the target is now. A missing one is taken for a directory if the text says so by its last separator.
    private TargetKind kindOf(LinkTarget target, LinkPath link) {
        LinkPath text = LinkPath.ofBytes(system.rules(), target.raw());
        LinkPath end = link.parent().resolve(text);
        boolean saysDirectory = text.hasTrailingSeparator() || end.name().isEmpty();
        if (saysDirectory) {
            return TargetKind.DIRECTORY;
        }
        try {
            boolean directory = system.at(end.parent()).follow(end.name().orElseThrow()).isDirectory();
            return directory ? TargetKind.DIRECTORY : TargetKind.FILE;
        } catch (FileSystemException unknown) {
            return TargetKind.FILE;
        }
    }

    /// Asked only now: before, it would be one more call that can fail, and with a less telling answer.
    private static LinkCapabilities capabilitiesAfterSuccess(Directory parent) {
        try {
            return parent.capabilities();
        } catch (FileSystemException cannotTell) {
            return LinkCapabilities.none();
        }
    }

    private Verification readBack(Directory parent, Name name, LinkTarget target) throws FileSystemException {
        LinkTarget stored;
        try {
            stored = parent.readLink(name);
        } catch (FileSystemException e) {
            FailureDetails found = LinkFailure.detailsOf(e, "create", parent.path().resolve(name));
            return switch (found.reason()) {
                case NOT_FOUND -> throw found.withReason(Reason.SILENT_FAILURE)
                        .withAdvice("The system, or a program that plays it, does not make links here.").toException();
                case NOT_A_LINK -> throw found.withReason(Reason.CHANGED_BY_OTHERS)
                        .withRemark("something else stands there now").toException();
                default -> Verification.UNVERIFIED;
            };
        }
        if (stored.equals(target)) {
            return Verification.READ_BACK;
        }
        if (isSameBySpelling(stored, target)) {
            return Verification.STORED_OTHERWISE;
        }
        throw FailureDetails.of("create", parent.path().resolve(name), Reason.CHANGED_BY_OTHERS)
                .withRemark("a link to '" + stored + "' stands there now").toException();
    }

    /// Windows and file servers store separators and folded dots in their own spelling.
    private boolean isSameBySpelling(LinkTarget stored, LinkTarget asked) {
        String theirs = stored.units().replace('\\', '/');
        String ours = asked.units().replace('\\', '/');
        boolean windows = system.rules() == PathRules.WINDOWS;
        return windows && theirs.equals(ours);
    }

    /// A missing parent and a missing object have one code on POSIX; here it can only be the parent.
    private FileSystemException explained(FailureDetails details, LinkPath place, FileSystemException cause) {
        FailureDetails told = details;
        if (details.reason() == Reason.NOT_FOUND) {
            told = details.withReason(Reason.PARENT_NOT_FOUND);
        }
        FileSystemException exception = new ParentDiagnosis(system).complete(told, place.parent()).toException();
        exception.initCause(cause);
        return exception;
    }

    private FileSystemException hardLinkExplained(FailureDetails details, LinkPath place, LinkPath source,
            Name sourceName, FileSystemException cause) {
        FailureDetails told = details;
        try {
            Status status = system.at(source.parent()).stat(sourceName);
            if (status.isDirectory()) {
                told = details.withReason(Reason.IS_A_DIRECTORY).withAdvice("Directories cannot have hard links.");
            } else if (details.reason() == Reason.NOT_FOUND) {
                return explained(details, place, cause);
            }
        } catch (FileSystemException sourceMissing) {
            told = details.withRemark("'" + source + "' cannot be looked at");
        }
        FileSystemException exception = told.toException();
        exception.initCause(cause);
        return exception;
    }
}
