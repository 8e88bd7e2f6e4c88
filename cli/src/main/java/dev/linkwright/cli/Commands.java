package dev.linkwright.cli;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.cli.fronts.FrontEnd;
import dev.linkwright.cli.syntax.Syntax;
import org.jspecify.annotations.Nullable;

/// The commands of the program.
final class Commands {

    /// Names that the contract gives to commands which this version does not have: nothing else may take them, and who
    /// uses one is told.
    private static final List<String> RESERVED = List.of(
            "repair", "move", "record",
            "restore",
            "verify", "plan", "undo", "resume");

    private Commands() {}

    /// The command of that name, or null. Makes that one only: a plain command need not pay for the others.
    static @Nullable Command named(String name) {
        return switch (name) {
            case "create" -> new CreateCommand();
            case "read" -> new ReadCommand();
            case "show" -> new ShowCommand();
            case "remove" -> new RemoveCommand();
            case "trace" -> new TraceCommand();
            case "retarget" -> new RetargetCommand();
            case "scan" -> new ScanCommand();
            case "copy" -> new CopyCommand();
            case "delete" -> new DeleteCommand();
            case "doctor" -> new DoctorCommand();
            case "completion" -> new CompletionCommand();
            case "help" -> new HelpCommand();
            default -> null;
        };
    }

    /// Whether the command of that name never does its work on a [dev.linkwright.cli.startup.PlainLinkSystem].
    static boolean needsNativeCalls(String name) {
        return switch (name) {
            case "retarget", "trace", "scan", "copy", "delete", "doctor" -> true;
            default -> false;
        };
    }

    /// The names of all commands, in the order of help.
    static List<String> names() {
        return List.of("create", "read", "show", "trace", "retarget", "remove", "scan", "copy", "delete", "doctor",
                "completion", "help");
    }

    /// What help and completion tell, of commands and front ends, in the order of help.
    static List<Syntax> syntaxes() {
        List<Syntax> syntaxes = new ArrayList<>();
        for (String name : names()) {
            Command command = named(name);
            if (command != null) {
                syntaxes.add(command.syntax());
            }
        }
        for (String name : FrontEnd.names()) {
            FrontEnd frontEnd = FrontEnd.named(name);
            if (frontEnd != null) {
                syntaxes.add(frontEnd.syntax());
            }
        }
        return syntaxes;
    }

    /// Whether the name is kept for a command of a later version.
    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }
}
