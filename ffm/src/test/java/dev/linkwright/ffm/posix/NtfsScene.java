package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.linkwright.Entry;
import dev.linkwright.FailureDetails;
import dev.linkwright.Junction;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.ReparseCreation;
import dev.linkwright.ReparseOptions;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A volume of NTFS in a file, mounted by ntfs-3g, and what is done there over and over.
abstract class NtfsScene {
    static final ReparseOptions AUTO = ReparseOptions.defaults();
    static final ReparseOptions ON_C = AUTO.withDrive('C');
    static final UUID GUID = UUID.fromString("cf25dfb0-5f34-4b1a-9b3c-1e5b1a2b3c4d");

    final Links links = Links.on(ThisHost.linkSystem());
    @Nullable
    Mount volume;
    Path root;

    @BeforeEach
    void mount(@TempDir Path directory) throws IOException {
        Ntfs.require();
        root = directory.toRealPath().resolve("volume");
        volume = Mount.ntfs3g(root);
        Files.createDirectories(root.resolve("dir/sub"));
        Files.writeString(root.resolve("dir/file"), "contents");
    }

    @AfterEach
    void unmount() throws IOException {
        Mount mounted = volume;
        if (mounted != null) {
            volume = null;
            mounted.close();
        }
    }

    final ReparseCreation make(String name, String text, ReparseOptions options) throws IOException {
        return links.createReparsePoint(path(name), LinkTarget.of(text), options);
    }

    final Path at(String name) {
        return root.resolve(name);
    }

    final LinkPath path(String name) {
        return LinkPath.of(root.resolve(name));
    }

    final ReparseData data(String name) throws IOException {
        try {
            return ReparseBuffer.decode(Ntfs.rawData(at(name)));
        } catch (dev.linkwright.reparse.MalformedReparseBufferException e) {
            throw new AssertionError(e);
        }
    }

    final long fileNumber(String name) throws IOException {
        return (Long) Files.getAttribute(at(name), "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    final List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (var stream = Files.newDirectoryStream(root)) {
            stream.forEach(each -> names.add(each.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    final String shown(String name) throws IOException {
        Entry entry = links.show(path(name));
        if (entry instanceof SymbolicLink link) {
            String kind = link.targetKind() == TargetKind.DIRECTORY ? "directory" : "file";
            return kind + "-symlink " + link.target() + (link.relative() ? " relative" : " absolute");
        }
        return entry instanceof Junction junction ? "junction " + junction.target() : entry.toString();
    }

    static ReparseData.SymbolicLink symbolic(String substituteName, String printName, boolean relative) {
        return new ReparseData.SymbolicLink(substituteName, printName, relative);
    }

    static FailureDetails refused(Action action, Reason... reasons) {
        try {
            action.run();
        } catch (FileSystemException e) {
            if (reasons.length > 0) {
                assertThat(reason(e)).as(e.getMessage()).isIn((Object[]) reasons);
            }
            return ((LinkFailure) e).details();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it was not refused");
    }

    static Reason reason(FileSystemException e) {
        assertThat(e).isInstanceOf(LinkFailure.class);
        return ((LinkFailure) e).reason();
    }

    interface Action {
        void run() throws IOException;
    }
}
