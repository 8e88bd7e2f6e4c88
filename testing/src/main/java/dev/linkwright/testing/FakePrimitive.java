package dev.linkwright.testing;

import dev.linkwright.path.PathRules;

/// The primitives of the seam: what each is called in messages, and which function of the system it plays.
enum FakePrimitive {
    LOOK_AT("look at", "statx", "CreateFileW"),
    PHYSICAL_PATH("find the physical path of", "readlink", "GetFinalPathNameByHandleW"),
    OPEN("open", "openat", "NtCreateFile"),
    OPEN_PARENT("open the directory above", "openat", "NtCreateFile"),
    LIST("list", "getdents64", "GetFileInformationByHandleEx"),
    FOLLOW("follow", "statx", "CreateFileW"),
    READ("read", "readlinkat", "DeviceIoControl"),
    CREATE("create", "symlinkat", "CreateSymbolicLinkW"),
    MAKE_HARD_LINK("make hard link", "linkat", "CreateHardLinkW"),
    MAKE_DIRECTORY("make directory", "mkdirat", "CreateDirectoryW"),
    RENAME("rename", "renameat2", "SetFileInformationByHandle"),
    UNLINK("unlink", "unlinkat", "SetFileInformationByHandle"),
    REMOVE_DIRECTORY("remove directory", "unlinkat", "SetFileInformationByHandle"),
    REMOVE("remove", "unlinkat", "SetFileInformationByHandle"),
    CREATE_FILE("create", "openat", "NtCreateFile"),
    COPY("copy", "copy_file_range", "NtWriteFile"),
    READ_CONTENTS("read", "pread64", "NtReadFile"),
    SET_OWNER("set the owner of", "fchownat", "NtSetSecurityObject"),
    SET_MODE("set the mode of", "fchmod", ""),
    SET_TIMES("set the times of", "futimens", "NtSetInformationFile"),
    SET_EXTENDED_ATTRIBUTE("set an extended attribute of", "fsetxattr", "NtSetEaFile"),
    SYNC("sync", "fsync", "NtFlushBuffersFile"),
    READ_REPARSE_DATA("read reparse data of", "", "DeviceIoControl"),
    MAKE_REPARSE_POINT("make reparse point", "", "DeviceIoControl"),
    REPLACE_REPARSE_DATA("replace reparse data of", "", "DeviceIoControl");

    private final String operation;
    private final String posix;
    private final String windows;

    FakePrimitive(String operation, String posix, String windows) {
        this.operation = operation;
        this.posix = posix;
        this.windows = windows;
    }

    String operation() {
        return operation;
    }

    String function(PathRules rules) {
        return rules == PathRules.WINDOWS ? windows : posix;
    }
}
