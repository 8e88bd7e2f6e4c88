package dev.linkwright.ffm.windows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.CreateSymbolicLinkW;
import org.jspecify.annotations.Nullable;

/// The scene of a row of the conformance table, in a directory of its own: `f.txt` (5 bytes), `d` (an empty directory), `full`
/// (a directory with a file). The calls are those of the table, once each and with nothing added.
final class RowScene implements AutoCloseable {
    static final int FSCTL_DELETE_REPARSE_POINT = 0x900AC;

    /// What a look tells when there is nothing to look at.
    static final int NOTHING = -1;

    private static final int SUCCESS = 0;

    final Arena arena = Arena.ofConfined();
    final Path directory;
    /// Its path for the functions of Win32, and for those of the kernel.
    final String here;
    private final String nt;

    RowScene(Path directory) throws IOException, WindowsCallException {
        this.directory = directory.toRealPath();
        this.here = this.directory.toString();
        this.nt = NtDll.rtlDosPathNameToNtPathName(arena, here);
        Files.writeString(this.directory.resolve("f.txt"), "12345");
        Files.createDirectory(this.directory.resolve("d"));
        Files.createDirectory(this.directory.resolve("full"));
        Files.writeString(this.directory.resolve("full").resolve("inside"), "x");
    }

    @Override
    public void close() {
        arena.close();
    }

    /// A call that answers with a Win32 error when it does not succeed.
    @FunctionalInterface
    interface Call {
        void run() throws WindowsCallException;
    }

    /// The Win32 error that a call ends with; 0 for success.
    static int error(Call call) {
        try {
            call.run();
            return SUCCESS;
        } catch (WindowsCallException e) {
            return e.win32();
        }
    }

    /// `CreateSymbolicLinkW` by the whole path of the link; the target is as it is. Whoever lacks the privilege asks for the
    /// link that Developer Mode allows.
    CreateSymbolicLinkW.Answer create(String link, String target, int flags) {
        return createAt(here + "\\" + link, target, flags);
    }

    static CreateSymbolicLinkW.Answer createAt(String path, String target, int flags) {
        boolean privileged = ProcessToken.linkRight() != ProcessToken.LinkRight.ABSENT;
        int asked = privileged ? flags : flags | Kernel32Library.SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE;
        return Kernel32Library.createSymbolicLinkW(path, target, asked);
    }

    ObjectName name(String name) {
        return ObjectName.ofPath(nt + "\\" + name);
    }

    OpenObject open(String name, Opening how) throws WindowsCallException {
        return OpenObject.open(arena, name(name), how);
    }

    /// Opens what the name leads to, and closes it again.
    int follow(String name) {
        return error(() -> open(name, Opening.FOLLOW).close());
    }

    /// The path of what the name leads to.
    String reached(String name) throws WindowsCallException {
        try (OpenObject opened = open(name, Opening.FOLLOW)) {
            return Kernel32Library.getFinalPathNameByHandleW(arena, opened.handle());
        }
    }

    /// The attributes of the object itself, without those that services of the system set; [#NOTHING] if there is none.
    int attributes(String name) throws WindowsCallException {
        try (OpenObject opened = open(name, Opening.LOOK)) {
            return FileInformation.kind(arena, opened.handle()).attributes() & 0xFFF;
        } catch (WindowsCallException e) {
            if (e.is(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND, NtStatus.STATUS_OBJECT_PATH_NOT_FOUND)) {
                return NOTHING;
            }
            throw e;
        }
    }

    /// The reparse data of the object itself; null if it has none.
    byte @Nullable [] data(String name) throws WindowsCallException {
        try (OpenObject opened = open(name, Opening.LOOK)) {
            return ReparsePoints.get(arena, opened.handle());
        }
    }

    ReparseData.SymbolicLink link(String name) throws WindowsCallException, MalformedReparseBufferException {
        byte[] data = data(name);
        if (data == null) {
            throw new AssertionError(name + " is no reparse point");
        }
        return (ReparseData.SymbolicLink) ReparseBuffer.decode(data);
    }

    /// FSCTL_SET_REPARSE_POINT on what is there, with the privilege if the process has it.
    void set(String name, byte[] data) throws WindowsCallException {
        try (LinkPrivilege privilege = LinkPrivilege.enable(); OpenObject opened = open(name, Opening.HARD_LINK)) {
            control(opened, ReparsePoints.FSCTL_SET_REPARSE_POINT, data);
        }
    }

    /// FSCTL_DELETE_REPARSE_POINT.
    void delete(String name, byte[] header) throws WindowsCallException {
        try (OpenObject opened = open(name, Opening.HARD_LINK)) {
            control(opened, FSCTL_DELETE_REPARSE_POINT, header);
        }
    }

    void control(OpenObject opened, int code, byte[] in) throws WindowsCallException {
        MemorySegment bytes = arena.allocate(in.length, Long.BYTES);
        MemorySegment.copy(in, 0, bytes, ValueLayout.JAVA_BYTE, 0, in.length);
        NtDll.ntFsControlFile(arena, opened.handle(), code, bytes, MemorySegment.NULL);
    }

    /// A file or directory that can take reparse data.
    void empty(String name, boolean isDirectory) throws IOException {
        if (isDirectory) {
            Files.createDirectory(directory.resolve(name));
        } else {
            Files.writeString(directory.resolve(name), "");
        }
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
