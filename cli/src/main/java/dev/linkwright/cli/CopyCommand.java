package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.linkwright.LinkPath;
import dev.linkwright.cli.output.JsonPart;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathRules;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.Loss;
import dev.linkwright.tree.Trees;

/// `copy SRC DST`.
final class CopyCommand implements Command {

    private static final Option LINKS = Option.choice(
            "links", Option.NO_LETTER, List.of("rebase", "verbatim", "refuse-outside", "materialize"), Category.ACTION,
            "what becomes of links",
            "rebase is the default: a link to something in SRC leads to the copy of it, one that leads out of SRC leads to"
                    + " the same place; relative texts stay relative. verbatim: every text stays. refuse-outside: as"
                    + " rebase, but links that lead out of SRC are failures. materialize: as rebase, but what they lead"
                    + " to is copied in their place.");
    private static final Option SPECIAL = Option.flag(
            "special", Option.NO_LETTER, Category.ACTION, "make named pipes, sockets and devices anew",
            "They are left out otherwise. None is ever opened.");

    private static final Syntax SYNTAX = new Syntax(
            "copy", "SRC DST", 2, 2, "copy a tree, its links as links",
            """
            Copies SRC with everything below it to DST, which must not exist: contents with their holes, links of every
            kind, names that are one object as one object, owners, permissions, times, extended attributes and access
            control lists, as 'cp -a' does. A SRC that is a link, without a separator behind it, is copied as a link.

            Until a directory is complete only its owner can enter it. Nothing is written through a link, whoever puts
            one there. What cannot be kept is told once for each kind; what cannot be copied is told, and the rest is
            copied all the same, unless no room is left. What has been copied then stays.

            With --null the result has six fields: DST, SRC, and how many directories, links, files and bytes.
            """,
            Options.ofDirectories(LINKS, SPECIAL, Options.DRY_RUN),
            List.of(
                    new Exit(0, "everything has been copied"),
                    new Exit(1, "SRC does not exist, or nothing could be copied"),
                    new Exit(2, "the command line makes no sense; nothing was done"),
                    new Exit(3, "something could not be copied"),
                    new Exit(4, "refused: DST exists or is inside of SRC, or SRC takes --special; nothing was done"),
                    new Exit(5, "SRC has links, and they cannot be made there; nothing was done"),
                    new Exit(130, "interrupted: what was copied is told, and stays")),
            List.of(
                    new Example("linkwright copy site backup", "links in site lead to backup in the copy"),
                    new Example("linkwright copy --links refuse-outside a b",
                            "nothing in b depends on what is elsewhere")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public ExitCode run(CommandLine line, Console console) throws UsageException, IOException {
        Reports reports = Reports.of(line, console, SYNTAX);
        Argument destination = line.operands().get(1);
        boolean dryRun = line.has(Options.DRY_RUN);
        boolean warns = !line.has(Options.JSON) && !line.has(Options.NDJSON) && !line.has(Options.QUIET);
        return new TreeRun(reports).run(line.operands().subList(0, 1), (path, trees, observer) -> copy(
                path, LinkPath.ofBytes(trees.linkSystem().rules(), destination.bytes()), trees,
                options(line).withObserver(observer), new Form(dryRun, warns)));
    }

    private static CopyOptions options(CommandLine line) {
        Argument links = line.value(LINKS);
        CopyOptions.LinkTexts texts = links == null
                ? CopyOptions.LinkTexts.REBASE
                : CopyOptions.LinkTexts.valueOf(links.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
        return CopyOptions.defaults().withLinkTexts(texts).withSpecialFiles(line.has(SPECIAL)
                ? CopyOptions.SpecialFiles.RECREATE
                : CopyOptions.SpecialFiles.LEAVE_OUT);
    }

    private static TreeRun.Done copy(LinkPath source, LinkPath destination, Trees trees, CopyOptions options,
            Form form) throws FileSystemException {
        Copied copied = trees.copy(source, destination, options);
        PathRules rules = trees.linkSystem().rules();
        TreeResult.End end = TreeResult.End.of(copied.isComplete(), form.dryRun());
        SortedMap<TreeCount, Long> counts = new TreeMap<>(Map.of(TreeCount.DIRECTORIES, copied.directories(),
                TreeCount.LINKS, copied.links(), TreeCount.FILES, copied.files(),
                TreeCount.HARD_LINKS, copied.hardLinks(), TreeCount.BYTES, copied.bytes()));
        List<JsonPart> losses = copied.losses().stream().map(loss -> part(loss, rules)).toList();
        List<String> warnings = form.warns() ? copied.losses().stream().map(CopyCommand::warning).toList() : List.of();
        return new TreeRun.Done(new TreeResult(destination, source, counts, end, words(end), losses, rules),
                copied.failures(), warnings, copied.stopped());
    }

    private static String words(TreeResult.End end) {
        return switch (end) {
            case DRY_RUN -> "dry run: ";
            case INCOMPLETE_DRY_RUN -> "dry run, incomplete: ";
            case COMPLETE -> "copied: ";
            case INCOMPLETE -> "incomplete, and left there: ";
        };
    }

    private static String warning(Loss loss) {
        String first = Quoting.inMessage(loss.path().bytes());
        if (loss.kind() == Loss.Kind.SPECIAL_FILES) {
            return "left out: " + loss.kind().words() + ", " + loss.count() + " of them: first " + first + " ("
                    + SPECIAL
                    + " makes them anew)";
        }
        return "lost: " + loss.kind().words() + " of " + loss.count() + (loss.count() == 1 ? " object" : " objects")
                + ": first " + first + " (" + why(loss) + ")";
    }

    private static String why(Loss loss) {
        String remark = loss.first().remark();
        String code = loss.first().codeName();
        return (remark == null ? loss.first().reason().sentence() : remark) + (code == null ? "" : ", " + code);
    }

    private static JsonPart part(Loss loss, PathRules rules) {
        return fields -> {
            fields.text("kind", loss.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            fields.number("count", loss.count());
            fields.name("path", loss.path(), rules);
            fields.text("why", why(loss));
        };
    }

    /// How the result is told.
    private record Form(boolean dryRun, boolean warns) {}
}
