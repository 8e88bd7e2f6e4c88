package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseData.SymbolicLink;

/// Makes one link as a reparse point.
final class ReparsePointMaker {
    private static final String OPERATION = "create";

    private final LinkSystem system;
    private final LinkPath link;
    private final LinkPath place;
    private final LinkTarget given;
    private final ReparseOptions options;

    /// A maker of `link`, the path as the caller gave it; `place` is where that is.
    ReparsePointMaker(LinkSystem system, LinkPath link, LinkPath place, LinkTarget target, ReparseOptions options) {
        this.system = system;
        this.link = link;
        this.place = place;
        this.given = target;
        this.options = options;
    }

    /// Makes it, or leaves nothing.
    ReparseCreation make() throws FileSystemException {
        FailureDetails failing = FailureDetails.of(OPERATION, link, Reason.INVALID_TARGET).withTarget(given);
        if (given.isEmpty()) {
            throw failing.withRemark("the text is empty").toException();
        }
        Links.requireNotEmpty(link, OPERATION);
        Optional<Name> name = link.name();
        if (name.isEmpty()) {
            throw failing.withReason(Reason.EXISTS).withRemark("it is a directory").toException();
        }
        try {
            return makeIn(system.at(place.parent()), name.get(), failing);
        } catch (FileSystemException e) {
            throw explained(LinkFailure.detailsOf(e, OPERATION, link), e);
        }
    }

    private ReparseCreation makeIn(Directory directory, Name name, FailureDetails failing)
            throws FileSystemException {
        boolean isJunction = options.kind() == ReparseOptions.Kind.JUNCTION;
        require(isJunction ? Capability.JUNCTIONS : Capability.REPARSE_POINTS, directory, failing);
        WindowsText text = new WindowsText(system, directory, failing, options.volume().orElse(null));
        LinkData links = new LinkData(text, failing);
        ReparseData data = isJunction ? links.junction(given) : links.symbolicLink(given, options.textForm());
        byte[] bytes = links.encoded(data);
        directory.makeReparsePoint(name, bytes, kindFor(data));
        Entry made = EntryReader.read(directory, name, link);
        if (made instanceof Link there) {
            return new ReparseCreation(there, there.windowsWarnings());
        }
        throw failing.withReason(Reason.CHANGED_BY_OTHERS).withRemark("something else stands there now").toException();
    }

    private static void require(Capability capability, Directory directory, FailureDetails failing)
            throws FileSystemException {
        LinkCapabilities can = directory.capabilities();
        if (!can.has(capability)) {
            throw failing.withReason(Reason.CAPABILITY_MISSING)
                    .withRemark(can.whyNot(capability).orElse("there are no reparse points here")).toException();
        }
    }

    private TargetKind kindFor(ReparseData data) {
        return switch (options.kind()) {
            case FILE -> TargetKind.FILE;
            case DIRECTORY, JUNCTION -> TargetKind.DIRECTORY;
            case BY_TARGET -> data instanceof SymbolicLink symbolic && isForDirectory(symbolic)
                    ? TargetKind.DIRECTORY
                    : TargetKind.FILE;
        };
    }

    /// What the target is now, as far as this system can look at it: a path of its own, or a relative text.
    private boolean isForDirectory(SymbolicLink symbolic) {
        LinkPath end = place.parent().resolve(asSeenFromHere(symbolic));
        if (symbolic.substituteName().endsWith("\\") || end.name().isEmpty()) {
            return true;
        }
        try {
            return system.at(end.parent()).follow(end.name().orElseThrow()).isDirectory();
        } catch (FileSystemException unknown) {
            return false;
        }
    }

    private LinkPath asSeenFromHere(SymbolicLink symbolic) {
        String text = symbolic.substituteName();
        boolean relativeHere = system.rules() == PathRules.POSIX && symbolic.relative() && !text.startsWith("\\");
        return relativeHere
                ? LinkPath.of(system.rules(), text.replace('\\', '/'))
                : LinkPath.ofBytes(system.rules(), given.raw());
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
