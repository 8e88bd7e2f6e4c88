package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.path.PathRules;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.TreeObserver;
import dev.linkwright.tree.Trees;

/// `delete DIR...`.
final class DeleteCommand implements Command {

    private static final Syntax SYNTAX = new Syntax(
            "delete", "DIR...", 1, Syntax.ANY_NUMBER, "delete trees, and nothing that links in them lead to",
            """
            Deletes each DIR with everything below it, as 'rm -r' does. A link or junction is removed and never entered,
            whatever happens meanwhile; a DIR that is a link, without a separator behind it, is removed as a link.

            Refused before anything is removed: a root, a path that ends in dots, a mount point or a directory with one
            below it, the home directory, the working directory and what it is in, by whatever path. After that an error
            does not end the work: all of them are told, and what holds them stays.

            With --null each result has four fields: DIR, and how many directories, links and files were removed.
            """,
            Options.ofDirectories(Options.DRY_RUN),
            List.of(
                    new Exit(0, "everything is gone"),
                    new Exit(1, "nothing has that name, or nothing could be removed"),
                    new Exit(2, "the command line makes no sense; nothing was done"),
                    new Exit(3, "something could not be removed"),
                    new Exit(4, "refused: nothing was removed"),
                    new Exit(130, "interrupted: what was removed is told")),
            List.of(
                    new Example("linkwright delete build", "the directory and everything in it, links as links"),
                    new Example("linkwright delete -n old new", "what would be removed, and what refused")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public ExitCode run(CommandLine line, Console console) throws UsageException, IOException {
        Reports reports = new Reports(line, console, SYNTAX.name(), console.diagnostics(line, SYNTAX.name()));
        reports.refuseContradictions();
        reports.refuseZeroBytesInJson();
        line.requireOperands(SYNTAX);
        String home = console.invocation().environment().getOrDefault("HOME", "");
        boolean dryRun = line.has(Options.DRY_RUN);
        return new TreeRun(reports).run(line.operands(),
                (path, trees, observer) -> delete(path, trees, observer, home, dryRun));
    }

    private static TreeRun.Done delete(LinkPath path, Trees trees, TreeObserver observer, String home, boolean dryRun)
            throws FileSystemException {
        DeleteOptions options = DeleteOptions.defaults().withObserver(observer);
        PathRules rules = trees.linkSystem().rules();
        if (!home.isEmpty()) {
            options = options.withKept(LinkPath.of(rules, home));
        }
        Deletion deletion = trees.delete(path, options);
        long objects = deletion.directories() + deletion.links() + deletion.files();
        return new TreeRun.Done(new Deleted(deletion, dryRun, rules), objects, deletion.failures(), List.of(),
                deletion.stopped());
    }

    /// What has become of one operand.
    private record Deleted(Deletion deletion, boolean dryRun, PathRules rules) implements Result {

        @Override
        public LinkPath path() {
            return deletion.root();
        }

        @Override
        public String type() {
            return "tree";
        }

        @Override
        public void writeText(Page page) throws IOException {
            String sum = TreeRun.sum(deletion.directories(), deletion.links(), deletion.files());
            String how = dryRun ? "dry run: " : deletion.isComplete() ? "deleted: " : "incomplete: deleted ";
            page.name(Colour.LINK, path()).words("  (").words(how + sum).words(")").endLine();
        }

        @Override
        public void writeNul(NulFields fields) throws IOException {
            fields.name(path()).word(String.valueOf(deletion.directories())).word(String.valueOf(deletion.links()))
                    .word(String.valueOf(deletion.files()));
        }

        @Override
        public void writeJson(JsonFields fields) throws IOException {
            fields.name("path", path(), rules);
            fields.number("directories", deletion.directories());
            fields.number("links", deletion.links());
            fields.number("files", deletion.files());
            fields.flag("complete", deletion.isComplete());
            if (dryRun) {
                fields.flag("dryRun", true);
            }
        }
    }
}
