package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.Creation.Verification;
import dev.linkwright.path.PathRules;

/// Makes one symbolic link as the options say.
final class LinkMaker {
    private static final String OPERATION = "create";

    private final LinkSystem system;
    private final LinkPath link;
    private final LinkPath place;
    private final LinkTarget given;
    private final CreateOptions options;

    /// A maker of `link`, the path as the caller gave it; `place` is where that is.
    LinkMaker(LinkSystem system, LinkPath link, LinkPath place, LinkTarget target, CreateOptions options) {
        this.system = system;
        this.link = link;
        this.place = place;
        this.given = target;
        this.options = options;
    }

    /// Makes it. A failure leaves what was there before, or its message says what is left.
    Creation make() throws FileSystemException {
        FailureDetails failing = FailureDetails.of(OPERATION, link, Reason.INVALID_TARGET).withTarget(given);
        if (given.isEmpty()) {
            throw failing.withRemark("the text is empty").toException();
        }
        Links.requireNotEmpty(link, OPERATION);
        Optional<Name> named = link.name();
        if (named.isEmpty()) {
            throw failing.withReason(Reason.EXISTS).withRemark("it is a directory").toException();
        }
        Name name = named.get();
        try {
            return options.parents() == Parents.MADE ? makeWithParents(name) : makeIn(system.at(place.parent()), name);
        } catch (FileSystemException e) {
            throw explained(LinkFailure.detailsOf(e, OPERATION, link), e);
        }
    }

    private Creation makeWithParents(Name name) throws FileSystemException {
        try (MadeDirectories parents = MadeDirectories.make(system, place.parent())) {
            try {
                return makeIn(parents.directory(), name);
            } catch (FileSystemException e) {
                parents.undo(e);
                throw e;
            }
        }
    }

    private Creation makeIn(Directory directory, Name name) throws FileSystemException {
        LinkTarget target = switch (options.textForm()) {
            case VERBATIM -> given;
            case RELATIVE -> new TargetText(system.rules()).relative(directory.physicalPath(), given);
            case ABSOLUTE -> new TargetText(system.rules()).absolute(directory.physicalPath(), given);
        };
        TargetKind kind = kindOf(target);
        try {
            directory.makeLink(name, target, kind);
            return verified(directory, name, target, kind);
        } catch (LinkExistsException taken) {
            return switch (options.ifExists()) {
                case FAIL -> throw taken;
                case KEEP -> kept(directory, name, target, taken);
                case REPLACE -> replaced(name, target);
                case BACKUP -> backedUp(name, target, kind);
            };
        }
    }

    private Creation kept(Directory directory, Name name, LinkTarget target, LinkExistsException taken)
            throws FileSystemException {
        Status status = directory.stat(name);
        boolean kindSuits = options.targetKind() == TargetKind.UNSPECIFIED
                || status.targetKind() == TargetKind.UNSPECIFIED || status.targetKind() == options.targetKind();
        if (status.isSymbolicLink() && kindSuits && directory.readLink(name).equals(target)) {
            return new Creation(link, target, status.targetKind(), false, Verification.READ_BACK, null, null, null);
        }
        throw taken;
    }

    private Creation replaced(Name name, LinkTarget target) throws FileSystemException {
        try (Directory held = system.open(place.parent())) {
            Retargeting done = new LinkReplacer(held, name, target, RetargetOptions.defaults()).replace();
            return new Creation(link, target, held.stat(name).targetKind(), done.changed(), Verification.READ_BACK,
                    done.previous(), done.guarantee(), null);
        }
    }

    private Creation backedUp(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        try (Directory held = system.open(place.parent())) {
            Name backup = new Backup(held, name).putAside(target, kind);
            Creation made = verified(held, name, target, kind);
            return new Creation(link, target, made.targetKind(), true, made.verification(), null, null,
                    link.withoutTrailingSeparators().parent().resolve(backup));
        }
    }

    private Creation verified(Directory directory, Name name, LinkTarget target, TargetKind kind)
            throws FileSystemException {
        LinkCapabilities can = capabilitiesAfterSuccess(directory);
        Verification verification = can.has(Capability.BELIEVED_SUCCESS)
                ? Verification.BELIEVED
                : new ReadBack(system.rules()).verify(directory, name, target);
        TargetKind stored = can.has(Capability.TARGET_KIND) ? kind : TargetKind.UNSPECIFIED;
        return new Creation(link, target, stored, true, verification, null, null, null);
    }

    /// Asked only now: before, it would be one more call that can fail, and with a less telling answer.
    private static LinkCapabilities capabilitiesAfterSuccess(Directory parent) {
        try {
            return parent.capabilities();
        } catch (FileSystemException cannotTell) {
            return LinkCapabilities.none();
        }
    }

    /// What the target is now. A missing one is taken for a directory if the text says so by its last separator.
    private TargetKind kindOf(LinkTarget target) {
        boolean mayHaveKinds = system.rules() == PathRules.WINDOWS;
        if (!mayHaveKinds || options.targetKind() != TargetKind.UNSPECIFIED) {
            return options.targetKind();
        }
        LinkPath text = LinkPath.ofBytes(system.rules(), target.raw());
        LinkPath end = place.parent().resolve(text);
        if (text.hasTrailingSeparator() || end.name().isEmpty()) {
            return TargetKind.DIRECTORY;
        }
        try {
            boolean directory = system.at(end.parent()).follow(end.name().orElseThrow()).isDirectory();
            return directory ? TargetKind.DIRECTORY : TargetKind.FILE;
        } catch (FileSystemException unknown) {
            return TargetKind.FILE;
        }
    }

    /// A missing parent and a missing object have one code on POSIX; when a link is made it can only be the parent.
    private FileSystemException explained(FailureDetails details, FileSystemException cause) {
        FailureDetails told = details.during(OPERATION, link).withTarget(given);
        if (details.reason() == Reason.NOT_FOUND) {
            told = told.withReason(Reason.PARENT_NOT_FOUND);
        }
        FileSystemException exception = new ParentDiagnosis(system).complete(told, place.parent()).toException();
        exception.initCause(cause);
        return exception;
    }
}
