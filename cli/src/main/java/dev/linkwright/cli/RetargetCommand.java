package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.linkwright.Entry;
import dev.linkwright.Link;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import org.jspecify.annotations.Nullable;

/// `retarget LINK TARGET`.
final class RetargetCommand extends ItemCommand {

    private static final Option EXPECT = Option.value(
            "expect", 'e', "TEXT", Category.ACTION, "only if the text of LINK is TEXT now, to the letter",
            "Otherwise the link is left alone (exit code 4): a compare-and-set.");
    private static final Option ALLOW_GAP = Option.flag(
            "allow-gap", Option.NO_LETTER, Category.ACTION,
            "where there is no better way, remove the link and make it anew",
            "For a moment nothing has the name then. Without this it is refused (exit code 5).");

    private static final Syntax SYNTAX = new Syntax(
            "retarget", "LINK TARGET", 2, 2, "give a link another text, without a gap",
            """
            Replaces the text of LINK by TARGET, exactly as given, in one step: whoever looks finds the old link or the
            new one, and never nothing. What is not a symbolic link is refused and stays untouched. A link that has the
            text already is left alone. Owner and times stay as they are; where that cannot be, it is told.

            What the file system made possible is told in JSON and by --verbose. atomic: nothing that others put at the
            name meanwhile can be lost; it goes back to its place and the command fails. in-place: the link itself was
            changed. checked: that it was the expected link was seen right before it was replaced. gap: for a moment
            there was nothing.

            With --from an item may have a field expect of its own. With --null the result is LINK, its text, and the
            text that it had.
            """,
            Options.ofItems(EXPECT, ALLOW_GAP, Options.DRY_RUN),
            List.of(
                    new Exit(0, "the link has the text, whether or not its target is there"),
                    new Exit(1, "nothing has that name, or it could not be replaced: no permission, no room"),
                    new Exit(2, "the command line or the input makes no sense; nothing was done"),
                    new Exit(3, "of several links some could not be replaced, or for different reasons"),
                    new Exit(4, "refused: it is not a link, has another text than expected, or was changed meanwhile"),
                    new Exit(5, "not possible here without a gap, or at all")),
            List.of(
                    new Example("linkwright retarget current releases/43", "the next release"),
                    new Example("linkwright retarget --expect releases/42 current releases/43",
                            "unless somebody was faster"),
                    new Example("linkwright retarget --from links.ndjson --json", "many links by one process")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    Item.Form form() {
        return Item.Form.PATH_AND_TARGET;
    }

    @Override
    void check(Item item, CommandLine line) throws UsageException {
        Argument expected = line.value(EXPECT);
        if (expected != null && item.expect() != null && !expected.equals(Argument.ofBytes(item.expect().bytes()))) {
            throw new UsageException("'" + EXPECT + "' and the field 'expect' say different things of "
                    + Argument.ofBytes(item.path().bytes()).quoted());
        }
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        LinkTarget target = Objects.requireNonNull(item.target(), "an item without its text");
        Retargeting done = work.links().retarget(item.path(), target, options(item, work.line()));
        work.detail("guarantee: " + Guarantees.json(done.guarantee()));
        Lost.tellWhy(done.notKept(), work);
        Kind kind = Kind.SYMLINK;
        State state = null;
        Set<PathWarning> warnings = Set.of();
        try {
            Entry entry = work.links().show(item.path());
            kind = Kind.of(entry);
            warnings = entry instanceof Link link ? link.windowsWarnings() : Set.of();
            state = State.of(work.links().state(item.path().withoutTrailingSeparators()));
        } catch (FileSystemException e) {
            // The text was replaced; that the link cannot be looked at is not this command's failure.
            work.detail("the link was replaced, but cannot be looked at: " + e.getMessage());
        }
        PathWarnings.note(item.path(), warnings, work);
        return new Replaced(done, kind, state, warnings, work.isDryRun(), work.rules());
    }

    private static RetargetOptions options(Item item, CommandLine line) {
        RetargetOptions options = RetargetOptions.defaults();
        Argument expected = line.value(EXPECT);
        if (item.expect() != null) {
            options = options.withExpected(item.expect());
        } else if (expected != null) {
            options = options.withExpected(LinkTarget.ofBytes(expected.bytes()));
        }
        return line.has(ALLOW_GAP) ? options.withGap(RetargetOptions.Gap.ALLOWED) : options;
    }

    /// The link that has another text now, or in a dry run would have.
    private record Replaced(
            Retargeting done,
            Kind kind,
            @Nullable State state,
            Set<PathWarning> warnings,
            boolean isDryRun,
            PathRules rules) implements Result {

        @Override
        public LinkPath path() {
            return done.link();
        }

        @Override
        public void writeText(Page page) throws IOException {
            page.name(Colour.LINK, path()).words(" -> ").name(done.target()).words("  (").words(kind.words());
            if (state == State.OK) {
                page.words(", ").words(state.words());
            } else if (state != null) {
                page.words(", ").words(Colour.PROBLEM, state.words());
            }
            if (done.changed()) {
                page.words(", was ").name(done.previous());
                Lost.writeText(page, done.notKept());
            } else {
                page.words(", unchanged");
            }
            page.words(isDryRun ? ", dry run)" : ")").endLine();
        }

        @Override
        public void writeNul(NulFields fields) throws IOException {
            fields.name(path()).name(done.target()).name(done.previous());
        }

        @Override
        public void writeJson(JsonFields fields) throws IOException {
            fields.name("path", path(), rules);
            fields.text("kind", kind.json());
            fields.name("target", done.target(), rules);
            if (state != null) {
                fields.text("state", state.json());
            }
            fields.name("previous", done.previous(), rules);
            fields.flag("changed", done.changed() && !isDryRun);
            fields.text("guarantee", Guarantees.json(done.guarantee()));
            Lost.writeJson(fields, done.notKept());
            if (!warnings.isEmpty()) {
                fields.texts("warnings", PathWarnings.json(warnings));
            }
            if (isDryRun) {
                fields.flag("dryRun", true);
            }
        }
    }
}
