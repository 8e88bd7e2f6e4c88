package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.Status;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import org.jspecify.annotations.Nullable;

/// `ln`: finds out what is to be linked where; [Linking] does it.
final class Ln extends Gnu {
    static final Option BACKUP = Option.flag(
            "backup", 'b', Category.ACTION, "keep a backup of what is replaced",
            "As --backup=CONTROL: none or off, numbered or t, existing or nil (the default), simple or never.");
    static final Option DIRECTORY = Option.flag(
            "directory", 'd', Category.ACTION, "try to make hard links to directories; also -F",
            "Hardly any system allows it.");
    static final Option NO_DEREFERENCE = Option.flag(
            "no-dereference", 'n', Category.ACTION, "take a link to a directory at LINK_NAME for what it is", "");
    static final Option NO_TARGET_DIRECTORY = Option.flag(
            "no-target-directory", 'T', Category.ACTION, "LINK_NAME is never a directory to link into", "");
    static final Option FORCE = Option.flag("force", 'f', Category.ACTION, "replace what is there",
            "Without a moment in which nothing is.");
    static final Option INTERACTIVE = Option.flag(
            "interactive", 'i', Category.ACTION, "ask before replacing what is there", "");
    static final Option SUFFIX = Option.value(
            "suffix", 'S', "SUFFIX", Category.ACTION, "keep backups under names with SUFFIX instead of ~", "");
    static final Option TARGET_DIRECTORY = Option.value(
            "target-directory", 't', "DIRECTORY", Category.ACTION, "link into DIRECTORY", "");
    static final Option LOGICAL = Option.flag(
            "logical", 'L', Category.ACTION, "make a hard link to what a symbolic link leads to", "");
    static final Option PHYSICAL = Option.flag(
            "physical", 'P', Category.ACTION, "make a hard link to a symbolic link itself; this is the default", "");
    static final Option RELATIVE = Option.flag(
            "relative", 'r', Category.ACTION, "with -s: store the way from the link to the target", "");
    static final Option SYMBOLIC = Option.flag("symbolic", 's', Category.ACTION, "make symbolic links", "");
    static final Option JUNCTION = Option.flag(
            "junction", Option.NO_LETTER, Category.ACTION,
            "with -s on Windows: a junction where symbolic links are not permitted",
            "Only for a target that is a directory. ln itself does not have this option.");
    static final Option VERBOSE = Option.flag("verbose", 'v', Category.OUTPUT, "print each link that was made", "");

    private static final Syntax SYNTAX = new Syntax(
            "ln", "TARGET... [LINK]", 1, Syntax.ANY_NUMBER, "as GNU's ln (the target comes first)",
            """
            Makes hard links, or with -s symbolic links. The target comes first: ln TARGET LINK_NAME; ln TARGET, in the
            working directory; ln TARGET... DIRECTORY; ln -t DIRECTORY TARGET...
            """,
            List.of(BACKUP, DIRECTORY, NO_DEREFERENCE, NO_TARGET_DIRECTORY, FORCE, INTERACTIVE, SUFFIX,
                    TARGET_DIRECTORY,
                    LOGICAL, PHYSICAL, RELATIVE, SYMBOLIC, JUNCTION, VERBOSE, HELP, VERSION),
            EXITS,
            List.of(new Example("linkwright ln -sfn releases/43 current", "current leads to another release now")));

    private final LnWishes wishes = new LnWishes();
    private @Nullable LinkPath directory;

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    GnuOptions spellings() {
        return new GnuOptions(SYNTAX).also('F', DIRECTORY).optional(BACKUP).added(JUNCTION);
    }

    @Override
    void set(Option option, @Nullable Argument value, GnuRun run) throws Impossible {
        if (option == TARGET_DIRECTORY && value != null) {
            setDirectory(value, run);
        } else {
            wishes.set(option, value);
        }
    }

    private void setDirectory(Argument value, GnuRun run) throws Impossible {
        if (directory != null) {
            throw new Impossible("multiple target directories specified");
        }
        LinkPath path = run.calls().path(value.bytes());
        try {
            if (!run.calls().stat(path).isDirectory()) {
                throw new Impossible("target " + run.quoted(path) + " is not a directory");
            }
        } catch (Refused e) {
            throw new Impossible("failed to access " + run.quoted(path) + ": " + e.words());
        }
        directory = path;
    }

    @Override
    boolean work(List<Argument> operands, GnuRun run) throws IOException, Misuse, Impossible {
        if (operands.isEmpty()) {
            throw new Misuse("missing file operand");
        }
        checkForm(operands, run);
        Linking linking = new Linking(wishes, run);
        if (wishes.noTargetDirectory || (directory == null && operands.size() == 2)) {
            return linkOne(operands.get(0), operands.get(1), linking, run);
        }
        List<Argument> targets = operands;
        if (directory != null) {
            requireDirectory(directory, run);
        } else if (operands.size() == 1) {
            directory = run.calls().path(new byte[]{'.'});
        } else {
            directory = run.calls().path(operands.get(operands.size() - 1).bytes());
            requireDirectory(directory, run);
            targets = operands.subList(0, operands.size() - 1);
        }
        wishes.settleBackups(run);
        return linkInto(directory, targets, linking, run.calls());
    }

    private void checkForm(List<Argument> operands, GnuRun run) throws Misuse, Impossible {
        if (wishes.relative && !wishes.symbolic) {
            throw new Impossible("cannot do --relative without --symbolic");
        }
        if (!wishes.noTargetDirectory) {
            return;
        }
        if (directory != null) {
            throw new Impossible("cannot combine --target-directory and --no-target-directory");
        }
        if (operands.size() < 2) {
            throw new Misuse("missing destination file operand after " + run.quoted(operands.get(0)));
        }
        if (operands.size() > 2) {
            throw new Misuse("extra operand " + run.quoted(operands.get(2)));
        }
    }

    /// The first form, unless LINK_NAME turns out to be a directory. It is tried before that is looked at, so that nothing
    /// can change in between, and, as the original does it, before the kind of backup is.
    private boolean linkOne(Argument target, Argument name, Linking linking, GnuRun run)
            throws IOException, Misuse {
        LinkPath path = run.calls().path(name.bytes());
        Linking.Wish wish = linking.wish(target, Destination.of(path));
        Refused why = null;
        if (!wishes.noTargetDirectory) {
            boolean early = !wishes.relative;
            if (early) {
                try {
                    linking.tryIt(wish);
                    wishes.settleBackups(run);
                    linking.tell(wish, null);
                    return true;
                } catch (Refused e) {
                    why = e;
                }
            }
            boolean mayBeDirectory = why == null || why.is(SystemError.EEXIST) || why.is(SystemError.ENOTDIR)
                    || why.is(SystemError.EINVAL);
            if (mayBeDirectory && isDirectory(path, run)) {
                wishes.settleBackups(run);
                return linkInto(path, List.of(target), linking, run.calls());
            }
        }
        wishes.settleBackups(run);
        return linking.make(wish, why, Linking.Several.NO);
    }

    private boolean linkInto(LinkPath into, List<Argument> targets, Linking linking, Calls calls) throws IOException {
        Linking.Several several = targets.size() > 1 ? Linking.Several.YES : Linking.Several.NO;
        byte[] shown = prefix(into.bytes());
        byte[] used = wishes.mayReplace() ? prefix(physical(into, calls).bytes()) : shown;
        boolean well = true;
        for (int i = 0; i < targets.size(); i++) {
            byte[] base = LastComponent.of(targets.get(i).bytes(), calls.rules());
            Destination destination = new Destination(calls.path(joined(shown, base)), calls.path(joined(used, base)),
                    base.length == 0);
            well &= linking.make(linking.wish(targets.get(i), destination), null, several);
        }
        return well;
    }

    /// A link on the way may be the very one that is replaced.
    private static LinkPath physical(LinkPath into, Calls calls) {
        try {
            return calls.physical(into);
        } catch (Refused e) {
            return into;
        }
    }

    private static byte[] joined(byte[] prefix, byte[] base) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + base.length);
        System.arraycopy(base, 0, whole, prefix.length, base.length);
        return whole;
    }

    /// The directory with one separator.
    private static byte[] prefix(byte[] directory) {
        int end = directory.length;
        while (end > 1 && directory[end - 1] == '/') {
            end--;
        }
        boolean root = end == 1 && directory[0] == '/';
        if (root) {
            return directory;
        }
        byte[] prefix = Arrays.copyOf(directory, end + 1);
        prefix[end] = '/';
        return prefix;
    }

    private void requireDirectory(LinkPath path, GnuRun run) throws Impossible {
        try {
            Calls calls = run.calls();
            boolean linkItself = wishes.noDereference;
            Status status = linkItself ? calls.lstat(path) : calls.stat(path);
            if (!status.isDirectory()) {
                throw Refused.with(SystemError.ENOTDIR);
            }
        } catch (Refused e) {
            throw new Impossible("target " + run.quoted(path) + ": " + e.words());
        }
    }

    private boolean isDirectory(LinkPath path, GnuRun run) {
        try {
            requireDirectory(path, run);
            return true;
        } catch (Impossible notOne) {
            return false;
        }
    }
}
