package dev.linkwright.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.Diagnostics;
import dev.linkwright.cli.output.Draft;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Report;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.output.SortedLines;
import dev.linkwright.tree.Verdict;

/// What a scan says to people: the links in groups by their gravest verdict, sorted by path, and a line of totals. Links
/// without a verdict are lines of paths alone.
final class ScanReport implements Report {

    private final Page page;
    private final Diagnostics diagnostics;
    private final ScanTotals totals;
    private final Draft draft;
    private final SortedLines unjudged = new SortedLines();
    private final Map<Verdict, SortedLines> groups = new EnumMap<>(Verdict.class);
    /// The first link of each loop.
    private final Set<LinkPath> loops = new HashSet<>();
    private final boolean judged;
    private long failures;

    /// @param judged whether the links have verdicts
    ScanReport(Page page, Diagnostics diagnostics, ScanTotals totals, boolean judged) {
        this.judged = judged;
        this.page = page;
        this.draft = new Draft(page);
        this.diagnostics = diagnostics;
        this.totals = totals;
    }

    @Override
    public void result(Result result) throws IOException {
        FoundLink link = (FoundLink) result;
        Verdict gravest = link.gravest();
        if (gravest == Verdict.LOOP) {
            loops.add(link.cycle().get(0).hop().path());
        }
        link.writeBehindPath(draft.page());
        SortedLines lines = gravest == null ? unjudged : groups.computeIfAbsent(gravest, first -> new SortedLines());
        lines.add(link.path(), draft.take());
    }

    @Override
    public void failure(FailureDetails failure) {
        failures++;
        diagnostics.failure(failure);
    }

    @Override
    public void finish() throws IOException {
        unjudged.writeTo(page, "");
        long problems = 0;
        for (Map.Entry<Verdict, SortedLines> group : groups.entrySet()) {
            Verdict verdict = group.getKey();
            // The links of one loop, and those that lead into it, are one problem.
            long count = verdict == Verdict.LOOP ? loops.size() : group.getValue().size();
            problems += verdict.isProblem() ? count : 0;
            String heading = Verdicts.word(verdict) + ": " + number(count);
            if (verdict == Verdict.LOOP && count != group.getValue().size()) {
                heading += " (" + number(group.getValue().size()) + " links)";
            }
            (verdict.isProblem() ? page.words(Colour.PROBLEM, heading) : page.words(Colour.LABEL, heading)).endLine();
            group.getValue().writeTo(page, "  ");
        }
        if (judged && totals.isInterrupted()) {
            page.words(number(problems, "problem") + " up to the interruption").endLine();
        } else if (judged) {
            page.words(number(totals.links(), "link") + " in "
                    + (totals.directories() == 1 ? "1 directory" : number(totals.directories()) + " directories") + ", "
                    + number(problems, "problem")
                    + (failures == 0 ? "" : ", " + number(failures) + " not examined")).endLine();
        }
    }

    private static String number(long number, String what) {
        return number(number) + ' ' + what + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
