package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

/// Replaces the text of one symbolic link, in the best way that its file system offers.
///
/// `rename` alone would not do: it replaces a regular file as readily as a link. So the new link is made under a
/// temporary name and *exchanged* with what stands at the name; what came out is then looked at, and goes back if it
/// was not the expected link. Nothing that somebody else puts at the name meanwhile can be lost that way.
final class LinkReplacer {
    private static final String OPERATION = "retarget";

    private final Directory directory;
    private final Name name;
    private final LinkTarget target;
    private final RetargetOptions options;

    LinkReplacer(Directory directory, Name name, LinkTarget target, RetargetOptions options) {
        this.directory = directory;
        this.name = name;
        this.target = target;
        this.options = options;
    }

    /// What was done; its link is the path by which the directory was reached.
    Retargeting replace() throws FileSystemException {
        LinkTarget current = directory.readLink(name);
        requireExpected(current);
        if (current.equals(target)) {
            return result(current, false, Guarantee.ATOMIC);
        }
        LinkCapabilities can = directory.capabilities();
        if (can.has(Capability.RENAME_EXCHANGE)) {
            Optional<LinkTarget> previous = exchange();
            if (previous.isPresent()) {
                return result(previous.get(), true, Guarantee.ATOMIC);
            }
        }
        if (can.has(Capability.ATOMIC_REPLACE)) {
            return result(renameOver(), true, Guarantee.CHECKED);
        }
        if (options.gap() == RetargetOptions.Gap.ALLOWED) {
            return result(removeAndMake(), true, Guarantee.GAP);
        }
        throw failure(Reason.CAPABILITY_MISSING)
                .withRemark(can.whyNot(Capability.ATOMIC_REPLACE).orElse("links cannot be replaced in one step here"))
                .withAdvice("Allow a gap (--allow-gap) to remove the old link and make the new one.").toException();
    }

    /// The text that the link had; empty if the file system turned out to have no exchange, and nothing happened.
    private Optional<LinkTarget> exchange() throws FileSystemException {
        Name temporary = makeTemporary();
        try {
            directory.rename(temporary, directory, name, RenameMode.EXCHANGE);
        } catch (FileSystemException e) {
            discard(temporary, e);
            Reason reason = LinkFailure.detailsOf(e, OPERATION, path(name)).reason();
            if (reason == Reason.UNSUPPORTED_BY_FILE_SYSTEM || reason == Reason.CAPABILITY_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
        LinkTarget displaced;
        try {
            displaced = directory.readLink(temporary);
            requireExpected(displaced);
        } catch (FileSystemException unexpected) {
            exchangeBack(temporary, unexpected);
            throw unexpected;
        }
        try {
            directory.removeLink(temporary, new OnlyLinks(directory, temporary));
        } catch (FileSystemException e) {
            throw left(e, "the link is replaced, but the old one is left as '" + path(temporary) + "'");
        }
        return Optional.of(displaced);
    }

    /// Puts back what was not ours to replace, and removes our link, if it is still ours that comes out.
    private void exchangeBack(Name temporary, FileSystemException refusal) throws FileSystemException {
        try {
            directory.rename(temporary, directory, name, RenameMode.EXCHANGE);
            if (directory.readLink(temporary).equals(target)) {
                directory.removeLink(temporary, new OnlyLinks(directory, temporary));
                return;
            }
        } catch (FileSystemException e) {
            refusal.addSuppressed(e);
        }
        throw left(refusal,
                "somebody else works at this name; what was displaced is kept as '" + path(temporary) + "'");
    }

    /// Without an exchange the look comes right before the rename, and something can come in between.
    private LinkTarget renameOver() throws FileSystemException {
        Name temporary = makeTemporary();
        try {
            LinkTarget previous = directory.readLink(name);
            requireExpected(previous);
            directory.rename(temporary, directory, name, RenameMode.REPLACE);
            return previous;
        } catch (FileSystemException e) {
            discard(temporary, e);
            throw e;
        }
    }

    private LinkTarget removeAndMake() throws FileSystemException {
        LinkTarget previous = directory.readLink(name);
        requireExpected(previous);
        TargetKind kind = directory.stat(name).targetKind();
        directory.removeLink(name, new OnlyLinks(directory, name));
        try {
            directory.makeLink(name, target, kind);
        } catch (FileSystemException e) {
            try {
                directory.makeLink(name, previous, kind);
            } catch (FileSystemException lost) {
                e.addSuppressed(lost);
                throw left(e, "the old link to '" + previous + "' is removed and could not be made again");
            }
            throw e;
        }
        return previous;
    }

    private Name makeTemporary() throws FileSystemException {
        Name temporary = TemporaryNames.next();
        directory.makeLink(temporary, target, directory.stat(name).targetKind());
        return temporary;
    }

    private void discard(Name temporary, FileSystemException because) throws FileSystemException {
        try {
            directory.removeLink(temporary, new OnlyLinks(directory, temporary));
        } catch (FileSystemException e) {
            because.addSuppressed(e);
            throw left(because, "'" + path(temporary) + "' is left");
        }
    }

    private void requireExpected(LinkTarget found) throws FileSystemException {
        Optional<LinkTarget> expected = options.expected();
        if (expected.isPresent() && !expected.get().equals(found)) {
            throw failure(Reason.UNEXPECTED_TARGET)
                    .withRemark("expected '" + expected.get() + "', found '" + found + "'").toException();
        }
    }

    private FailureDetails failure(Reason reason) {
        return FailureDetails.of(OPERATION, path(name), reason).withTarget(target);
    }

    private FileSystemException left(FileSystemException cause, String whatIsLeft) {
        FileSystemException told = LinkFailure.detailsOf(cause, OPERATION, path(name)).withRemark(whatIsLeft)
                .toException();
        told.initCause(cause);
        return told;
    }

    private LinkPath path(Name of) {
        return directory.path().resolve(of);
    }

    private Retargeting result(LinkTarget previous, boolean changed, Guarantee guarantee) {
        return new Retargeting(path(name), previous, target, changed, guarantee);
    }
}
