package dev.linkwright.cli;

import java.util.Map;
import java.util.function.Supplier;

import dev.linkwright.cli.Invocation.Stream;
import dev.linkwright.cli.fronts.Surroundings;
import dev.linkwright.cli.output.Diagnostics;
import dev.linkwright.cli.output.Output;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import org.jspecify.annotations.Nullable;

/// The streams of one run, and how text is to look on them.
final class Console {

    private final Invocation invocation;
    private final Output out;
    private final Output err;

    Console(Invocation invocation) {
        this.invocation = invocation;
        this.out = new Output(invocation.out());
        this.err = new Output(invocation.err());
    }

    Invocation invocation() {
        return invocation;
    }

    Output out() {
        return out;
    }

    /// What a front end works with.
    Surroundings surroundings() {
        return new Surroundings(invocation.anySystem(), invocation.directory(), invocation.environment(),
                invocation.in(), out, err, new VersionText());
    }

    /// A class, because a lambda costs a plain run time.
    private static final class VersionText implements Supplier<String> {
        @Override
        public String get() {
            return Version.text();
        }
    }

    /// Stdout for text; `names` says how names look where a terminal shows them.
    Page page(CommandLine line, Page.Names names) {
        Page.Names shown = invocation.isTerminal(Stream.OUT) ? names : Page.Names.VERBATIM;
        return new Page(out, shown, colours(line.value(Options.COLOR), Stream.OUT));
    }

    /// Stderr, with nothing known of options yet.
    Diagnostics diagnostics() {
        return new Diagnostics(err, colours(null, Stream.ERR));
    }

    /// Stderr for a command.
    Diagnostics diagnostics(CommandLine line, String command) {
        return new Diagnostics(err, colours(line.value(Options.COLOR), Stream.ERR)).of(command);
    }

    private Page.Colours colours(@Nullable Argument choice, Stream stream) {
        String wanted = choice == null ? "auto" : choice.toString();
        boolean on = wanted.equals("always") || (wanted.equals("auto") && takesColours(stream));
        return on ? Page.Colours.ON : Page.Colours.OFF;
    }

    /// `NO_COLOR` counts when it is set to anything but the empty text (no-color.org).
    private boolean takesColours(Stream stream) {
        Map<String, String> environment = invocation.environment();
        return invocation.isTerminal(stream)
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
