package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.linkwright.LinkPath;
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
        Reports reports = Reports.of(line, console, SYNTAX);
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
        TreeResult.End end = TreeResult.End.of(deletion.isComplete(), dryRun);
        SortedMap<TreeCount, Long> counts = new TreeMap<>(Map.of(TreeCount.DIRECTORIES, deletion.directories(),
                TreeCount.LINKS, deletion.links(), TreeCount.FILES, deletion.files()));
        return new TreeRun.Done(new TreeResult(path, null, counts, end, words(end), List.of(), rules),
                deletion.failures(), List.of(), deletion.stopped());
    }

    private static String words(TreeResult.End end) {
        return switch (end) {
            case DRY_RUN -> "dry run: ";
            case INCOMPLETE_DRY_RUN -> "dry run, incomplete: ";
            case COMPLETE -> "deleted: ";
            case INCOMPLETE -> "incomplete: deleted ";
        };
    }
}
