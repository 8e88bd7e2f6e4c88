package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;

import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.UsageException;
import org.jspecify.annotations.Nullable;

/// A command that does the same to each of its items, which come from the operands or from `--from`.
abstract class ItemCommand implements Command {

    @Override
    public final ExitCode run(CommandLine line, Console console) throws UsageException, IOException {
        return new ItemRun(this, line, console).run();
    }

    /// The operation's name in failures.
    final String name() {
        return syntax().name();
    }

    /// What it wants to know of each item.
    Item.Form form() {
        return Item.Form.PATH;
    }

    /// The operand that is meant when there is none; null if there must be one.
    @Nullable
    String defaultOperand() {
        return null;
    }

    /// Refuses options that make no sense together, before anything is looked at.
    void check(CommandLine line) throws UsageException {
        // Most options go together.
    }

    /// Whether the command is one of those for which a [dev.linkwright.cli.startup.PlainLinkSystem] is enough.
    boolean isPlain() {
        return false;
    }

    /// [#isPlain()] for these options.
    boolean isPlain(CommandLine line) {
        return isPlain();
    }

    /// How names look in the text results where a terminal shows them.
    Page.Names names(CommandLine line) {
        return Page.Names.QUOTED;
    }

    /// Refuses items that make no sense, before anything is done.
    void check(Item item, CommandLine line) throws UsageException {
        // Most commands take any path.
    }

    /// Does it to one item.
    ///
    /// @throws FileSystemException if it could not be done; the run goes on with the next item
    abstract Result perform(Item item, Work work) throws FileSystemException;

    /// True when the item was examined and the answer is no.
    boolean isProblem(Result result) {
        return false;
    }
}
