package dev.linkwright.cli;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Diagnosis;
import dev.linkwright.Entry;
import dev.linkwright.FailureDetails;
import dev.linkwright.Link;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;

/// `doctor [DIR]...`.
final class DoctorCommand extends ItemCommand {

    private static final Option CLEAN = Option.flag(
            "clean", Option.NO_LETTER, Category.ACTION, "remove what interrupted runs have left",
            """
            Only links with a temporary name, of this user, older than an hour, whose process is gone. Two that belong
            together and differ are kept and told: one of them may be the only copy of a link.""");

    private static final Syntax SYNTAX = new Syntax(
            "doctor", "[DIR]...", 0, Syntax.ANY_NUMBER, "find out what can be made in a directory",
            """
            Tries what can be made in each DIR (the working directory if there is none) by this user, and tells what
            works, what does not, why, and what can be done about it; also the link system in use, why not the system's
            own calls, the file system, the mount options that matter to links, and what interrupted runs have left;
            on Windows also the privilege, Developer Mode, the version, which links may be followed, RedirectionGuard
            and whether a cloud synchronises DIR.

            Everything is tried in a fresh private sub-directory, which is removed again. With --dry-run nothing is
            tried, and the answer is what the link system claims.

            With --null each thing that was tried has four fields: DIR, what, works or fails, and the reason.
            """,
            Options.ofDirectories(CLEAN, Options.DRY_RUN),
            List.of(
                    new Exit(0, "symbolic links can be made there"),
                    new Exit(1, "symbolic links cannot be made there, or it could not be looked at"),
                    new Exit(2, "the command line makes no sense; nothing was done"),
                    new Exit(3, "some of several directories could not be looked at")),
            List.of(
                    new Example("linkwright doctor", "what can be made here"),
                    new Example("linkwright doctor --dry-run --json /srv", "without making anything, for programs"),
                    new Example("linkwright doctor --clean releases", "and remove what a killed process left")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    String defaultOperand() {
        return ".";
    }

    @Override
    void check(CommandLine line) throws UsageException {
        if (line.has(CLEAN) && line.has(Options.DRY_RUN)) {
            throw new UsageException("'" + CLEAN + "' and '" + Options.DRY_RUN
                    + "' exclude each other: what is left is listed anyway");
        }
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        if (item.path().isEmpty()) {
            // To the library it is the working directory, as it is to Path; here it is a variable that was never set.
            throw FailureDetails.of("examine", item.path(), Reason.INVALID_NAME).withRemark("the path is empty")
                    .toException();
        }
        Diagnosis.Trying trying = work.isDryRun() ? Diagnosis.Trying.NOTHING : Diagnosis.Trying.EVERYTHING;
        Diagnosis diagnosis = work.links().diagnose(item.path(), trying);
        List<Examined.Leftover> leftovers = new ArrayList<>();
        for (LinkPath path : diagnosis.leftovers()) {
            leftovers.add(leftover(path, diagnosis.kept().contains(path), work));
        }
        List<LinkPath> removed = work.line().has(CLEAN) ? work.links().removeLeftovers(item.path()) : List.of();
        return new Examined(diagnosis, leftovers, removed, work.rules());
    }

    @Override
    boolean isProblem(Result result) {
        return result instanceof Examined examined && !examined.canMakeLinks();
    }

    private static Examined.Leftover leftover(LinkPath path, boolean kept, Work work) {
        LinkTarget target = null;
        try {
            Entry entry = work.links().show(path);
            target = entry instanceof Link link ? link.target() : null;
        } catch (FileSystemException goneMeanwhile) {
            work.detail("what was left is gone or cannot be looked at: " + goneMeanwhile.getMessage());
        }
        return new Examined.Leftover(path, target, kept, work.rules());
    }
}
