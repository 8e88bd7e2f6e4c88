package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Report;
import dev.linkwright.cli.output.SortedReport;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.tree.ScanEvent;
import dev.linkwright.tree.ScanOptions;
import dev.linkwright.tree.Trees;
import dev.linkwright.tree.Verdict;

/// One run of `scan`: from the events of the library to the report and the exit code.
final class ScanRun {

    private final Reports reports;
    private final Console console;
    private final CommandLine line;
    private final ScanOptions options;
    private final Set<Verdict> failOn;
    private final Outcome outcome = new Outcome();
    private final ProgressLine progress;

    ScanRun(Reports reports, ScanOptions options, Set<Verdict> failOn) {
        this.reports = reports;
        this.console = reports.console();
        this.line = reports.line();
        this.options = options;
        this.failOn = failOn;
        this.progress = ProgressLine.on(console, line);
    }

    ExitCode run() throws IOException {
        LinkSystem system = reports.linkSystem();
        if (system == null) {
            return ExitCode.INCAPABLE;
        }
        Links links = Links.on(system);
        ScanTotals totals = new ScanTotals();
        Report report = report(links, totals);
        LinkPath directory = console.invocation().directory();
        Trees trees = Trees.on(links.linkSystem());
        try (Interruption interruption = Interruption.watch()) {
            for (Argument operand : line.operands()) {
                LinkPath root = LinkPath.ofBytes(links.linkSystem().rules(), operand.bytes());
                if (!totals.isInterrupted()) {
                    scan(directory == null ? trees : trees.relativeTo(directory), root, links, report, totals,
                            interruption);
                }
            }
            report.finish();
        }
        if (totals.isInterrupted()) {
            reports.diagnostics().error("interrupted: not everything was examined");
            return ExitCode.INTERRUPTED;
        }
        return outcome.exitCode();
    }

    private Report report(Links links, ScanTotals totals) throws IOException {
        Report report = reports.report(links.linkSystem().rules(), () -> new ScanReport(
                console.page(line, Page.Names.QUOTED), reports.diagnostics(), totals,
                options.judgement() == ScanOptions.Judgement.FULL));
        boolean streams = line.has(Options.NDJSON) || line.has(Options.NULL);
        return streams && line.has(ScanCommand.SORT) ? new SortedReport(report) : report;
    }

    private void scan(Trees trees, LinkPath root, Links links, Report report, ScanTotals totals,
            Interruption interruption) throws IOException {
        try (Stream<ScanEvent> events = trees.scan(root, options)) {
            outcome.good();
            ScanEvent.Progress last = null;
            boolean isEnding = false;
            for (Iterator<ScanEvent> each = events.iterator(); each.hasNext();) {
                ScanEvent event = each.next();
                if (event instanceof ScanEvent.Progress now) {
                    last = now;
                    tell(now);
                } else {
                    take(event, links, report);
                }
                // One event more: what was found comes right behind the progress at which the interruption was noticed.
                if (isEnding && each.hasNext()) {
                    totals.interrupt();
                    break;
                }
                isEnding = interruption.isRequested();
            }
            totals.add(last);
        } catch (FileSystemException e) {
            fail(LinkFailure.detailsOf(e, "scan", root).during("scan", root), report);
        } finally {
            progress.clear();
        }
    }

    private void take(ScanEvent event, Links links, Report report) throws IOException {
        if (event instanceof ScanEvent.Found found) {
            if (Collections.disjoint(found.verdicts(), failOn)) {
                outcome.good();
            } else {
                outcome.problem();
            }
            report.result(FoundLink.of(found, links));
        } else if (event instanceof ScanEvent.Failed failed) {
            fail(failed.failure().details(), report);
        }
    }

    private void fail(FailureDetails failure, Report report) throws IOException {
        progress.clear();
        outcome.failed(failure.reason());
        report.failure(failure);
    }

    /// Who reads a stream of results gets what there is.
    private void tell(ScanEvent.Progress now) throws IOException {
        if (line.has(Options.NDJSON) || line.has(Options.NULL)) {
            console.out().flush();
        }
        progress.show(now);
    }
}
