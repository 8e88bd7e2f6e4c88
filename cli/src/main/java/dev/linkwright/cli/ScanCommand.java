package dev.linkwright.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.tree.Exclusion;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Verdict;
import dev.linkwright.tree.WalkOptions;
import org.jspecify.annotations.Nullable;

/// `scan DIR...`.
final class ScanCommand implements Command {

    static final Option SORT = Option.flag(
            "sort", Option.NO_LETTER, Category.OUTPUT, "sort --ndjson and --null by path too",
            "They come as they are found otherwise; text and --json are always sorted.");
    static final Option NAMES = Option.flag(
            "names", Option.NO_LETTER, Category.ACTION, "list the links only, read and follow none", "");

    private static final Option PROBLEMS = Option.flag(
            "problems", Option.NO_LETTER, Category.ACTION, "only links that do not do what links are for",
            "missing, loop, hop-limit, unreachable, wrong-type, slash, deceptive; and what --fail-on names.");
    private static final Option FAIL_ON = Option.value(
            "fail-on", Option.NO_LETTER, "VERDICT,...", Category.ACTION, "the verdicts that make the exit code 1",
            "The problems, if it is not given; none for never.");
    private static final Option ONE_FILE_SYSTEM = Option.flag(
            "one-file-system", 'x', Category.INPUT, "stay on the file system of each DIR",
            "A mount is a boundary even if it shows the same file system.");
    private static final Option MAX_DEPTH = Option.value(
            "max-depth", Option.NO_LETTER, "N", Category.INPUT, "go down N levels; 1 for DIR itself", "");
    private static final Option EXCLUDE = Option.value(
            "exclude", Option.NO_LETTER, "PATTERN", Category.INPUT, "leave out what matches; may be repeated",
            "Names, or ways from DIR if there is a / in it: * ? [a-z] and ** for any number of levels. A / at the end"
                    + " says directories only.");

    private static final String NEVER = "none";

    private static final Syntax SYNTAX = new Syntax(
            "scan", "DIR...", 1, Syntax.ANY_NUMBER, "find links in trees and judge them",
            """
            Finds the links below each DIR and tells how following each of them ends, and what else there is to say of
            it. No link is ever entered; a DIR that is a link needs a / behind it.

            Problems: missing, loop, hop-limit (no loop, but too many links), unreachable (it may be there: permission,
            policy, network, nothing mounted), wrong-type and deceptive (Windows: for the other kind of target; with a
            label that names another one), slash (Windows cannot follow it). Other verdicts: escaping (out of DIR),
            other-filesystem, absolute, case-mismatch, over-long, not-portable (to Windows), messy; ok; git-placeholder
            (no link but a file with the text of one, which git made because core.symlinks is false).

            The links of one loop are one problem. What could not be examined is told, and never taken for missing.

            With --null each result has three fields: the path, its verdicts with commas between them, its text; with
            --names the path alone.
            """,
            Options.ofDirectories(PROBLEMS, FAIL_ON, NAMES, ONE_FILE_SYSTEM, MAX_DEPTH, EXCLUDE, SORT),
            List.of(
                    new Exit(0, "everything was examined, and nothing is wrong"),
                    new Exit(1, "there are problems (or what --fail-on names), or the only DIR cannot be scanned"),
                    new Exit(2, "the command line makes no sense; nothing was done"),
                    new Exit(3, "something could not be examined, whatever else was found"),
                    new Exit(4, "the only DIR is a link"),
                    new Exit(130, "interrupted: what was found is told")),
            List.of(
                    new Example("linkwright scan --problems .", "what is broken here"),
                    new Example("linkwright scan --fail-on missing,escaping -q site", "for a build: exit code 1 if so"),
                    new Example("linkwright scan --names -x /", "all links of a file system")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public ExitCode run(CommandLine line, Console console) throws UsageException, IOException {
        Reports reports = Reports.of(line, console, SYNTAX);
        reports.refuse(NAMES, PROBLEMS);
        reports.refuse(NAMES, FAIL_ON);
        Set<Verdict> failOn = failOn(line.value(FAIL_ON));
        return new ScanRun(reports, options(line, failOn), failOn).run();
    }

    private static ScanOptions options(CommandLine line, Set<Verdict> failOn) throws UsageException {
        ScanOptions options = ScanOptions.defaults().withWalk(walk(line));
        if (line.has(NAMES)) {
            return options.withJudgement(ScanOptions.Judgement.NONE);
        }
        if (!line.has(PROBLEMS)) {
            return options;
        }
        Set<Verdict> wanted = EnumSet.copyOf(Verdict.problems());
        wanted.addAll(failOn);
        return options.withWanted(wanted);
    }

    private static WalkOptions walk(CommandLine line) throws UsageException {
        WalkOptions walk = WalkOptions.defaults();
        if (line.has(ONE_FILE_SYSTEM)) {
            walk = walk.withBoundary(WalkOptions.Boundary.FILE_SYSTEM);
        }
        Argument depth = line.value(MAX_DEPTH);
        if (depth != null) {
            walk = walk.withMaxDepth(depth(depth));
        }
        for (Argument pattern : line.values(EXCLUDE)) {
            walk = walk.withExclusion(exclusion(pattern));
        }
        return walk;
    }

    private static int depth(Argument depth) throws UsageException {
        try {
            int levels = Integer.parseInt(depth.toString());
            if (levels >= 1) {
                return levels;
            }
        } catch (NumberFormatException e) {
            throw noDepth(depth);
        }
        throw noDepth(depth);
    }

    private static UsageException noDepth(Argument depth) {
        return new UsageException("'" + MAX_DEPTH + "' takes a number from 1, not " + depth.quoted());
    }

    private static Exclusion exclusion(Argument pattern) throws UsageException {
        try {
            return Exclusion.of(pattern.bytes());
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + EXCLUDE + "' " + pattern.quoted() + ": " + e.getMessage());
        }
    }

    private static Set<Verdict> failOn(@Nullable Argument given) throws UsageException {
        if (given == null) {
            return Verdict.problems();
        }
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (String word : given.toString().split(",", -1)) {
            if (!word.equals(NEVER)) {
                verdicts.add(verdict(word));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(String word) throws UsageException {
        List<String> known = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (Verdicts.word(verdict).equals(word)) {
                return verdict;
            }
            known.add(Verdicts.word(verdict));
        }
        throw new UsageException("'" + FAIL_ON + "' knows no '" + word + "'; there are " + String.join(", ", known)
                + ", and " + NEVER);
    }
}
