package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.linkwright.CreateOptions.IfExists;
import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.Creation.Verification;
import dev.linkwright.path.PathRules;

/// Makes one symbolic link as the options say.
final class LinkMaker {
    private final NewLink what;
    private final LinkSystem system;
    private final CreateOptions options;

    LinkMaker(NewLink what, CreateOptions options) {
        this.what = what;
        this.system = what.system();
        this.options = options;
    }

    /// Makes it. A failure leaves what was there before, or its message says what is left.
    Creation make() throws FileSystemException {
        Name name = what.name();
        try {
            return options.parents() == Parents.MADE
                    ? makeWithParents(name)
                    : makeIn(system.at(what.place().parent()), name);
        } catch (FileSystemException e) {
            throw what.explained(e);
        }
    }

    private Creation makeWithParents(Name name) throws FileSystemException {
        try (MadeDirectories parents = MadeDirectories.make(system, what.place().parent())) {
            try {
                return makeIn(parents.directory(), name);
            } catch (FileSystemException e) {
                throw parents.undone(e);
            }
        }
    }

    private Creation makeIn(Directory directory, Name name) throws FileSystemException {
        LinkTarget target = new TargetText(system.rules()).stored(system, inItsForm(directory));
        TargetKind kind = kindOf(target);
        try {
            directory.makeLink(name, target, kind);
            return verified(directory, name, target, kind);
        } catch (LinkExistsException taken) {
            if (options.ifExists() == IfExists.FAIL) {
                throw taken;
            }
            return instead(directory, name, target, kind, taken);
        }
    }

    private LinkTarget inItsForm(Directory directory) throws FileSystemException {
        if (options.textForm() == CreateOptions.TextForm.VERBATIM) {
            return what.text();
        }
        TargetText text = new TargetText(system.rules());
        Optional<LinkTarget> formed = options.textForm() == CreateOptions.TextForm.RELATIVE
                ? text.relative(directory.physicalPath(), what.text())
                : text.absolute(directory.physicalPath(), what.text());
        return formed.orElseThrow(() -> what.failing(Reason.INVALID_TARGET)
                .withRemark("it has no " + options.textForm().name().toLowerCase(Locale.ROOT) + " form here")
                .toException());
    }

    /// The name is taken: what the options say is done then.
    private Creation instead(Directory directory, Name name, LinkTarget target, TargetKind kind,
            LinkExistsException taken) throws FileSystemException {
        try {
            Status standing = directory.stat(name);
            return switch (options.ifExists()) {
                case FAIL -> throw taken;
                case KEEP -> kept(directory, name, target, standing);
                case REPLACE -> replaced(name, target, standing);
                case BACKUP -> backedUp(name, target, kind);
            };
        } catch (LinkNotFoundException gone) {
            FailureDetails details = gone.details();
            throw details.withReason(Reason.CHANGED_BY_OTHERS).alsoSaying("what had the name is gone").toException();
        }
    }

    private Creation kept(Directory directory, Name name, LinkTarget target, Status standing)
            throws FileSystemException {
        if (!standing.isSymbolicLink()) {
            throw taken("it is " + TypeWords.of(standing.type()));
        }
        requireKind(standing);
        LinkTarget text = directory.readLink(name);
        if (!new ReadBack(system.rules()).isSame(text, target)) {
            throw taken("it is a link to '" + text + "'");
        }
        return new Creation(what.link(), text, standing.targetKind(), false, Verification.READ_BACK);
    }

    private Creation replaced(Name name, LinkTarget target, Status standing) throws FileSystemException {
        if (standing.isSymbolicLink()) {
            requireKind(standing);
        }
        try (Directory held = system.open(what.place().parent())) {
            Retargeting done = new LinkReplacer(system, held, name, target, RetargetOptions.defaults()).replace()
                    .of(what.link());
            Creation made = done.changed()
                    ? verified(held, name, target, standing.targetKind())
                    : new Creation(what.link(), done.target(), standing.targetKind(), false, Verification.READ_BACK);
            return new Creation(what.link(), made.target(), made.targetKind(), done.changed(), made.verification(),
                    done.previous(), done.guarantee(), null, done.notKept());
        }
    }

    /// A link keeps its kind when its text is replaced, so one that was asked for must be the one that is there.
    private void requireKind(Status standing) throws FileSystemException {
        TargetKind wanted = options.targetKind();
        TargetKind is = standing.targetKind();
        if (wanted != TargetKind.UNSPECIFIED && is != TargetKind.UNSPECIFIED && wanted != is) {
            throw taken("it is a link for a " + is.name().toLowerCase(Locale.ROOT));
        }
    }

    private FileSystemException taken(String remark) {
        return what.failing(Reason.EXISTS).withRemark(remark).toException();
    }

    private Creation backedUp(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        try (Directory held = system.open(what.place().parent())) {
            Backup.Kept kept = new Backup(held, name).putAside(target, kind);
            LinkPath backup = what.link().withoutTrailingSeparators().parent().resolve(kept.backup());
            Creation made = verifiedBeside(backup, held, name, target, kind);
            return new Creation(what.link(), target, made.targetKind(), true, made.verification(), null,
                    kept.guarantee(),
                    backup, List.of());
        }
    }

    private Creation verifiedBeside(LinkPath backup, Directory held, Name name, LinkTarget target, TargetKind kind)
            throws FileSystemException {
        try {
            return verified(held, name, target, kind);
        } catch (FileSystemException e) {
            FileSystemException told = LinkFailure.detailsOf(e, NewLink.OPERATION, what.link())
                    .alsoSaying("what had the name is now '" + backup + "'").toException();
            told.initCause(e);
            throw told;
        }
    }

    private Creation verified(Directory directory, Name name, LinkTarget target, TargetKind kind)
            throws FileSystemException {
        Verification verification = isBelieved(directory)
                ? Verification.BELIEVED
                : new ReadBack(system.rules()).verify(directory, name, target);
        return new Creation(what.link(), target, storedKind(directory, kind), true, verification);
    }

    /// Asked only now: before, it would be one more call that can fail, and with a less telling answer.
    private static boolean isBelieved(Directory parent) {
        try {
            return parent.isBelieved();
        } catch (FileSystemException cannotTell) {
            return false;
        }
    }

    private static TargetKind storedKind(Directory parent, TargetKind kind) {
        if (kind == TargetKind.UNSPECIFIED) {
            return kind;
        }
        try {
            return parent.capabilities().has(Capability.TARGET_KIND) ? kind : TargetKind.UNSPECIFIED;
        } catch (FileSystemException cannotTell) {
            return TargetKind.UNSPECIFIED;
        }
    }

    /// What the target is now. One that is missing, or on another machine and so not looked at, is taken for a directory
    /// if the text says so by its last separator.
    private TargetKind kindOf(LinkTarget target) {
        boolean mayHaveKinds = system.rules() == PathRules.WINDOWS;
        if (!mayHaveKinds || options.targetKind() != TargetKind.UNSPECIFIED) {
            return options.targetKind();
        }
        LinkPath text = LinkPath.ofBytes(system.rules(), target.raw());
        LinkPath end = what.place().parent().resolve(text);
        if (text.hasTrailingSeparator() || end.name().isEmpty()) {
            return TargetKind.DIRECTORY;
        }
        if (RemoteTexts.leadToAnother(system, target)) {
            return TargetKind.FILE;
        }
        try {
            Status status = new Resolver(system, RemoteTargets.NOT_FOLLOWED).resolve(end, end).end();
            return status != null && status.isDirectory() ? TargetKind.DIRECTORY : TargetKind.FILE;
        } catch (FileSystemException unknown) {
            return TargetKind.FILE;
        }
    }
}
