package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Links;
import dev.linkwright.path.PathRules;
import dev.linkwright.testing.Bench;
import dev.linkwright.testing.TreeLayout;

/// A repository that git itself has made, with a work tree in which its links are files.
final class GitRepository {
    private final Path top;

    private GitRepository(Path top) {
        this.top = top;
    }

    static GitRepository in(Path top, String... notations) throws IOException {
        return withNames("sha1", top, notations);
    }

    /// With all of this in its index, and checked out as where links are not possible.
    static GitRepository withNames(String objectFormat, Path top, String... notations) throws IOException {
        Bench.POSIX.require(isThere(), "git");
        Files.createDirectories(top);
        LinkSystem system = Links.system().linkSystem();
        Bench.POSIX.require(system.rules() == PathRules.POSIX
                && system.at(LinkPath.of(top)).capabilities().has(Capability.CONTENTS), "contents that can be read");
        TreeLayout.of(notations).plantIn(top);
        GitRepository repository = new GitRepository(top);
        repository.run("init", "-q", "--object-format=" + objectFormat);
        repository.run("config", "core.symlinks", "true");
        repository.run("add", "-A");
        repository.run("config", "core.symlinks", "false");
        for (String each : repository.run("ls-files").lines().toList()) {
            Files.delete(top.resolve(each));
        }
        repository.run("checkout", "-q", "--", ".");
        return repository;
    }

    private static boolean isThere() throws IOException {
        try {
            return ended(new ProcessBuilder("git", "--version").redirectErrorStream(true).start()).startsWith("git");
        } catch (IOException e) {
            return false;
        }
    }

    Path index() {
        return top.resolve(".git").resolve("index");
    }

    String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(top.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        return ended(builder.start());
    }

    private static String ended(Process process) throws IOException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return said;
    }
}
