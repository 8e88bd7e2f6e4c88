package dev.linkwright.ffm.posix;

/// The constants of `<fcntl.h>` that differ between systems or architectures; the components have their C names, in
/// Java's spelling.
record Numbers(int atFdcwd, int atRemovedir, int atSymlinkNofollow, int oDirectory, int oNofollow, int oCloexec) {
    static final Numbers LINUX_X86_64 = new Numbers(-100, 0x200, 0x100, 0x10000, 0x20000, 0x80000);
    static final Numbers LINUX_ARM64 = new Numbers(-100, 0x200, 0x100, 0x4000, 0x8000, 0x80000);
    static final Numbers MACOS = new Numbers(-2, 0x80, 0x20, 0x100000, 0x100, 0x1000000);
}
