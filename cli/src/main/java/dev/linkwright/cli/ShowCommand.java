package dev.linkwright.cli;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.Entry;
import dev.linkwright.Link;
import dev.linkwright.Resolution;
import dev.linkwright.SymbolicLink;
import dev.linkwright.WslLink;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// `show PATH...`.
final class ShowCommand extends ItemCommand {

    private static final Syntax SYNTAX = new Syntax(
            "show", "PATH...", 1, Syntax.ANY_NUMBER, "tell everything about links",
            """
            Tells what stands at each PATH, links not followed: its kind; for a link its text as stored, whether that is
            relative, how following it ends, where, and if it does not end well why not; on Windows also the print name
            and the reparse tag.

            With --null each result has four fields: path, kind, text, state; what does not apply is empty.
            """,
            Options.ofItems(Options.FOLLOW_REMOTE),
            List.of(
                    new Exit(0, "it is there, and if it is a link it leads to something"),
                    new Exit(1, "a link leads nowhere, or nothing has that name"),
                    new Exit(2, "the command line or the input makes no sense"),
                    new Exit(3, "some of several paths could not be looked at")),
            List.of(
                    new Example("linkwright show current", "everything about one link"),
                    new Example("linkwright show --json current", "the same for programs"),
                    new Example("linkwright show -q current", "only the exit code: does it lead anywhere?")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        Entry entry = work.links().show(item.path());
        Resolution resolution = entry instanceof Link
                ? work.followed().resolve(item.path().withoutTrailingSeparators())
                : null;
        return new Shown(entry, resolution, work.rules(), onWindows(entry, work));
    }

    /// Where a volume of Windows is played on another system, what a link is to Windows that has not its form.
    private static @Nullable String onWindows(Entry entry, Work work) throws FileSystemException {
        boolean isPlain = entry instanceof SymbolicLink && entry.status().reparseTag() == 0;
        boolean isPosix = work.rules() == PathRules.POSIX;
        if (entry instanceof WslLink && isPosix) {
            return "only WSL follows it";
        }
        return isPlain && isPosix && work.links().capabilities(entry.path().parent()).has(Capability.REPARSE_POINTS)
                ? "no link but a file with the attribute system; only ntfs-3g follows it"
                : null;
    }

    @Override
    boolean isProblem(Result result) {
        return result instanceof Shown shown && shown.isProblem();
    }
}
