package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.path.PathRules;

/// `read LINK...`.
final class ReadCommand extends ItemCommand {

    private static final Option RAW = Option.flag(
            "raw", 'r', Category.OUTPUT, "never quote, on a terminal either",
            "A text with control characters can then do to the terminal whatever such characters do.");

    private static final Syntax SYNTAX = new Syntax(
            "read", "LINK...", 1, Syntax.ANY_NUMBER, "print the text of links",
            """
            Prints the text that is stored in each link, one a line, byte by byte: nothing is resolved, normalised or
            checked. On a terminal a text that could be misread (control characters, invisible ones, bytes that are not
            UTF-8, a blank at an end) is shown as a word that a shell reads back: $'...'.

            Several texts come in the order of the links' paths, not of the operands; with --null they come in the order
            of the operands, each ended by a zero byte, which a text can never contain.
            """,
            Options.ofItems(RAW),
            List.of(
                    new Exit(0, "every text was read"),
                    new Exit(1, "nothing has that name, or it cannot be reached"),
                    new Exit(2, "the command line or the input makes no sense"),
                    new Exit(3, "of several links some could not be read, or for different reasons"),
                    new Exit(4, "it is there and is not a link")),
            List.of(
                    new Example("linkwright read current", "the text of one link"),
                    new Example("linkwright read -q current", "only the exit code: is it a link?"),
                    new Example("linkwright read -0 *", "for programs")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    Page.Names names(CommandLine line) {
        return line.has(RAW) ? Page.Names.VERBATIM : Page.Names.QUOTED;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        return new Text(item.path(), work.links().read(item.path()), work.rules());
    }

    /// The text of one link.
    private record Text(LinkPath path, LinkTarget target, PathRules rules) implements Result {

        @Override
        public void writeText(Page page) throws IOException {
            page.name(target).endLine();
        }

        @Override
        public void writeNul(NulFields fields) throws IOException {
            fields.name(target);
        }

        @Override
        public void writeJson(JsonFields fields) throws IOException {
            fields.name("path", path, rules);
            if (rules == PathRules.POSIX) {
                // Only symbolic links have a text there; on Windows it would cost another look to know.
                fields.text("kind", Kind.SYMLINK.json());
            }
            fields.name("target", target, rules);
        }
    }
}
