package dev.linkwright.cli;

import java.io.IOException;
import java.util.function.Supplier;

import dev.linkwright.LinkSystem;
import dev.linkwright.cli.output.Diagnostics;
import dev.linkwright.cli.output.JsonReport;
import dev.linkwright.cli.output.NdjsonReport;
import dev.linkwright.cli.output.NulReport;
import dev.linkwright.cli.output.QuietReport;
import dev.linkwright.cli.output.Report;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// The form of the results, by the options that all commands have for it.
record Reports(CommandLine line, Console console, String command, Diagnostics diagnostics) {

    /// Those of a command of trees, whose command line has been found to make sense as far as they have it in common.
    static Reports of(CommandLine line, Console console, Syntax syntax) throws UsageException {
        Reports reports = new Reports(line, console, syntax.name(), console.diagnostics(line, syntax.name()));
        reports.refuseContradictions();
        reports.refuseZeroBytesInJson();
        line.requireOperands(syntax);
        return reports;
    }

    /// The link system of the run; null if there is none, which has been told then.
    @Nullable
    LinkSystem linkSystem() {
        try {
            LinkSystem system = console.invocation().system().get();
            if (line.has(Options.VERBOSE)) {
                diagnostics.note("link system: " + system.name());
            }
            return system;
        } catch (IllegalStateException e) {
            diagnostics.error(String.valueOf(e.getMessage()));
            return null;
        }
    }

    void refuseContradictions() throws UsageException {
        refuse(Options.JSON, Options.NDJSON);
        refuse(Options.QUIET, Options.VERBOSE);
        refuse(Options.QUIET, Options.JSON);
        refuse(Options.QUIET, Options.NDJSON);
    }

    void refuseZeroBytesInJson() throws UsageException {
        refuse(Options.NULL, Options.JSON);
        refuse(Options.NULL, Options.NDJSON);
    }

    void refuse(Option one, Option other) throws UsageException {
        if (line.has(one) && line.has(other)) {
            throw new UsageException("'" + one + "' and '" + other + "' exclude each other");
        }
    }

    /// @param text the command's own form for people
    Report report(PathRules rules, Supplier<Report> text) throws IOException {
        if (line.has(Options.JSON)) {
            return new JsonReport(console.out(), command, rules);
        }
        if (line.has(Options.NDJSON)) {
            return new NdjsonReport(console.out(), command, rules);
        }
        if (line.has(Options.QUIET)) {
            return new QuietReport(diagnostics);
        }
        return line.has(Options.NULL) ? new NulReport(console.out(), diagnostics) : text.get();
    }
}
