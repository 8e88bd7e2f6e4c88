package dev.linkwright.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.cli.syntax.Argument;
import org.jspecify.annotations.Nullable;

/// Everything that a run of the program depends on, so that tests run commands without a process. Immutable: each
/// `with` gives another value.
public final class Invocation {

    /// The streams of a process, by which [#isTerminal] is asked.
    public enum Stream {
        IN(0),
        OUT(1),
        ERR(2);

        private final int descriptor;

        Stream(int descriptor) {
            this.descriptor = descriptor;
        }

        int descriptor() {
            return descriptor;
        }
    }

    private final List<Argument> arguments;
    private final @Nullable LinkPath directory;
    private final Map<String, String> environment;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final Set<Stream> terminals;
    private final Supplier<LinkSystem> system;
    private final @Nullable LinkSystem plainSystem;

    private Invocation(
            List<Argument> arguments,
            @Nullable LinkPath directory,
            Map<String, String> environment,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Set<Stream> terminals,
            Supplier<LinkSystem> system,
            @Nullable LinkSystem plainSystem) {
        this.arguments = arguments;
        this.directory = directory;
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminals = terminals;
        this.system = system;
        this.plainSystem = plainSystem;
    }

    /// These arguments, in the directory of the process, with an empty environment, no input, output that goes nowhere,
    /// no terminal, and the best link system of this JVM.
    public static Invocation of(List<Argument> arguments) {
        return new Invocation(
                Collections.unmodifiableList(new ArrayList<>(arguments)),
                null,
                Map.of(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Set.of(),
                new BestLinkSystem(),
                null);
    }

    /// [#of(List)] with text.
    public static Invocation of(String... arguments) {
        List<Argument> list = new ArrayList<>();
        for (String argument : arguments) {
            list.add(Argument.of(argument));
        }
        return of(list);
    }

    /// Relative paths on the command line are counted from here instead of the directory of the process.
    public Invocation inDirectory(LinkPath newDirectory) {
        return new Invocation(arguments, newDirectory, environment, in, out, err, terminals, system, plainSystem);
    }

    /// The environment variables.
    public Invocation withEnvironment(Map<String, String> newEnvironment) {
        return new Invocation(arguments, directory, newEnvironment, in, out, err, terminals, system, plainSystem);
    }

    /// The three streams. None of them is closed.
    public Invocation withStreams(InputStream newIn, OutputStream newOut, OutputStream newErr) {
        return new Invocation(arguments, directory, environment, newIn, newOut, newErr, terminals, system, plainSystem);
    }

    /// Which of the streams are terminals.
    public Invocation withTerminals(Set<Stream> newTerminals) {
        return new Invocation(arguments, directory, environment, in, out, err, newTerminals, system, plainSystem);
    }

    /// What does the link work; asked for at the first need, so that commands which do none are spared it.
    public Invocation withLinkSystem(Supplier<LinkSystem> newSystem) {
        return new Invocation(arguments, directory, environment, in, out, err, terminals, newSystem, null);
    }

    /// Another way to the same links, for commands that need no more than a
    /// [dev.linkwright.cli.startup.PlainLinkSystem].
    public Invocation withPlainLinkSystem(LinkSystem newPlainSystem) {
        return new Invocation(arguments, directory, environment, in, out, err, terminals, system, newPlainSystem);
    }

    List<Argument> arguments() {
        return arguments;
    }

    @Nullable
    LinkPath directory() {
        return directory;
    }

    Map<String, String> environment() {
        return environment;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    OutputStream err() {
        return err;
    }

    boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }

    Supplier<LinkSystem> system() {
        return system;
    }

    /// The plain link system if there is one, else the full one: for what needs no more.
    Supplier<LinkSystem> anySystem() {
        return plainSystem == null ? system : new PlainIfThere(plainSystem);
    }

    @Nullable
    LinkSystem plainSystem() {
        return plainSystem;
    }

    /// The one that [Links#system] chooses. A class, because a lambda costs a plain command time.
    static final class BestLinkSystem implements Supplier<LinkSystem> {

        @Override
        public LinkSystem get() {
            return Links.system().linkSystem();
        }
    }

    /// A class for the same reason.
    private record PlainIfThere(LinkSystem plain) implements Supplier<LinkSystem> {

        @Override
        public LinkSystem get() {
            return plain;
        }
    }
}
