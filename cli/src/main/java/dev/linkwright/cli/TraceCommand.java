package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.Resolution;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.NulFields;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.path.PathRules;

/// `trace PATH...`.
final class TraceCommand extends ItemCommand {

    private static final Syntax SYNTAX = new Syntax(
            "trace", "PATH...", 1, Syntax.ANY_NUMBER, "follow paths hop by hop",
            """
            Follows each PATH and tells every link that is met, in order: where it really is, its text, and then the
            end, the first part that is missing, the links that form a loop and no others, or why the system goes no
            further. Nothing is opened.

            The end need not exist, and a link may be anywhere in PATH. A PATH that is missing without any link on the
            way fails.

            With --null each result has three fields: PATH, its state, and how far it came.
            """,
            Options.ofItems(Options.FOLLOW_REMOTE),
            List.of(
                    new Exit(0, "every path leads to something"),
                    new Exit(1, "a path leads nowhere: a part is missing, a loop, no way to get there"),
                    new Exit(2, "the command line or the input makes no sense"),
                    new Exit(3, "some of several paths could not be looked at")),
            List.of(
                    new Example("linkwright trace current", "how current gets to where it leads"),
                    new Example("linkwright trace --json /usr/bin/java", "the same for programs"),
                    new Example("linkwright trace -q current/bin/tool", "only the exit code: does it lead anywhere?")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        Resolution resolution = work.followed().resolve(item.path());
        return new Traced(resolution, Step.of(resolution.hops(), work.links()),
                Step.of(resolution.cycle(), work.links()),
                work.rules());
    }

    @Override
    boolean isProblem(Result result) {
        return result instanceof Traced traced && traced.resolution.state() != LinkState.OK;
    }

    /// The way of one path.
    private record Traced(Resolution resolution, List<Step> hops, List<Step> cycle, PathRules rules)
            implements
                Result {

        @Override
        public LinkPath path() {
            return resolution.path();
        }

        @Override
        public void writeText(Page page) throws IOException {
            page.name(Colour.LINK, path()).endLine();
            for (int i = 0; i < hops.size(); i++) {
                Step step = hops.get(i);
                Labels.label(page, "hop " + (i + 1)).name(step.hop().path()).words(" -> ").name(step.hop().target());
                page.words(step.kind() == Kind.SYMLINK ? "" : "  (" + step.kind().words() + ")").endLine();
            }
            new Ending(resolution, rules).writeText(page);
        }

        @Override
        public void writeNul(NulFields fields) throws IOException {
            fields.name(path()).word(State.of(resolution.state()).json()).name(resolution.reached());
        }

        @Override
        public void writeJson(JsonFields fields) throws IOException {
            fields.name("path", path(), rules);
            fields.objects("hops", hops);
            new Ending(resolution, rules).writeJson(fields);
            if (!cycle.isEmpty()) {
                fields.objects("cycle", cycle);
            }
        }
    }
}
