package dev.linkwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.batch.NdjsonItems;
import dev.linkwright.cli.batch.NulItems;
import dev.linkwright.cli.output.Diagnostics;
import dev.linkwright.cli.output.Report;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.output.TextReport;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.DryRunLinkSystem;

/// One run of an [ItemCommand]: from the command line to the items, through the work, to the report and the exit code.
final class ItemRun {

    private final ItemCommand command;
    private final CommandLine line;
    private final Console console;
    private final Diagnostics diagnostics;
    private final Reports reports;
    private final Outcome outcome = new Outcome();

    ItemRun(ItemCommand command, CommandLine line, Console console) {
        this.command = command;
        this.line = line;
        this.console = console;
        this.diagnostics = console.diagnostics(line, command.name());
        this.reports = new Reports(line, console, command.name(), diagnostics);
    }

    ExitCode run() throws UsageException, IOException {
        refuseContradictions();
        command.check(line);
        Links links;
        try {
            links = links();
        } catch (IllegalStateException e) {
            // A link system that was asked for by name is not there (Links#system).
            diagnostics.error(String.valueOf(e.getMessage()));
            return ExitCode.INCAPABLE;
        }
        PathRules rules = links.linkSystem().rules();
        List<Item> items = items(rules);
        for (int i = 0; i < items.size(); i++) {
            command.check(items.get(i), line);
        }
        Report report = reports.report(rules,
                () -> new TextReport(console.page(line, command.names(line)), diagnostics));
        Work work = new Work(links, line, diagnostics);
        if (line.has(Options.VERBOSE)) {
            diagnostics.note("link system: " + links.linkSystem().name());
        }
        for (int i = 0; i < items.size(); i++) {
            perform(items.get(i), work, report);
        }
        report.finish();
        return outcome.exitCode();
    }

    private void perform(Item item, Work work, Report report) throws IOException {
        Result result;
        try {
            result = command.perform(item, work);
        } catch (FileSystemException e) {
            FailureDetails failure = LinkFailure.detailsOf(e, command.name(), item.path());
            outcome.failed(failure.reason());
            report.failure(failure);
            tellWhatLiesBehind(e, work);
            return;
        }
        if (command.isProblem(result)) {
            outcome.problem();
        } else {
            outcome.good();
        }
        report.result(result);
    }

    /// Linkwright's own exceptions say the same as the failure; what others threw below them may say more.
    private static void tellWhatLiesBehind(Throwable failure, Work work) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof LinkFailure)) {
                work.detail("because of " + Quoting.line(cause.toString()));
            }
        }
    }

    private void refuseContradictions() throws UsageException {
        reports.refuseContradictions();
        if (!line.has(Options.FROM)) {
            // With --from the zero bytes may be wanted for the input only.
            reports.refuseZeroBytesInJson();
            line.requireOperands(command.syntax());
            return;
        }
        if (line.count(Options.FROM) > 1) {
            throw new UsageException("'--from' is given more than once");
        }
        if (!line.operands().isEmpty()) {
            throw new UsageException("operands and '--from' exclude each other: " + line.operands().get(0).quoted());
        }
    }

    private Links links() {
        LinkSystem system = system();
        LinkPath directory = console.invocation().directory();
        return directory == null ? Links.on(system) : Links.on(system).relativeTo(directory);
    }

    private LinkSystem system() {
        Invocation invocation = console.invocation();
        if (line.has(Options.DRY_RUN)) {
            return new DryRunLinkSystem(invocation.system().get());
        }
        LinkSystem plain = command.isPlain(line) ? invocation.plainSystem() : null;
        return plain == null ? invocation.system().get() : plain;
    }

    private List<Item> items(PathRules rules) throws UsageException {
        Argument from = line.value(Options.FROM);
        if (from != null) {
            return itemsFrom(from, rules);
        }
        List<Item> items = new ArrayList<>();
        List<Argument> operands = line.operands();
        if (command.form() == Item.Form.PATH_AND_TARGET) {
            LinkTarget target = LinkTarget.ofBytes(operands.get(1).bytes());
            items.add(new Item(LinkPath.ofBytes(rules, operands.get(0).bytes()), target));
            return items;
        }
        for (int i = 0; i < operands.size(); i++) {
            items.add(new Item(LinkPath.ofBytes(rules, operands.get(i).bytes()), null));
        }
        String otherwise = operands.isEmpty() ? command.defaultOperand() : null;
        if (otherwise != null) {
            items.add(new Item(LinkPath.of(rules, otherwise), null));
        }
        return items;
    }

    private List<Item> itemsFrom(Argument from, PathRules rules) throws UsageException {
        try {
            if (from.equals(Argument.of("-"))) {
                return itemsIn(console.invocation().in(), rules);
            }
            try (InputStream file = Files.newInputStream(pathOf(from, rules))) {
                return itemsIn(file, rules);
            }
        } catch (IOException e) {
            throw new UsageException("cannot read " + from.quoted() + ": " + whyNot(e));
        }
    }

    private List<Item> itemsIn(InputStream input, PathRules rules) throws IOException, UsageException {
        return line.has(Options.NULL)
                ? NulItems.read(input, command.form(), rules)
                : NdjsonItems.read(input, command.form(), rules);
    }

    private Path pathOf(Argument file, PathRules rules) throws UsageException {
        LinkPath given = LinkPath.ofBytes(rules, file.bytes());
        if (given.isEmpty()) {
            throw new UsageException("'--from' needs the name of a file");
        }
        LinkPath directory = console.invocation().directory();
        Optional<Path> path = (directory == null ? given : directory.resolve(given)).toPath();
        if (path.isEmpty()) {
            throw new UsageException("cannot read " + file.quoted() + ": give it as '-' on stdin");
        }
        return path.get();
    }

    private static String whyNot(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return String.valueOf(e instanceof FileSystemException f ? f.getReason() : e.getMessage());
    }
}
