package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Entry;
import dev.linkwright.Link;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
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
import org.jspecify.annotations.Nullable;

/// `remove LINK...`.
final class RemoveCommand extends ItemCommand {

    private static final Syntax SYNTAX = new Syntax(
            "remove", "LINK...", 1, Syntax.ANY_NUMBER, "remove links, and nothing but links",
            """
            Removes each LINK: the link itself, never what it leads to. Files, directories, volume mount points and
            other reparse points are refused and stay untouched. A separator at the end is ignored, so it does not turn
            the link into what it leads to.

            The result tells what the link was. With --null it is LINK and its text, which 'create --from - --null'
            takes to put the links back.
            """,
            Options.ofItems(Options.DRY_RUN),
            List.of(
                    new Exit(0, "every link is gone"),
                    new Exit(1, "nothing has that name, or it could not be removed"),
                    new Exit(2, "the command line or the input makes no sense; nothing was done"),
                    new Exit(3, "of several links some could not be removed, or for different reasons"),
                    new Exit(4, "refused: it is there and is not a link; it was not touched"),
                    new Exit(5, "not possible here")),
            List.of(
                    new Example("linkwright remove current", "the link goes, releases/42 stays"),
                    new Example("linkwright remove -n old-*", "what would be removed, and what refused"),
                    new Example("linkwright remove -0 a b >removed", "keeps what is needed to put them back")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        Entry entry = entry(item.path(), work);
        work.links().remove(item.path());
        LinkTarget target = entry instanceof Link link ? link.target() : null;
        return new Removed(item.path(), target, Kind.of(entry), !work.isDryRun(), work.rules());
    }

    private Entry entry(LinkPath path, Work work) throws FileSystemException {
        try {
            return work.links().show(path);
        } catch (FileSystemException e) {
            FileSystemException told = LinkFailure.detailsOf(e, name(), path).during(name(), path).toException();
            told.initCause(e);
            throw told;
        }
    }

    /// The link that was removed, or in a dry run would have been.
    private record Removed(
            LinkPath path,
            @Nullable LinkTarget target,
            Kind kind,
            boolean removed,
            PathRules rules) implements Result {

        @Override
        public void writeText(Page page) throws IOException {
            page.name(Colour.LINK, path);
            if (target != null) {
                page.words(" -> ").name(target);
            }
            page.words("  (").words(kind.words()).words(removed ? ", removed)" : ", dry run)").endLine();
        }

        @Override
        public void writeNul(NulFields fields) throws IOException {
            fields.name(path);
            if (target == null) {
                fields.word("");
            } else {
                fields.name(target);
            }
        }

        @Override
        public void writeJson(JsonFields fields) throws IOException {
            fields.name("path", path, rules);
            fields.text("kind", kind.json());
            if (target != null) {
                fields.name("target", target, rules);
            }
            fields.flag("removed", removed);
            if (!removed) {
                fields.flag("dryRun", true);
            }
        }
    }
}
