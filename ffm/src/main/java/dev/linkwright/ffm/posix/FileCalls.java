package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;

/// The calls of Linux for contents of files, one method each. What repeats after `EINTR` has had no effect then.
final class FileCalls {
    /// The kernel takes device numbers of 32 bits, in an encoding that is that of `makedev` as far as it goes.
    private static final long LARGEST_DEVICE = 0xFFFF_FFFFL;

    private FileCalls() {}

    /// `ssize_t pread(int fd, void *buffer, size_t size, off_t offset);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/read.html>
    ///
    /// @return how many bytes came; 0 at the end
    static long pread(Scratch scratch, int fd, MemorySegment buffer, long size, long offset)
            throws NativeCallException {
        long length = SystemCall.PREAD64.repeat(scratch, fd, buffer.address(), size, offset, 0, 0);
        SystemCall.keepReachable(buffer);
        if (length < 0) {
            throw SystemCall.PREAD64.failed(scratch, fd, size, offset);
        }
        return length;
    }

    /// `ssize_t pwrite(int fd, const void *buffer, size_t size, off_t offset);` which may write a part, and after
    /// `EINTR` has written nothing.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/write.html>
    static long pwrite(Scratch scratch, int fd, MemorySegment buffer, long size, long offset)
            throws NativeCallException {
        long length = SystemCall.PWRITE64.repeat(scratch, fd, buffer.address(), size, offset, 0, 0);
        SystemCall.keepReachable(buffer);
        if (length < 0) {
            throw SystemCall.PWRITE64.failed(scratch, fd, size, offset);
        }
        return length;
    }

    /// `int ftruncate(int fd, off_t length);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/ftruncate.html>
    static void ftruncate(Scratch scratch, int fd, long length) throws NativeCallException {
        if (SystemCall.FTRUNCATE.repeat(scratch, fd, length, 0) != 0) {
            throw SystemCall.FTRUNCATE.failed(scratch, fd, length);
        }
    }

    /// `int fsync(int fd);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/fsync.html>
    static void fsync(Scratch scratch, int fd) throws NativeCallException {
        if (SystemCall.FSYNC.repeat(scratch, fd, 0, 0) != 0) {
            throw SystemCall.FSYNC.failed(scratch, fd);
        }
    }

    /// `off_t lseek(int fd, off_t offset, int whence);` with `SEEK_DATA` or `SEEK_HOLE`.
    ///
    /// <https://man7.org/linux/man-pages/man2/lseek.2.html>
    static long seek(Scratch scratch, int fd, long offset, int whence) throws NativeCallException {
        long found = SystemCall.LSEEK.make(scratch, fd, offset, whence);
        if (found < 0) {
            throw SystemCall.LSEEK.failed(scratch, fd, offset, whence);
        }
        return found;
    }

    /// `int ioctl(int fd, unsigned long request, ...);` with a number.
    ///
    /// <https://man7.org/linux/man-pages/man2/ioctl_ficlonerange.2.html>
    static void ioctl(Scratch scratch, int fd, long request, int argument) throws NativeCallException {
        if (SystemCall.IOCTL.repeat(scratch, fd, request, argument) != 0) {
            throw SystemCall.IOCTL.failed(scratch, fd, "0x" + Long.toHexString(request), argument);
        }
    }

    /// `int mknodat(int dirfd, const char *path, mode_t mode, dev_t device);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/mknod.html>
    static void mknodat(Scratch scratch, int dirfd, MemorySegment path, int mode, long device)
            throws NativeCallException {
        if (device < 0 || device > LARGEST_DEVICE) {
            // As the C library does: the kernel would take the lower half for another device.
            throw new NativeCallException("mknodat", "device " + Long.toUnsignedString(device), PosixCalls.EINVAL);
        }
        long result = SystemCall.MKNODAT.make(scratch, dirfd, path.address(), mode, device, 0, 0);
        SystemCall.keepReachable(path);
        if (result != 0) {
            throw SystemCall.MKNODAT.failed(
                    scratch, dirfd, CText.quoted(path), PosixCalls.octal(mode), device);
        }
    }

    /// `ssize_t copy_file_range(int fdIn, off_t *offsetIn, int fdOut, off_t *offsetOut, size_t size,
    /// unsigned int flags);`
    ///
    /// <https://man7.org/linux/man-pages/man2/copy_file_range.2.html>
    ///
    /// @param offset of both, 8 bytes of memory each; moved on by as much as was copied
    /// @return how many bytes were copied; 0 at the end
    static long copyFileRange(Scratch scratch, int from, MemorySegment offset, int to, MemorySegment offsetTo,
            long size) throws NativeCallException {
        long copied = SystemCall.COPY_FILE_RANGE.repeat(
                scratch, from, offset.address(), to, offsetTo.address(), size, 0);
        SystemCall.keepReachable(offset, offsetTo);
        if (copied < 0) {
            throw SystemCall.COPY_FILE_RANGE.failed(scratch, from, to, size);
        }
        return copied;
    }
}
