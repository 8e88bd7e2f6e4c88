package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Reason;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Report;
import dev.linkwright.cli.output.TextReport;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.DryRunLinkSystem;
import dev.linkwright.tree.Decision;
import dev.linkwright.tree.TreeObserver;
import dev.linkwright.tree.Trees;

/// One run of a command that changes trees: what `delete` and `copy` have in common. The work tells how far it is, ends
/// when the user asks for it, and comes to a result and any number of failures.
final class TreeRun {
    private static final long NANOSECONDS_BETWEEN_LINES = 100_000_000;

    private final Reports reports;
    private final Console console;
    private final CommandLine line;
    private final Outcome outcome = new Outcome();
    private final ProgressLine progress;

    TreeRun(Reports reports) {
        this.reports = reports;
        this.console = reports.console();
        this.line = reports.line();
        this.progress = ProgressLine.on(console, line);
    }

    /// Does it to each of the operands, or once to all of them.
    ExitCode run(List<Argument> operands, Work work) throws IOException {
        LinkSystem real = reports.linkSystem();
        if (real == null) {
            return ExitCode.INCAPABLE;
        }
        LinkSystem system = line.has(Options.DRY_RUN) ? new DryRunLinkSystem(real) : real;
        PathRules rules = system.rules();
        Report report = reports.report(rules,
                () -> new TextReport(console.page(line, Page.Names.QUOTED), reports.diagnostics()));
        LinkPath directory = console.invocation().directory();
        Trees trees = directory == null ? Trees.on(system) : Trees.on(system).relativeTo(directory);
        try (Interruption interruption = Interruption.watch(Thread.currentThread()::interrupt)) {
            TreeObserver observer = observer(interruption);
            boolean stopped = false;
            for (Iterator<Argument> each = operands.iterator(); each.hasNext() && !stopped;) {
                LinkPath path = LinkPath.ofBytes(rules, each.next().bytes());
                stopped = isStopped(path, trees, observer, work, report) && interruption.isRequested();
                stopped |= each.hasNext() && interruption.isRequested();
            }
            report.finish();
            return stopped ? ExitCode.INTERRUPTED : outcome.exitCode();
        }
    }

    /// @return whether the observer ended it, or there was no room to go on
    private boolean isStopped(LinkPath path, Trees trees, TreeObserver observer, Work work, Report report)
            throws IOException {
        Done done;
        try {
            done = work.perform(path, trees, observer);
        } catch (FileSystemException e) {
            progress.clear();
            FailureDetails failure = LinkFailure.detailsOf(e, reports.command(), path);
            outcome.failed(failure.reason());
            report.failure(failure);
            return failure.reason() == Reason.INTERRUPTED;
        }
        progress.clear();
        for (FailureDetails failure : done.failures()) {
            outcome.failed(failure.reason());
            report.failure(failure);
        }
        if (done.result().objects() > 0 || done.failures().isEmpty()) {
            outcome.good();
        }
        for (String warning : done.warnings()) {
            reports.diagnostics().note(warning);
        }
        report.result(done.result());
        return done.stopped();
    }

    private TreeObserver observer(Interruption interruption) {
        return new TreeObserver() {
            private long last = System.nanoTime();

            @Override
            public synchronized Decision progressed(long objects) {
                long now = System.nanoTime();
                if (now - last > NANOSECONDS_BETWEEN_LINES) {
                    last = now;
                    progress.show(String.format(Locale.ROOT, "%,d objects", objects));
                }
                return interruption.isRequested() ? Decision.STOP : Decision.CONTINUE;
            }
        };
    }

    /// What is done with one operand.
    @FunctionalInterface
    interface Work {
        Done perform(LinkPath path, Trees trees, TreeObserver observer) throws FileSystemException;
    }

    /// What came of it.
    record Done(TreeResult result, List<FailureDetails> failures, List<String> warnings, boolean stopped) {}
}
