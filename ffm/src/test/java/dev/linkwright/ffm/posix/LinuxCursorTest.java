package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Listings.
final class LinuxCursorTest {
    @TempDir
    Path directory;

    private LinkSystem system;

    @BeforeEach
    void enter() {
        system = ThisHost.linkSystem();
    }

    @Test
    void everyTypeIsTold() throws Exception {
        Files.createFile(directory.resolve("file"));
        Files.createDirectory(directory.resolve("directory"));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
        assertThat(new ProcessBuilder("mkfifo", directory.resolve("pipe").toString()).start().waitFor()).isZero();
        Map<String, FileType> listed = new TreeMap<>();
        Map<String, FileType> looked = new TreeMap<>();
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(directory.resolve("socket")));
            try (Directory held = system.open(LinkPath.of(directory)); Cursor cursor = held.list()) {
                while (cursor.next()) {
                    listed.put(cursor.name().toString(), cursor.type());
                    looked.put(cursor.name().toString(), held.stat(cursor.name()).type());
                }
            }
        }

        assertThat(listed).isEqualTo(looked).isEqualTo(Map.of("file", FileType.FILE, "directory", FileType.DIRECTORY,
                "link", FileType.SYMBOLIC_LINK, "pipe", FileType.FIFO, "socket", FileType.SOCKET));
    }

    @Test
    void devicesAreTold() throws IOException {
        try (Directory devices = system.open(LinkPath.of("/dev"))) {
            assertThat(typeIn(devices, "null")).isEqualTo(devices.stat(Name.of("null")).type())
                    .isEqualTo(FileType.CHARACTER_DEVICE);
        }
    }

    private static FileType typeIn(Directory listed, String name) throws IOException {
        try (Cursor cursor = listed.list()) {
            while (cursor.next()) {
                if (cursor.name().equals(Name.of(name))) {
                    return cursor.type();
                }
            }
        }
        throw new AssertionError("there is no " + name);
    }

    @Test
    void aListingThatTakesManyCallsIsWhole() throws IOException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            String name = i + "-" + "x".repeat(i % 200);
            made.add(name);
            Files.createSymbolicLink(directory.resolve(name), Path.of("t"));
        }

        Set<String> listed = new HashSet<>();
        try (Cursor cursor = system.at(LinkPath.of(directory)).list()) {
            while (cursor.next()) {
                assertThat(listed.add(cursor.name().toString())).as("met once").isTrue();
            }
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void namesThatBeginWithDotsAreNotTakenForTheDirectoryItself() throws IOException {
        for (String name : List.of(".a", "..a", "...", ".. ")) {
            Files.createFile(directory.resolve(name));
        }

        Set<String> listed = new HashSet<>();
        try (Cursor cursor = system.at(LinkPath.of(directory)).list()) {
            while (cursor.next()) {
                listed.add(cursor.name().toString());
            }
        }

        assertThat(listed).containsExactlyInAnyOrder(".a", "..a", "...", ".. ");
    }

    @Test
    void cursorsInsideCursorsHaveMemoryOfTheirOwn() throws IOException {
        Path deep = directory;
        for (int depth = 0; depth < 100; depth++) {
            deep = Files.createDirectory(deep.resolve("d" + depth));
        }
        List<Cursor> open = new ArrayList<>();
        List<Directory> held = new ArrayList<>();
        held.add(system.open(LinkPath.of(directory)));
        for (int depth = 0; depth < 100; depth++) {
            Cursor cursor = held.get(depth).list();
            open.add(cursor);
            assertThat(cursor.next()).isTrue();
            held.add(held.get(depth).open(cursor.name()));
        }

        for (int depth = 0; depth < 100; depth++) {
            assertThat(open.get(depth).name()).isEqualTo(Name.of("d" + depth));
        }
        open.forEach(Cursor::close);
        held.forEach(Directory::close);
    }
}
