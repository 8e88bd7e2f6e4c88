package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;

/// Reads a [Status] from what a provider tells, in one call: nearly all of it from the view `unix`, much on the disk of
/// Windows, and elsewhere what every provider tells.
final class StatusReader {
    private static final String UNIX = "unix:mode,ino,dev,nlink,uid,gid,size,lastModifiedTime,isSymbolicLink,"
            + "isDirectory,isRegularFile";
    /// The JDK gives the raw attributes under a name that its documentation leaves out.
    private static final String WINDOWS = "dos:attributes,size,lastModifiedTime,isSymbolicLink,isOther";
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
        if (hasUnixView) {
            return fromUnix(Files.readAttributes(place, UNIX, options));
        }
        return isWindowsDisk
                ? fromWindows(Files.readAttributes(place, WINDOWS, options))
                : fromBasic(Files.readAttributes(place, BasicFileAttributes.class, options));
    }

    private static Status fromUnix(Map<String, Object> told) {
        int mode = (int) number(told, "mode");
        Identity identity = new Identity(number(told, "dev"), 0, number(told, "ino"), 0);
        Status.Ownership owner = new Status.Ownership(number(told, "uid") & 0xFFFF_FFFFL,
                number(told, "gid") & 0xFFFF_FFFFL, mode & 0xFFF);
        return new Status(unixType(told, mode), TargetKind.UNSPECIFIED, 0, identity, number(told, "nlink"),
                number(told, "size"), modified(told), owner);
    }

    private static FileType unixType(Map<String, Object> told, int mode) {
        if (is(told, "isSymbolicLink")) {
            return FileType.SYMBOLIC_LINK;
        }
        if (is(told, "isDirectory")) {
            return FileType.DIRECTORY;
        }
        if (is(told, "isRegularFile")) {
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

    /// Not told are the tag and the file id. What is "other" besides being a file or directory is a reparse point; which
    /// one is not known, so it is taken for one that stands for something else, and left alone.
    private static Status fromWindows(Map<String, Object> told) {
        int attributes = (int) number(told, "attributes");
        boolean directory = (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
        FileType type = directory ? FileType.DIRECTORY : FileType.FILE;
        TargetKind kind = TargetKind.UNSPECIFIED;
        if (is(told, "isSymbolicLink")) {
            type = FileType.SYMBOLIC_LINK;
            kind = directory ? TargetKind.DIRECTORY : TargetKind.FILE;
        } else if (is(told, "isOther")) {
            type = FileType.REPARSE_POINT;
        }
        return new Status(type, kind, 0, null, -1, number(told, "size"), modified(told), null, attributes);
    }

    private static Status fromBasic(BasicFileAttributes told) {
        Identity identity = told.fileKey() instanceof Number key ? new Identity(0, 0, key.longValue(), 0) : null;
        return new Status(basicType(told), TargetKind.UNSPECIFIED, 0, identity, -1, told.size(),
                told.lastModifiedTime().toInstant(), null);
    }

    private static FileType basicType(BasicFileAttributes told) {
        if (told.isSymbolicLink()) {
            return FileType.SYMBOLIC_LINK;
        }
        return told.isDirectory() ? FileType.DIRECTORY : told.isRegularFile() ? FileType.FILE : FileType.OTHER;
    }

    private static boolean is(Map<String, Object> told, String name) {
        return Boolean.TRUE.equals(told.get(name));
    }

    private static long number(Map<String, Object> told, String name) {
        return ((Number) Objects.requireNonNull(told.get(name))).longValue();
    }

    private static Instant modified(Map<String, Object> told) {
        return ((FileTime) Objects.requireNonNull(told.get("lastModifiedTime"))).toInstant();
    }
}
