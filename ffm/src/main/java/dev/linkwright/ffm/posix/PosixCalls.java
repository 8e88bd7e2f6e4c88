package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;

/// The calls that Linux and macOS have in common, one method each. Linux makes them by number, macOS by the functions
/// of its C library.
///
/// A call that failed throws; `EINTR` is repeated where the call has no effect of its own (a change that was
/// interrupted may have happened, so it is reported).
abstract class PosixCalls {
    /// The same on both systems.
    static final int EINTR = 4;
    static final int EINVAL = 22;
    static final int SEEK_SET = 0;

    /// `int openat(int dirfd, const char *path, int flags, ...);` without a mode, so never with `O_CREAT`.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/openat.html>
    abstract int openat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException;

    /// `int close(int fd);` whatever it reports, the descriptor is gone on Linux and macOS: it must not be repeated.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/close.html>
    abstract void close(Scratch scratch, int fd);

    /// `off_t lseek(int fd, off_t offset, int whence);` back to the start.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/lseek.html>
    abstract void rewind(Scratch scratch, int fd) throws NativeCallException;

    /// `int symlinkat(const char *target, int dirfd, const char *path);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/symlink.html>
    abstract void symlinkat(Scratch scratch, MemorySegment target, int dirfd, MemorySegment path)
            throws NativeCallException;

    /// `ssize_t readlinkat(int dirfd, const char *path, char *buffer, size_t size);` which cuts off what does not fit:
    /// a text that fills the buffer need not be complete.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/readlink.html>
    ///
    /// @return the number of bytes in the buffer, which no zero byte follows
    final int readlinkat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment buffer)
            throws NativeCallException {
        int length = tryReadlinkat(scratch, dirfd, path, buffer);
        if (length < 0) {
            throw failed(scratch, "readlinkat", dirfd, CText.quoted(path), buffer.byteSize());
        }
        return length;
    }

    /// [#readlinkat] for those who expect that it may be no link.
    ///
    /// @return negative if it failed; the code is then in `scratch`
    abstract int tryReadlinkat(Scratch scratch, int dirfd, MemorySegment path, MemorySegment buffer);

    /// `int linkat(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, int flags);` with no flags: a
    /// symbolic link is linked itself.
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/link.html>
    abstract void linkat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
            throws NativeCallException;

    /// `int unlinkat(int dirfd, const char *path, int flags);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/unlink.html>
    abstract void unlinkat(Scratch scratch, int dirfd, MemorySegment path, int flags) throws NativeCallException;

    /// `int renameat(int olddirfd, const char *oldpath, int newdirfd, const char *newpath);`
    ///
    /// <https://pubs.opengroup.org/onlinepubs/9799919799/functions/rename.html>
    abstract void renameat(Scratch scratch, int oldDirfd, MemorySegment oldPath, int newDirfd, MemorySegment newPath)
            throws NativeCallException;

    /// The failure of the call that was just made. A negative descriptor that a caller passes is `AT_FDCWD`.
    static NativeCallException failed(Scratch scratch, String function, Object... arguments) {
        StringBuilder list = new StringBuilder();
        for (Object argument : arguments) {
            list.append(list.isEmpty() ? "" : ", ");
            list.append(argument instanceof Integer fd && fd < 0 ? "AT_FDCWD" : argument);
        }
        return new NativeCallException(function, list.toString(), scratch.errno());
    }

    /// A handle throws nothing that is checked; its declaration does.
    static RuntimeException impossible(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        throw new AssertionError("a linked function threw what it cannot throw", thrown);
    }

    /// Flags as people read them.
    static String hex(int flags) {
        return "0x" + Integer.toHexString(flags);
    }

    /// Permissions as people read them.
    static String octal(int mode) {
        return "0" + Integer.toOctalString(mode);
    }
}
