package dev.linkwright.cli;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;

/// The options that several commands have.
final class Options {

    static final Option DRY_RUN = Option.flag(
            "dry-run", 'n', Category.ACTION, "change nothing, say what would be done",
            "Names that are taken and directories that are missing are found out; permissions and room are not.");
    static final Option FROM = Option.value(
            "from", Option.NO_LETTER, "FILE", Category.INPUT,
            "take the items from FILE instead of operands; - is stdin",
            "JSON objects, one a line, with the fields that --ndjson writes; with --null fields that are ended by a zero"
                    + " byte. The whole input is read and checked before anything is done.");
    static final Option NULL = Option.flag(
            "null", '0', Category.OUTPUT, "fields ended by a zero byte instead of lines, in and out",
            "Names and texts are then never quoted, and results come in the order of the items.");
    static final Option JSON = Option.flag(
            "json", Option.NO_LETTER, Category.OUTPUT, "one JSON document with all results and errors",
            "Errors are then in the document and not on stderr.");
    static final Option NDJSON = Option.flag(
            "ndjson", Option.NO_LETTER, Category.OUTPUT, "a stream of JSON objects, one a line",
            "The last one is a summary. Errors are then in the stream and not on stderr.");
    static final Option COLOR = Option.choice(
            "color", Option.NO_LETTER, List.of("auto", "always", "never"), Category.OUTPUT, "colours in text",
            "auto is the default: colours on a terminal, unless NO_COLOR is set to anything or TERM is dumb.");
    static final Option FOLLOW_REMOTE = Option.flag(
            "follow-remote", Option.NO_LETTER, Category.ACTION, "follow links to other machines and to devices, too",
            "Only Windows has such texts. Without this nothing is opened there: it would hand your credentials to a"
                    + " server, and may take a minute.");
    static final Option QUIET = Option.flag(
            "quiet", 'q', Category.OUTPUT, "print no results; the exit code tells", "Failures are still told.");
    static final Option VERBOSE = Option.flag(
            "verbose", 'v', Category.OUTPUT, "say more on stderr",
            "How a result is known, and what lies behind a failure.");
    static final Option HELP = Option.flag("help", 'h', Category.HELP, "this page", "");
    static final Option VERSION = Option.flag(
            "version", 'V', Category.HELP, "the version of the program", "");

    private Options() {}

    /// A command's own options, then those that every command with items has.
    static List<Option> ofItems(Option... own) {
        List<Option> all = new ArrayList<>(List.of(own));
        all.add(FROM);
        addOutput(all);
        return all;
    }

    /// A command's own options, then those that a command with a few directories has.
    static List<Option> ofDirectories(Option... own) {
        List<Option> all = new ArrayList<>(List.of(own));
        addOutput(all);
        return all;
    }

    private static void addOutput(List<Option> all) {
        all.add(NULL);
        all.add(JSON);
        all.add(NDJSON);
        all.add(QUIET);
        all.add(VERBOSE);
        all.add(COLOR);
        all.add(HELP);
    }
}
