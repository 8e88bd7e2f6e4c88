package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.jspecify.annotations.Nullable;

/// Replaces the text of one symbolic link, in the best way that its file system offers.
///
/// `rename` alone would not do: it replaces a regular file as readily as a link. So the new link is made under a
/// temporary name and *exchanged* with what stands at the name; what came out is then looked at, and goes back if it
/// is not the link that was there at the beginning. Nothing that somebody else puts at the name meanwhile can be lost
/// that way, be it a file or another link.
final class LinkReplacer {
    private static final String OPERATION = "retarget";

    private final LinkSystem system;
    private final Directory directory;
    private final Name name;
    private final LinkTarget target;
    private final RetargetOptions options;
    private final PathRules rules;

    LinkReplacer(LinkSystem system, Directory directory, Name name, LinkTarget target, RetargetOptions options) {
        this.system = system;
        this.directory = directory;
        this.name = name;
        this.target = target;
        this.options = options;
        this.rules = directory.path().rules();
    }

    /// What was done; its link is the path by which the directory was reached.
    Retargeting replace() throws FileSystemException {
        LinkTarget current = directory.readLink(name);
        requireExpected(current);
        LinkCapabilities can = directory.capabilities();
        boolean hasKinds = can.has(Capability.TARGET_KIND);
        Found found = new Found(current, hasKinds ? directory.stat(name).targetKind() : TargetKind.UNSPECIFIED);
        boolean kindStays = kindAfter(found) == found.kind();
        if (kindStays && new ReadBack(rules).isSame(current, target)) {
            return new Retargeting(path(name), current, current, false, Guarantee.ATOMIC, List.of());
        }
        if (!kindStays) {
            return changeKind(found, can);
        }
        if (can.has(Capability.RENAME_EXCHANGE)) {
            List<NotKept> lost = exchange(found);
            if (lost != null) {
                return changed(found, Guarantee.ATOMIC, lost);
            }
        }
        if (can.has(Capability.ATOMIC_REPLACE)) {
            return changed(found, Guarantee.CHECKED, renameOver(found));
        }
        byte[] data = storedData(can);
        if (data != null) {
            return inPlace(found, data);
        }
        return replaceWithGap(found, can,
                can.whyNot(Capability.ATOMIC_REPLACE).orElse("links cannot be replaced in one step here"));
    }

    private TargetKind kindAfter(Found found) {
        boolean stays = found.kind() == TargetKind.UNSPECIFIED || options.targetKind() == TargetKind.UNSPECIFIED;
        return stays ? found.kind() : options.targetKind();
    }

    private Retargeting changeKind(Found found, LinkCapabilities can) throws FileSystemException {
        return replaceWithGap(found, can, "a link for a " + found.kind().name().toLowerCase(Locale.ROOT)
                + " cannot become one for a " + kindAfter(found).name().toLowerCase(Locale.ROOT) + " in one step");
    }

    private Retargeting replaceWithGap(Found found, LinkCapabilities can, String why) throws FileSystemException {
        if (options.gap() != RetargetOptions.Gap.ALLOWED) {
            throw failure(Reason.CAPABILITY_MISSING).withRemark(why)
                    .withAdvice("Allow a gap (--allow-gap): the name is free for a moment then.").toException();
        }
        return changed(found, Guarantee.GAP,
                can.has(Capability.RENAME_NO_REPLACE) ? setAside(found) : removeAndMake(found));
    }

    /// The new link beside the old one, with what it has to inherit.
    private Successor successor(Found found) throws FileSystemException {
        Inheritance inheritance = Inheritance.of(directory, name);
        TemporaryLink link = TemporaryLink.make(directory, name, target, kindAfter(found));
        try {
            return new Successor(link, inheritance.passTo(link.temporary(), link.stored()));
        } catch (FileSystemException e) {
            throw link.discarded(e);
        }
    }

    /// Two renames that replace nothing: what others put at the name in between stays, and the call fails.
    private List<NotKept> setAside(Found found) throws FileSystemException {
        Successor successor = successor(found);
        TemporaryLink link = successor.link();
        SetAside old;
        try {
            old = SetAside.under(link.second(), directory, name);
        } catch (FileSystemException e) {
            throw link.discarded(e);
        }
        try {
            requireUnchanged(found, old.aside());
            directory.rename(link.temporary(), directory, name, RenameMode.NO_REPLACE);
        } catch (FileSystemException e) {
            FileSystemException told = old.broughtBack(e);
            throw old.isStillThere() ? link.stillThere(told, null) : link.discarded(told);
        }
        old.remove();
        return successor.lost();
    }

    /// @return what could not be kept; null if the file system turned out to have no exchange, and nothing happened
    private @Nullable List<NotKept> exchange(Found found) throws FileSystemException {
        Successor successor = successor(found);
        TemporaryLink link = successor.link();
        if (!link.exchange()) {
            return null;
        }
        try {
            requireUnchanged(found, link.temporary());
        } catch (FileSystemException unexpected) {
            throw link.exchangedBack(unexpected);
        }
        link.removeDisplaced();
        return successor.lost();
    }

    /// Without an exchange the look comes right before the rename, and something can come in between.
    private List<NotKept> renameOver(Found found) throws FileSystemException {
        Successor successor = successor(found);
        TemporaryLink link = successor.link();
        try {
            requireUnchanged(found, name);
            directory.rename(link.temporary(), directory, name, RenameMode.REPLACE);
        } catch (FileSystemException e) {
            throw link.discarded(e);
        }
        return successor.lost();
    }

    /// The reparse data of the link; null if it has none, or another name that would lead elsewhere too.
    private byte @Nullable [] storedData(LinkCapabilities can) throws FileSystemException {
        Status status = directory.stat(name);
        boolean mayHaveData = status.reparseTag() != 0 && can.has(Capability.REPARSE_POINTS);
        return mayHaveData && status.linkCount() <= 1 ? directory.readReparseData(name) : null;
    }

    /// The link keeps its kind, and no reader finds nothing.
    private Retargeting inPlace(Found found, byte[] data) throws FileSystemException {
        ReparseData stored = decoded(data);
        if (!LinkTarget.of(stored).equals(Optional.of(found.text()))) {
            throw changedByOthers("it led to '" + found.text() + "'");
        }
        FailureDetails failing = failure(Reason.INVALID_TARGET);
        LinkData links = new LinkData(new WindowsText(system, directory, failing, null), failing);
        ReparseData wanted = links.another(stored, target);
        boolean isAnother = !wanted.equals(stored);
        if (isAnother) {
            directory.replaceReparseData(name, data, links.encoded(wanted));
        }
        return new Retargeting(path(name), found.text(), LinkTarget.of(wanted).orElseThrow(), isAnother,
                Guarantee.IN_PLACE, List.of());
    }

    private ReparseData decoded(byte[] data) throws FileSystemException {
        try {
            return ReparseBuffer.decode(data);
        } catch (MalformedReparseBufferException e) {
            throw failure(Reason.NOT_A_LINK).withRemark("its reparse data are malformed: " + e.getMessage())
                    .toException();
        }
    }

    private List<NotKept> removeAndMake(Found found) throws FileSystemException {
        rehearse(found);
        Inheritance inheritance = Inheritance.of(directory, name);
        directory.removeLink(name, (status, reparseData) -> {
            new OnlyLinks(directory, name).judge(status, reparseData);
            requireText(found, name);
            requireKind(found, status);
        });
        try {
            directory.makeLink(name, target, kindAfter(found));
        } catch (FileSystemException e) {
            throw restored(found, e);
        }
        try {
            return inheritance.passTo(name, target);
        } catch (FileSystemException e) {
            throw LinkFailure.detailsOf(e, OPERATION, path(name))
                    .alsoSaying("the old link to '" + found.text() + "' is removed").toException();
        }
    }

    /// Whether a link with this text can be made at all is better known before the old one is removed.
    private void rehearse(Found found) throws FileSystemException {
        TemporaryLink.make(directory, name, target, kindAfter(found)).discard();
    }

    private FileSystemException restored(Found found, FileSystemException because) {
        try {
            directory.makeLink(name, found.text(), found.kind());
            return because;
        } catch (FileSystemException lost) {
            FailureDetails told = LinkFailure.detailsOf(because, OPERATION, path(name))
                    .alsoSaying("the old link to '" + found.text() + "' is removed and could not be made again");
            FileSystemException failure = told.toException();
            failure.initCause(because);
            failure.addSuppressed(lost);
            return failure;
        }
    }

    private void requireExpected(LinkTarget text) throws FileSystemException {
        Optional<LinkTarget> expected = options.expected();
        if (expected.isPresent() && !expected.get().equals(text)) {
            throw failure(Reason.UNEXPECTED_TARGET)
                    .withRemark("expected '" + expected.get() + "', found '" + text + "'").toException();
        }
    }

    /// Whether the link that was found at the beginning is what stands at `where` now.
    private void requireUnchanged(Found found, Name where) throws FileSystemException {
        requireText(found, where);
        if (found.kind() != TargetKind.UNSPECIFIED) {
            requireKind(found, directory.stat(where));
        }
    }

    private void requireText(Found found, Name where) throws FileSystemException {
        LinkTarget text = directory.readLink(where);
        requireExpected(text);
        if (!text.equals(found.text())) {
            throw changedByOthers("it led to '" + found.text() + "', and then to '" + text + "'");
        }
    }

    private void requireKind(Found found, Status status) throws FileSystemException {
        if (found.kind() != TargetKind.UNSPECIFIED && status.targetKind() != found.kind()) {
            throw changedByOthers("it was made for another kind of target");
        }
    }

    private FileSystemException changedByOthers(String remark) {
        return failure(Reason.CHANGED_BY_OTHERS).withRemark(remark).toException();
    }

    private FailureDetails failure(Reason reason) {
        return FailureDetails.of(OPERATION, path(name), reason).withTarget(target);
    }

    private LinkPath path(Name of) {
        return directory.path().resolve(of);
    }

    private Retargeting changed(Found found, Guarantee guarantee, List<NotKept> lost) {
        return new Retargeting(path(name), found.text(), target, true, guarantee, lost);
    }

    /// The link as it was found at the beginning.
    private record Found(LinkTarget text, TargetKind kind) {}

    /// The new link while it still has its temporary name.
    ///
    /// @param lost what it did not get from the old one
    private record Successor(TemporaryLink link, List<NotKept> lost) {}
}
