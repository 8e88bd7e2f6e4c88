package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import org.jspecify.annotations.Nullable;

/// Makes one link after the other for [Ln].
final class Linking {
    /// Whether there are several links to be made.
    enum Several {
        NO,
        YES
    }

    private final LnWishes wishes;
    private final GnuRun run;
    private final Calls calls;
    private final Replacing replacing;

    /// Where nothing is made a second time: what is replaced there would be lost.
    private final Set<LinkPath> made = new HashSet<>();

    Linking(LnWishes wishes, GnuRun run) {
        this.wishes = wishes;
        this.run = run;
        this.calls = run.calls();
        this.replacing = new Replacing(calls);
    }

    /// What is wished: a link to this target, there. The text of a relative link is found now, because what is made can
    /// change the way.
    Wish wish(Argument target, Destination link) {
        return new Wish(target, link, wishes.symbolic ? textFor(target, link) : LinkTarget.ofBytes(target.bytes()));
    }

    /// Makes the link if its name is free.
    void tryIt(Wish wish) throws Refused {
        if (wish.link().isNameless()) {
            throw Refused.with(SystemError.ENOENT);
        }
        if (wishes.symbolic) {
            symlink(wish.text(), wish.link().path());
        } else {
            LinkPath source = calls.path(wish.target().bytes());
            if (statusOf(source).isDirectory() && !wishes.directories) {
                calls.requireNothing(wish.link().path());
                throw Refused.with(SystemError.EPERM);
            }
            calls.link(wish.link().path(), wishes.logical ? calls.followed(source) : source);
        }
    }

    private void symlink(LinkTarget text, LinkPath link) throws Refused {
        try {
            calls.symlink(link, text);
        } catch (Refused e) {
            LinkPath target = link.parent().resolve(calls.path(text.bytes()));
            boolean junction = wishes.junction && e.reason() == Reason.PRIVILEGE_NOT_HELD && calls.isDirectory(target);
            LinkPath directory = junction ? calls.absolute(target) : target;
            if (!junction || calls.isElsewhere(directory)) {
                throw e;
            }
            calls.junction(link, directory);
            run.say("symbolic links are not permitted: " + run.quoted(link) + " is a junction");
        }
    }

    /// Makes the link, and replaces what is in its place if that is wished.
    ///
    /// @param why what came of a first try; null if there was none
    boolean make(Wish wish, @Nullable Refused why, Several several) throws IOException {
        if (!wishes.symbolic && !isLinkable(wish.target())) {
            return false;
        }
        Refused refusal = why;
        if (refusal == null) {
            try {
                tryIt(wish);
                return done(wish, null);
            } catch (Refused e) {
                refusal = e;
            }
        }
        return wishes.mayReplace() ? replace(wish, refusal, several) : failed(wish, refusal);
    }

    private boolean isLinkable(Argument target) {
        LinkPath source = calls.path(target.bytes());
        try {
            boolean directory = statusOf(source).isDirectory();
            if (directory && !wishes.directories) {
                return run.no(run.shown(source) + ": hard link not allowed for directory");
            }
            return true;
        } catch (Refused e) {
            return run.no("failed to access " + run.quoted(source) + ": " + e.words());
        }
    }

    private boolean replace(Wish wish, Refused why, Several several) throws IOException {
        Status standing;
        if (wish.link().isNameless()) {
            return failed(wish, why);
        }
        try {
            standing = calls.lstat(wish.link().path());
        } catch (Refused e) {
            return e.is(SystemError.ENOENT)
                    ? failed(wish, why)
                    : run.no("failed to access " + run.quoted(wish.link().shown()) + ": " + e.words());
        }
        if (standing.isDirectory()) {
            return run.no(run.shown(wish.link().shown()) + ": cannot overwrite directory");
        }
        if (several == Several.YES && made.contains(wish.link().shown())) {
            return run.no("will not overwrite just-created " + run.quoted(wish.link().shown()) + " with "
                    + run.quoted(wish.target()));
        }
        boolean unasked = wishes.force || wishes.backups().areMade();
        if (unasked && isTheSame(wish, standing)) {
            return run.no(
                    run.quoted(wish.text().bytes()) + " and " + run.quoted(wish.link().shown()) + " are the same file");
        }
        if (!why.is(SystemError.EEXIST)) {
            return failed(wish, why);
        }
        if (wishes.interactive && !run.isAllowed("replace " + run.quoted(wish.link().shown()))) {
            return false;
        }
        return putInPlace(wish);
    }

    private boolean putInPlace(Wish wish) throws IOException {
        LinkPath backup = null;
        try {
            if (wishes.backups().areMade()) {
                backup = wishes.backups().nameFor(wish.link().path(), calls);
            }
            if (wishes.symbolic) {
                replacing.bySymlink(wish.link().path(), wish.text(), backup);
            } else {
                LinkPath source = calls.path(wish.target().bytes());
                replacing.byHardLink(wish.link().path(), source, wishes.logical, backup);
            }
            return done(wish, backup);
        } catch (Replacing.NoBackup e) {
            return run.no("cannot backup " + run.quoted(wish.link().shown()) + ": " + e.getMessage());
        } catch (Refused e) {
            return failed(wish, e);
        }
    }

    /// Whether the link would take the place of its own target. With a backup a symbolic link may. A target is looked up
    /// from the working directory, as the original does; of a relative link from where the link is.
    private boolean isTheSame(Wish wish, Status standing) {
        if (wishes.symbolic && wishes.backups().areMade()) {
            return false;
        }
        LinkPath text = calls.path(wish.text().bytes());
        LinkPath source = wishes.relative ? wish.link().path().parent().resolve(text) : text;
        try {
            Status other = wishes.symbolic ? calls.stat(source) : statusOf(source);
            return Calls.isSameObject(other, standing)
                    && (standing.linkCount() == 1 || isTheSameName(source, wish.link().path()));
        } catch (Refused nothingThere) {
            return false;
        }
    }

    private boolean isTheSameName(LinkPath one, LinkPath other) throws Refused {
        return Arrays.equals(LastComponent.of(one.bytes(), calls.rules()),
                LastComponent.of(other.bytes(), calls.rules()))
                && Calls.isSameObject(calls.statOfParent(one), calls.statOfParent(other));
    }

    private LinkTarget textFor(Argument target, Destination link) {
        LinkTarget given = LinkTarget.ofBytes(target.bytes());
        if (!wishes.relative || given.isEmpty()) {
            return given;
        }
        try {
            Canonical canonical = new Canonical(calls, Canonical.Parts.NONE, Canonical.Symlinks.FOLLOWED);
            LinkPath parent = link.path().withoutTrailingSeparators().parent();
            LinkPath directory = canonical.of(parent.isEmpty() ? calls.path(new byte[]{'.'}) : parent);
            byte[] text = Between.relative(directory, canonical.of(calls.path(target.bytes())));
            return text == null ? given : LinkTarget.ofBytes(text);
        } catch (Refused e) {
            return given;
        }
    }

    private Status statusOf(LinkPath source) throws Refused {
        return wishes.logical ? calls.stat(source) : calls.lstat(source);
    }

    private boolean done(Wish wish, @Nullable LinkPath backup) throws OutputFailure {
        if (wishes.force && !wishes.symbolic && !wishes.backups().areNumbered()) {
            made.add(wish.link().shown());
        }
        tell(wish, backup);
        return true;
    }

    /// Says what was done, if that is wished.
    void tell(Wish wish, @Nullable LinkPath backup) throws OutputFailure {
        if (!wishes.verbose) {
            return;
        }
        String before = backup == null ? "" : run.quoted(shown(backup, wish.link())) + " ~ ";
        run.out().text(before + run.quoted(wish.link().shown()) + (wishes.symbolic ? " -> " : " => ")
                + run.quoted(wish.text().bytes()) + "\n");
    }

    private LinkPath shown(LinkPath backup, Destination link) {
        byte[] name = LastComponent.of(backup.bytes(), calls.rules());
        byte[] whole = link.shown().bytes();
        int parent = whole.length - LastComponent.of(whole, calls.rules()).length;
        byte[] text = Arrays.copyOf(whole, parent + name.length);
        System.arraycopy(name, 0, text, parent, name.length);
        return calls.path(text);
    }

    private boolean failed(Wish wish, Refused why) {
        StringBuilder message = new StringBuilder("failed to create ")
                .append(wishes.symbolic ? "symbolic link " : "hard link ").append(run.quoted(wish.link().shown()));
        if (wishes.symbolic
                ? wish.text().isEmpty() || why.is(SystemError.ENAMETOOLONG)
                : isAboutBoth(why)) {
            message.append(wishes.symbolic ? " -> " : " => ").append(run.quoted(wish.text().bytes()));
        }
        return run.no(message.append(": ").append(why.words()).toString());
    }

    /// Of some refusals the name of the link is the only reason.
    private static boolean isAboutBoth(Refused why) {
        return !why.is(SystemError.EEXIST) && !why.is(SystemError.ENOSPC) && !why.is(SystemError.EROFS)
                && !why.is(SystemError.EDQUOT);
    }

    /// A link to be made.
    ///
    /// @param target the operand
    /// @param link where it is to be
    /// @param text what a symbolic link is to have in it, else the operand
    record Wish(Argument target, Destination link, LinkTarget text) {}
}
