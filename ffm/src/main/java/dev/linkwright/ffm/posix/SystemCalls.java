package dev.linkwright.ffm.posix;

/// The numbers of the Linux system calls that are made by number, for one architecture (`asm/unistd_64.h`,
/// `asm-generic/unistd.h`); the components have their C names, in Java's spelling.
record SystemCalls(long sysStatx, long sysRenameat2, long sysGetdents64, long sysOpenat2, long sysCopyFileRange) {
    static final SystemCalls X86_64 = new SystemCalls(332, 316, 217, 437, 326);
    static final SystemCalls ARM64 = new SystemCalls(291, 276, 61, 437, 285);
}
