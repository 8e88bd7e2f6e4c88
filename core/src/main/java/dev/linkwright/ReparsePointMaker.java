package dev.linkwright;

import java.nio.file.FileSystemException;

import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseData.SymbolicLink;

/// Makes one link as a reparse point.
final class ReparsePointMaker {
    private final NewLink what;
    private final LinkSystem system;
    private final ReparseOptions options;

    ReparsePointMaker(NewLink what, ReparseOptions options) {
        this.what = what;
        this.system = what.system();
        this.options = options;
    }

    /// Makes it, or leaves nothing.
    ReparseCreation make() throws FileSystemException {
        Name name = what.name();
        try {
            return makeIn(system.at(what.place().parent()), name);
        } catch (FileSystemException e) {
            throw what.explained(e);
        }
    }

    private ReparseCreation makeIn(Directory directory, Name name) throws FileSystemException {
        FailureDetails failing = what.failing(Reason.INVALID_TARGET);
        boolean isJunction = options.kind() == ReparseOptions.Kind.JUNCTION;
        require(isJunction ? Capability.JUNCTIONS : Capability.REPARSE_POINTS, directory, failing);
        WindowsText text = new WindowsText(system, directory, failing, options.volume().orElse(null));
        LinkData links = new LinkData(text, failing);
        ReparseData data = isJunction
                ? links.junction(what.text())
                : links.symbolicLink(what.text(), options.textForm());
        byte[] bytes = links.encoded(data);
        directory.makeReparsePoint(name, bytes, kindFor(data));
        Entry made = EntryReader.read(directory, name, what.link());
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
        LinkPath end = what.place().parent().resolve(asSeenFromHere(symbolic));
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
                : LinkPath.ofBytes(system.rules(), what.text().raw());
    }
}
