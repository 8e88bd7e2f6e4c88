package dev.linkwright.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.cli.syntax.Argument;

/// Runs commands in this process as if in a directory. Immutable.
record Cli(LinkPath directory, LinkSystem system, Map<String, String> environment, Set<Invocation.Stream> terminals,
        String input) {
    /// In a directory of the default file system, by the link system that users get.
    static Cli in(Path directory) {
        return new Cli(LinkPath.of(directory), Links.system().linkSystem(), Map.of(), Set.of(), "");
    }

    /// In a directory of any link system.
    static Cli in(LinkSystem system, String directory) {
        return new Cli(LinkPath.of(system.rules(), directory), system, Map.of(), Set.of(), "");
    }

    Cli onTerminal(Invocation.Stream... streams) {
        return new Cli(directory, system, environment, Set.of(streams), input);
    }

    Cli with(LinkSystem other) {
        return new Cli(directory, other, environment, terminals, input);
    }

    Cli withEnvironment(Map<String, String> variables) {
        return new Cli(directory, system, variables, terminals, input);
    }

    Cli withInput(String text) {
        return new Cli(directory, system, environment, terminals, text);
    }

    Ran run(String... arguments) {
        return run(Stream.of(arguments).map(Argument::of).toList());
    }

    Ran run(List<Argument> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(invocation(arguments)
                .withStreams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Invocation invocation(List<Argument> arguments) {
        return Invocation.of(arguments)
                .inDirectory(directory)
                .withEnvironment(environment)
                .withTerminals(terminals)
                .withLinkSystem(() -> system);
    }

    /// What came of a run.
    record Ran(int code, String out, String err) {
        /// The document on stdout, which the published schema allows.
        JsonNode document() {
            return OutputSchema.document(out);
        }

        /// The lines on stdout, each of which the published schema allows.
        List<JsonNode> lines() {
            return out.lines().map(OutputSchema::line).toList();
        }
    }
}
