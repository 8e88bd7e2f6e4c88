package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.linkwright.testing.Bench;

/// The bench `ntfs`, and looks at it that are not ours: Python's `os` for what the driver answers, the tools of ntfs-3g
/// for what is in an image.
final class Ntfs {
    private static final String ATTRIBUTE = "system.ntfs_reparse_data";
    private static final int END = 2;

    private Ntfs() {}

    static void require() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        boolean tools = Root.hasCommand("ntfs-3g") && Root.hasCommand("mkntfs") && Root.hasCommand("python3");
        Bench.NTFS.require(root && tools && Files.exists(Path.of("/dev/fuse")), "root, ntfs-3g, python3, /dev/fuse");
    }

    /// The raw reparse data; empty if there are none. (Not by `os.getxattr`: the driver answers EIO for its first, small
    /// room.)
    static byte[] rawData(Path object) throws IOException {
        return HexFormat.of().parseHex(python("""
                import ctypes
                libc = ctypes.CDLL(None, use_errno=True)
                room = ctypes.create_string_buffer(65536)
                size = libc.lgetxattr(os.fsencode(sys.argv[1]), b'%s', room, len(room))
                if size >= 0: print(room.raw[:size].hex())
                elif ctypes.get_errno() != errno.ENODATA: sys.exit(os.strerror(ctypes.get_errno()))
                """.formatted(ATTRIBUTE), object.toString()).strip());
    }

    /// Makes an empty file or directory and sets these data, whatever they are, as any program can.
    static void setData(Path object, byte[] data) throws IOException {
        python("os.setxattr(sys.argv[1], '%s', bytes.fromhex(sys.argv[2]), follow_symlinks=False)".formatted(ATTRIBUTE),
                object.toString(), HexFormat.of().formatHex(data));
        python("try: os.lstat(sys.argv[1])\nexcept OSError: pass", object.toString());
    }

    static void makeFile(Path file, byte[] data) throws IOException {
        Files.createFile(file);
        setData(file, data);
    }

    static void makeDirectory(Path directory, byte[] data) throws IOException {
        Files.createDirectory(directory);
        setData(directory, data);
    }

    /// What `readlink` says, as bytes.
    static String shownText(Path link) throws IOException {
        return python("print(os.readlink(sys.argv[1]))", link.toString()).strip();
    }

    /// The entries of the index of all reparse points of an image that is not mounted: tag and number of the file.
    static List<Entry> index(Path image) throws IOException {
        byte[] root = Root.output("ntfscat", "-a", "0x90", "-n", "$R", image.toString(), "$Extend/$Reparse");
        ByteBuffer index = ByteBuffer.wrap(root).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(index.get(28)).as("whether the index has grown out of its root").isZero();
        List<Entry> entries = new ArrayList<>();
        int at = 16 + index.getInt(16);
        while ((index.getShort(at + 12) & END) == 0) {
            entries.add(new Entry(index.getInt(at + 16), index.getLong(at + 20) & 0xFFFF_FFFF_FFFFL));
            at += index.getShort(at + 8);
        }
        return entries;
    }

    private static String python(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("python3", "-c", "import errno, os, sys\n" + program));
        command.addAll(List.of(arguments));
        return new String(Root.output(command.toArray(String[]::new)), StandardCharsets.UTF_8);
    }

    /// @param tag  the tag of a reparse point
    /// @param file the number of the file that has it
    record Entry(int tag, long file) {}
}
