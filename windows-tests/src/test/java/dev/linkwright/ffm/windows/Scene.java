package dev.linkwright.ffm.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.path.PathRules;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;

/// A directory of its own for one test, and what tests do over and over.
final class Scene {
    final LinkSystem system = new WindowsLinkSystem();
    final Path directory;
    final LinkPath path;

    Scene(Path directory) throws IOException {
        this.directory = directory.toRealPath();
        this.path = LinkPath.of(this.directory);
    }

    Directory held() throws IOException {
        return system.open(path);
    }

    Directory named() {
        return system.at(path);
    }

    Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), name);
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    LinkPath at(String name) {
        return path.resolve(LinkPath.of(PathRules.WINDOWS, name));
    }

    static FailureDetails refused(ThrowingCallable action) {
        Throwable thrown = Assertions.catchThrowable(action);
        Assertions.assertThat(thrown).isInstanceOf(LinkFailure.class);
        return ((LinkFailure) thrown).details();
    }

    /// For what only Wine answers so.
    static void requireWine() {
        Assumptions.assumeTrue(NtDll.isWine(), "skipped: this is Windows itself");
    }

    /// For what only a Wine answers so whose CreateSymbolicLinkW makes nothing.
    static void requireTheStub() {
        requireWine();
        Assumptions.assumeFalse(Boolean.getBoolean("wine.makes.links"), "skipped: this Wine makes links");
    }

    /// For what Wine does not have.
    static void requireNoWine(String why) {
        Assumptions.assumeFalse(NtDll.isWine(), "skipped: Wine " + why);
    }
}
