package dev.linkwright.cli;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkExistsException;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.ReparseCreation;
import dev.linkwright.ReparseOptions;
import dev.linkwright.TargetKind;
import dev.linkwright.cli.batch.Item;
import dev.linkwright.cli.output.Result;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.cli.syntax.Syntax.Exit;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.cli.text.Quoting;
import org.jspecify.annotations.Nullable;

/// `create LINK TARGET`.
final class CreateCommand extends ItemCommand {

    private static final Option KIND = Option.choice(
            "kind", 'k', List.of("auto", "file", "directory", "junction", "hard"), Category.ACTION,
            "the kind of link to make",
            """
            auto is the default: what the target is; for a missing one a directory link if the text ends in a
            separator, else a file link. Only Windows tells file and directory links apart. hard gives an existing file
            a second name: TARGET is then a path like any other, counted from the working directory.
            """);

    private static final Option IF_EXISTS = Option.choice(
            "if-exists", Option.NO_LETTER, List.of("fail", "keep", "replace", "backup"), Category.ACTION,
            "what to do when LINK is there already",
            """
            fail is the default. keep takes the very same link for success and refuses anything else. replace gives a
            link the new text without a gap and refuses what is no link. backup keeps whatever is there as LINK~, or
            LINK.~1~ and so on, never over an older backup.
            """);
    private static final Option PARENTS = Option.flag(
            "parents", 'p', Category.ACTION, "make missing directories",
            "They are removed again if the link cannot be made.");
    private static final Option RELATIVE = Option.flag(
            "relative", 'r', Category.ACTION, "store an absolute TARGET as a relative text",
            "It is counted from the directory that really holds LINK, whatever links lead there.");
    private static final Option ABSOLUTE = Option.flag(
            "absolute", Option.NO_LETTER, Category.ACTION, "store a relative TARGET as an absolute text",
            "TARGET is looked up from the directory of LINK, as always.");

    private static final Syntax SYNTAX = new Syntax(
            "create", "LINK TARGET", 2, 2, "make a link",
            """
            Makes LINK, a link whose text is TARGET, exactly as given. The link comes first, as in the Windows function
            CreateSymbolicLink.

            A relative TARGET is looked up from the directory of the link, when the link is used; it need not exist.
            LINK must be free and its directory must exist, unless --if-exists and --parents say otherwise. A separator
            at the end of LINK is ignored.

            The result tells the kind of the link and how following it ends now. With --null it is LINK and TARGET.
            """,
            Options.ofItems(KIND, IF_EXISTS, PARENTS, RELATIVE, ABSOLUTE, ReparseWish.REPARSE, ReparseWish.DRIVE,
                    ReparseWish.VOLUME_GUID, Options.DRY_RUN),
            List.of(
                    new Exit(0, "the link is there, whether or not its target is"),
                    new Exit(1, "it could not be made: its directory is missing, no permission, no room, a long name"),
                    new Exit(2, "the command line or the input makes no sense; nothing was done"),
                    new Exit(3, "of several links some could not be made, or for different reasons"),
                    new Exit(4, "refused: something has that name that may not be kept, replaced or moved; it was not"
                            + " touched"),
                    new Exit(5, "not possible here: the privilege or the file system lacks it")),
            List.of(
                    new Example("linkwright create current releases/42", "current leads to releases/42 beside it"),
                    new Example("linkwright create --kind directory docs ../shared/docs",
                            "for a target that comes later"),
                    new Example("linkwright create --if-exists keep --parents a/b/link ../x",
                            "may be run again and again"),
                    new Example("linkwright create --if-exists backup config dotfiles/config",
                            "what was config is config~ now"),
                    new Example("linkwright create --relative current \"$PWD\"/releases/42",
                            "the text is releases/42"),
                    new Example("linkwright create --reparse --kind junction --drive D: apps programs",
                            "on an NTFS disk, for Windows"),
                    new Example("linkwright create --kind hard copy.txt original.txt", "a second name for a file"),
                    new Example("linkwright create --from links.ndjson --json", "many links by one process")));

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    Item.Form form() {
        return Item.Form.PATH_AND_TARGET;
    }

    @Override
    void check(CommandLine line) throws UsageException {
        if (line.has(RELATIVE) && line.has(ABSOLUTE)) {
            throw new UsageException("'" + RELATIVE + "' and '" + ABSOLUTE + "' exclude each other");
        }
        ReparseWish.check(line, List.of(IF_EXISTS, PARENTS));
    }

    @Override
    void check(Item item, CommandLine line) throws UsageException {
        Wish wish = wish(item, line);
        if (wish == null) {
            throw new UsageException("a link of the kind " + Argument.of(String.valueOf(item.kind())).quoted()
                    + " cannot be made: " + Argument.ofBytes(item.path().bytes()).quoted());
        }
        Option unfit = wish == Wish.HARD ? optionOfSymbolicLinks(line) : null;
        if (unfit != null) {
            throw new UsageException("'" + unfit + "' is for symbolic links, not for hard ones");
        }
    }

    private static @Nullable Option optionOfSymbolicLinks(CommandLine line) {
        for (Option option : List.of(IF_EXISTS, PARENTS, RELATIVE, ABSOLUTE, ReparseWish.REPARSE)) {
            if (line.has(option)) {
                return option;
            }
        }
        return null;
    }

    @Override
    boolean isPlain() {
        return true;
    }

    @Override
    boolean isPlain(CommandLine line) {
        Argument kind = line.value(KIND);
        return !line.has(ReparseWish.REPARSE) && (kind == null || Wish.of(kind.toString()) != Wish.JUNCTION);
    }

    @Override
    Result perform(Item item, Work work) throws FileSystemException {
        try {
            return make(item, Objects.requireNonNull(item.target(), "an item without its text"), work);
        } catch (LinkExistsException e) {
            // Who is used to ln gives the target first, and then it is the target whose name is taken.
            FailureDetails failure = e.details();
            throw failure.advice() != null || work.line().has(IF_EXISTS)
                    ? e
                    : failure.withAdvice("The link comes first, its target second; --if-exists says what may become of"
                            + " what exists.").toException();
        }
    }

    private static Result make(Item item, LinkTarget target, Work work) throws FileSystemException {
        Wish wish = Objects.requireNonNull(wish(item, work.line()), "an item that was not checked");
        if (work.line().has(ReparseWish.REPARSE)
                || (wish == Wish.JUNCTION && hasJunctions(item.path(), work.links()))) {
            return reparsePoint(item.path(), target, wish, work);
        }
        if (wish == Wish.JUNCTION) {
            throw noJunction(item.path(), target, work.links());
        }
        if (wish == Wish.HARD) {
            work.links().createHardLink(item.path(), LinkPath.ofBytes(work.rules(), target.bytes()));
            return Made.hardLink(item.path(), target, work);
        }
        return describe(work.links().create(item.path(), target, options(wish, work.line())), work);
    }

    private static boolean hasJunctions(LinkPath link, Links links) throws FileSystemException {
        return links.capabilities(link.parent()).has(Capability.JUNCTIONS);
    }

    private static Made reparsePoint(LinkPath link, LinkTarget target, Wish wish, Work work)
            throws FileSystemException {
        ReparseOptions options = ReparseWish.options(work.line(), wish.reparseKind, textForm(work.line()));
        ReparseCreation creation = work.links().createReparsePoint(link, target, options);
        PathWarnings.note(link, creation.warnings(), work);
        return Made.reparsePoint(creation, stateOf(link, work), work);
    }

    private static CreateOptions options(Wish wish, CommandLine line) {
        CreateOptions options = CreateOptions.defaults().withTargetKind(wish.targetKind);
        Argument taken = line.value(IF_EXISTS);
        if (taken != null) {
            options = options.withIfExists(switch (taken.toString()) {
                case "keep" -> CreateOptions.IfExists.KEEP;
                case "replace" -> CreateOptions.IfExists.REPLACE;
                case "backup" -> CreateOptions.IfExists.BACKUP;
                default -> CreateOptions.IfExists.FAIL;
            });
        }
        if (line.has(PARENTS)) {
            options = options.withParents(CreateOptions.Parents.MADE);
        }
        return options.withTextForm(textForm(line));
    }

    private static CreateOptions.TextForm textForm(CommandLine line) {
        if (line.has(RELATIVE)) {
            return CreateOptions.TextForm.RELATIVE;
        }
        return line.has(ABSOLUTE) ? CreateOptions.TextForm.ABSOLUTE : CreateOptions.TextForm.VERBATIM;
    }

    private static @Nullable State stateOf(LinkPath link, Work work) {
        try {
            return State.of(work.links().state(link.withoutTrailingSeparators()));
        } catch (FileSystemException e) {
            // The link was made; that it cannot be looked at is not this command's failure.
            work.detail("the link was made, but cannot be looked at: " + e.getMessage());
            return null;
        }
    }

    private static Made describe(Creation creation, Work work) {
        LinkPath link = creation.link();
        LinkTarget text = creation.target();
        State state = null;
        try {
            if (creation.verification() == Creation.Verification.STORED_OTHERWISE) {
                text = work.links().read(link);
                work.diagnostics().note("the system stored " + Quoting.inMessage(creation.target().bytes())
                        + " in its own spelling: " + Quoting.inMessage(text.bytes()));
            }
            state = State.of(work.links().state(link.withoutTrailingSeparators()));
        } catch (FileSystemException e) {
            // The link was made; that it cannot be looked at is not this command's failure.
            work.detail("the link was made, but cannot be looked at: " + e.getMessage());
        }
        if (creation.verification() == Creation.Verification.UNVERIFIED) {
            work.diagnostics().note("the system reported success for " + Quoting.inMessage(link.bytes())
                    + ", but the link could not be read back");
        }
        work.detail("verification: " + creation.verification());
        Lost.tellWhy(creation.notKept(), work);
        return Made.symbolicLink(creation, text, state, work);
    }

    private static FileSystemException noJunction(LinkPath link, LinkTarget target, Links links)
            throws FileSystemException {
        String why = links.capabilities(link.parent()).whyNot(Capability.JUNCTIONS)
                .orElse("junctions belong to NTFS");
        return FailureDetails.of("create", link, Reason.CAPABILITY_MISSING).withTarget(target).withRemark(why)
                .withAdvice("Where there are symbolic links, --kind directory makes one.").toException();
    }

    /// What the item says, else what the option says; null if the item says something that cannot be made.
    private static @Nullable Wish wish(Item item, CommandLine line) {
        Argument option = line.value(KIND);
        String said = item.kind() != null ? item.kind() : option == null ? "auto" : option.toString();
        return Wish.of(said);
    }

    /// What `--kind` and the field `kind` can ask for: the words of the option, and those that results have.
    private enum Wish {
        AUTO(TargetKind.UNSPECIFIED, ReparseOptions.Kind.BY_TARGET),
        FILE(TargetKind.FILE, ReparseOptions.Kind.FILE),
        DIRECTORY(TargetKind.DIRECTORY, ReparseOptions.Kind.DIRECTORY),
        JUNCTION(TargetKind.DIRECTORY, ReparseOptions.Kind.JUNCTION),
        HARD(TargetKind.UNSPECIFIED, ReparseOptions.Kind.BY_TARGET);

        private final TargetKind targetKind;
        private final ReparseOptions.Kind reparseKind;

        Wish(TargetKind targetKind, ReparseOptions.Kind reparseKind) {
            this.targetKind = targetKind;
            this.reparseKind = reparseKind;
        }

        static @Nullable Wish of(String word) {
            return switch (word) {
                case "auto", "symlink" -> AUTO;
                case "file", "file-symlink" -> FILE;
                case "directory", "directory-symlink" -> DIRECTORY;
                case "junction" -> JUNCTION;
                case "hard", "hard-link" -> HARD;
                default -> null;
            };
        }
    }
}
