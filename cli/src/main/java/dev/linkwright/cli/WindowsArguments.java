package dev.linkwright.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.win32.Kernel32Provider;

/// The arguments of a process on Windows.
///
/// What `main` gets cannot be used: java.exe turns the command line into the ANSI code page and then expands `*` and `?`
/// in it, so that a name which the code page lacks becomes *other files*. The words are taken from Windows itself; the
/// launcher marks where the user's begin.
final class WindowsArguments {
    /// Stands before the name of the main class, after which the user's words begin.
    static final String MARKER = "-Dlinkwright.arguments=next";

    private WindowsArguments() {}

    /// These arguments, or, where they may be others than the user gave, what `main` got and a link system that changes
    /// nothing.
    static Invocation invocation(String[] decoded) {
        Optional<List<String>> words = WindowsCalls.first(Kernel32Provider::commandLine);
        return words.flatMap(line -> among(line, decoded)).map(WindowsArguments::encoded).map(Invocation::of)
                .orElseGet(() -> Invocation.of(encoded(Arrays.asList(decoded))).withLinkSystem(
                        refusingChanges(() -> Links.system().linkSystem())));
    }

    /// The user's part of a command line: what follows the word after the marker; without a marker the last words, if they
    /// are the very strings that arrived, so that nothing was lost or expanded. Empty if neither tells.
    static Optional<List<String>> among(List<String> words, String[] decoded) {
        int marker = words.indexOf(MARKER);
        if (marker >= 0 && marker + 2 <= words.size()) {
            return Optional.of(words.subList(marker + 2, words.size()));
        }
        int start = words.size() - decoded.length;
        if (start < 1) {
            return Optional.empty();
        }
        List<String> last = words.subList(start, words.size());
        return last.equals(Arrays.asList(decoded)) ? Optional.of(last) : Optional.empty();
    }

    /// A system that refuses every change with [Reason#CAPABILITY_MISSING].
    static Supplier<LinkSystem> refusingChanges(Supplier<LinkSystem> system) {
        return () -> InterceptingLinkSystem.of(system.get(), call -> {
            if (call.primitive().isMutating()) {
                throw FailureDetails.of(call.words(), call.path(), Reason.CAPABILITY_MISSING)
                        .withRemark("what was asked for cannot be told for certain: Java gave the arguments by the ANSI"
                                + " code page, and Windows could not be asked for them")
                        .withAdvice("Start it with linkwright.cmd and a 64-bit JDK; \"linkwright doctor\" tells why"
                                + " Windows could not be asked.")
                        .toException();
            }
        });
    }

    /// Lone surrogates are kept.
    private static List<Argument> encoded(List<String> words) {
        List<Argument> arguments = new ArrayList<>(words.size());
        for (String word : words) {
            arguments.add(ProcessArguments.encoded(word));
        }
        return arguments;
    }
}
