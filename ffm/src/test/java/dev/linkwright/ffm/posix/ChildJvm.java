package dev.linkwright.ffm.posix;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.linkwright.LinkSystem;

/// A JVM of its own, for what a JVM is told when it starts: options, locale, user, class or module path.
final class ChildJvm {
    private final List<String> prefix = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();

    /// With this before the command, for another user or locale.
    ChildJvm under(String... command) {
        prefix.addAll(List.of(command));
        return this;
    }

    ChildJvm with(String... options) {
        this.options.addAll(List.of(options));
        return this;
    }

    ChildJvm withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// With core, ffm and these tests on the class path.
    ChildJvm onClassPath() {
        return with("-cp", joined(core(), ffm(), tests()));
    }

    /// Runs the main class to its end.
    Outcome run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    static Path core() {
        return placeOf(LinkSystem.class);
    }

    static Path ffm() {
        return placeOf(PosixLinkSystem.class);
    }

    static Path tests() {
        return placeOf(ChildJvm.class);
    }

    static String joined(Path... places) {
        List<String> all = new ArrayList<>();
        for (Path place : places) {
            all.add(place.toString());
        }
        return String.join(File.pathSeparator, all);
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How it ended, and what it said on both streams.
    record Outcome(int exit, String output) {
        List<String> lines() {
            return output.lines().toList();
        }
    }
}
