package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;

/// Reads a [Status] from what a provider tells: all of it where it has the view `unix`, which is one system call on
/// the default file system; else what every provider tells.
final class StatusReader {
    private static final String UNIX = "unix:mode,ino,dev,nlink,uid,gid,size,lastModifiedTime,isSymbolicLink,"
            + "isDirectory,isRegularFile";
    private static final LinkOption[] ITSELF = {LinkOption.NOFOLLOW_LINKS};
    private static final LinkOption[] FOLLOWED = {};

    private static final int FILE_ATTRIBUTE_DIRECTORY = 0x10;

    private final boolean hasUnixView;
    private final boolean isWindowsDisk;

    StatusReader(FileSystem fileSystem, boolean isWindowsDisk) {
        this.hasUnixView = fileSystem.supportedFileAttributeViews().contains("unix");
        this.isWindowsDisk = isWindowsDisk;
    }

    Status read(Path place) throws IOException {
        return read(place, ITSELF);
    }

    Status follow(Path place) throws IOException {
        return read(place, FOLLOWED);
    }

    private Status read(Path place, LinkOption[] options) throws IOException {
        return hasUnixView ? fromUnix(Files.readAttributes(place, UNIX, options)) : fromBasic(place, options);
    }

    private static Status fromUnix(Map<String, Object> told) {
        int mode = (int) number(told, "mode");
        Identity identity = new Identity(number(told, "dev"), 0, number(told, "ino"), 0);
        Status.Ownership owner = new Status.Ownership(number(told, "uid") & 0xFFFF_FFFFL,
                number(told, "gid") & 0xFFFF_FFFFL, mode & 0xFFF);
        FileTime modified = (FileTime) Objects.requireNonNull(told.get("lastModifiedTime"));
        return new Status(unixType(told, mode), TargetKind.UNSPECIFIED, 0, identity, number(told, "nlink"),
                number(told, "size"), modified.toInstant(), owner);
    }

    private static FileType unixType(Map<String, Object> told, int mode) {
        if (Boolean.TRUE.equals(told.get("isSymbolicLink"))) {
            return FileType.SYMBOLIC_LINK;
        }
        if (Boolean.TRUE.equals(told.get("isDirectory"))) {
            return FileType.DIRECTORY;
        }
        if (Boolean.TRUE.equals(told.get("isRegularFile"))) {
            return FileType.FILE;
        }
        return switch (mode & 0xF000) {
            case 0x1000 -> FileType.FIFO;
            case 0x2000 -> FileType.CHARACTER_DEVICE;
            case 0x6000 -> FileType.BLOCK_DEVICE;
            case 0xC000 -> FileType.SOCKET;
            default -> FileType.OTHER;
        };
    }

    private static long number(Map<String, Object> told, String name) {
        return ((Number) Objects.requireNonNull(told.get(name))).longValue();
    }

    private Status fromBasic(Path place, LinkOption[] options) throws IOException {
        BasicFileAttributes told = Files.readAttributes(place, BasicFileAttributes.class, options);
        Identity identity = told.fileKey() instanceof Number key ? new Identity(0, 0, key.longValue(), 0) : null;
        return new Status(basicType(told), targetKind(place, told), 0, identity, -1, told.size(),
                told.lastModifiedTime().toInstant(), null);
    }

    /// A junction and other reparse points are "directory" or "file" and "other" at once on Windows.
    private FileType basicType(BasicFileAttributes told) {
        if (told.isSymbolicLink()) {
            return FileType.SYMBOLIC_LINK;
        }
        if (isWindowsDisk && told.isOther()) {
            return FileType.REPARSE_POINT;
        }
        return told.isDirectory() ? FileType.DIRECTORY : told.isRegularFile() ? FileType.FILE : FileType.OTHER;
    }

    /// The JDK's Windows provider gives the raw attributes under a name that its documentation leaves out.
    private TargetKind targetKind(Path place, BasicFileAttributes told) throws IOException {
        if (!isWindowsDisk || !told.isSymbolicLink()) {
            return TargetKind.UNSPECIFIED;
        }
        Object attributes = Files.getAttribute(place, "dos:attributes", ITSELF);
        boolean directory = attributes instanceof Integer bits && (bits & FILE_ATTRIBUTE_DIRECTORY) != 0;
        return directory ? TargetKind.DIRECTORY : TargetKind.FILE;
    }
}
