package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.linkwright.CreateOptions;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.HelpPage;
import dev.linkwright.cli.syntax.Syntax;
import dev.linkwright.cli.syntax.Syntax.Example;
import dev.linkwright.path.PathRules;

/// `mklink` of the Windows command interpreter, in its words.
final class Mklink implements FrontEnd {
    private static final Syntax SYNTAX = new Syntax(
            "mklink", "[SWITCH] LINK TARGET", 2, 2, "as mklink of cmd (the link comes first)",
            """
            Makes a symbolic link to a file, with /D to a directory; with /H a hard link; with /J a junction. The switches
            come first, in either case; /? prints this page.

            Where there are no junctions, /J makes a symbolic link to the absolute directory and says so.
            """,
            List.of(),
            List.of(new Syntax.Exit(0, "the link was made"), new Syntax.Exit(1, "it was not")),
            List.of(new Example("linkwright mklink /D current releases\\\\43", "a directory link")));

    /// What is to be made.
    private enum Wish {
        FILE_LINK,
        DIRECTORY_LINK,
        HARD_LINK,
        JUNCTION
    }

    private Wish wish = Wish.FILE_LINK;

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean run(List<Argument> arguments, Surroundings surroundings) throws IOException {
        Calls calls = new Calls(surroundings);
        List<Argument> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).toString();
            if (!isSwitch(word, operands.isEmpty(), calls.rules())) {
                operands.add(arguments.get(i));
                continue;
            }
            for (String name : word.substring(1).split("/", -1)) {
                if (name.equals("?")) {
                    surroundings.out().text(HelpPage.of("linkwright", SYNTAX));
                    return true;
                }
                if (!set(name)) {
                    return no("Invalid switch - \"" + name + "\".", surroundings);
                }
            }
        }
        if (operands.size() != 2) {
            return no("The syntax of the command is incorrect.\n\nMKLINK [[/D] | [/H] | [/J]] Link Target",
                    surroundings);
        }
        try {
            return make(calls.path(operands.get(0).bytes()), operands.get(1), calls, surroundings);
        } catch (Refused e) {
            return no(words(e), surroundings);
        }
    }

    /// On Windows no path that cmd's own commands understand begins like a switch. On POSIX absolute paths do: there a
    /// switch comes before the operands and has one letter.
    private static boolean isSwitch(String word, boolean first, PathRules rules) {
        return word.startsWith("/") && (rules == PathRules.WINDOWS || (first && word.length() == 2));
    }

    /// Of several switches the last one counts.
    private boolean set(String name) {
        switch (name.toUpperCase(Locale.ROOT)) {
            case "D" -> wish = Wish.DIRECTORY_LINK;
            case "H" -> wish = Wish.HARD_LINK;
            case "J" -> wish = Wish.JUNCTION;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean make(LinkPath link, Argument target, Calls calls, Surroundings surroundings)
            throws Refused, OutputFailure {
        LinkPath path = calls.path(target.bytes());
        switch (wish) {
            case FILE_LINK -> calls.symlink(link, LinkTarget.ofBytes(target.bytes()), kind(TargetKind.FILE));
            case DIRECTORY_LINK -> calls.symlink(link, LinkTarget.ofBytes(target.bytes()), kind(TargetKind.DIRECTORY));
            case HARD_LINK -> {
                if (calls.lstat(path).isDirectory()) {
                    throw Refused.with(SystemError.EACCES);
                }
                calls.link(link, path);
            }
            case JUNCTION -> {
                return makeJunction(link, path, calls, surroundings);
            }
        }
        return made(wish == Wish.HARD_LINK ? "Hardlink" : "symbolic link", link, path, surroundings);
    }

    private boolean makeJunction(LinkPath link, LinkPath directory, Calls calls, Surroundings surroundings)
            throws Refused, OutputFailure {
        LinkPath absolute = calls.absolute(directory);
        if (calls.rules() == PathRules.WINDOWS) {
            if (calls.isElsewhere(absolute)) {
                return no("Local volumes are required to complete the operation.", surroundings);
            }
            calls.junction(link, absolute);
            return made("Junction", link, directory, surroundings);
        }
        calls.symlink(link, LinkTarget.ofBytes(absolute.bytes()), kind(TargetKind.DIRECTORY));
        GnuRun.write(surroundings, "There are no junctions here: made a symbolic link to the absolute directory.\n");
        return made("symbolic link", link, absolute, surroundings);
    }

    private static CreateOptions kind(TargetKind kind) {
        return CreateOptions.defaults().withTargetKind(kind);
    }

    private static boolean made(String what, LinkPath link, LinkPath target, Surroundings surroundings)
            throws OutputFailure {
        surroundings.out().text(what + " created for ");
        surroundings.out().write(link.bytes(), 0, link.length());
        surroundings.out().text(" <<===>> ");
        surroundings.out().write(target.bytes(), 0, target.length());
        surroundings.out().write('\n');
        return true;
    }

    private static boolean no(String message, Surroundings surroundings) {
        GnuRun.write(surroundings, message + "\n");
        return false;
    }

    /// The words of Windows for a refusal (`FormatMessage`), whatever system it came from.
    private static String words(Refused refused) {
        if (refused.reason() == Reason.PRIVILEGE_NOT_HELD) {
            return "You do not have sufficient privilege to perform this operation.";
        }
        if (refused.reason() == Reason.PARENT_NOT_FOUND || refused.is(SystemError.ENOTDIR)) {
            return "The system cannot find the path specified.";
        }
        SystemError error = refused.error();
        if (error == null) {
            return refused.words();
        }
        return switch (error) {
            case EEXIST -> "Cannot create a file when that file already exists.";
            case ENOENT -> "The system cannot find the file specified.";
            case EACCES, EPERM, EISDIR -> "Access is denied.";
            case EXDEV -> "The system cannot move the file to a different disk drive.";
            case EINVAL -> "The filename, directory name, or volume label syntax is incorrect.";
            case ENAMETOOLONG -> "The filename or extension is too long.";
            case ENOSPC -> "There is not enough space on the disk.";
            case EROFS -> "The media is write protected.";
            case EMLINK ->
                "An attempt was made to create more links on a file than the file system supports.";
            case ELOOP -> "The name of the file cannot be resolved by the system.";
            case EOPNOTSUPP -> "The request is not supported.";
            default -> refused.words();
        };
    }
}
