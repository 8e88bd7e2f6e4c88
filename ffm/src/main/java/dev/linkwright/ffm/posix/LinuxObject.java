package dev.linkwright.ffm.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// An open object of Linux: a descriptor that was opened for reading or writing, or one by `O_PATH`, which leads to any
/// object without opening it.
final class LinuxObject implements HeldObject {
    private static final int NONE = -1;
    private static final String READ = "read";
    private static final byte[] EMPTY = {};
    private static final int BYTES_PER_BLOCK = 512;

    private final Linux platform;
    private final LinkPath path;
    private final boolean byPath;
    private int fd;
    private @Nullable Attributes attributes;
    private long blocks;

    private LinuxObject(Linux platform, LinkPath path, int fd, boolean byPath) {
        this.platform = platform;
        this.path = path;
        this.fd = fd;
        this.byPath = byPath;
    }

    /// Takes over a descriptor that was opened for reading or writing.
    static LinuxObject open(Linux platform, LinkPath path, int fd) {
        return new LinuxObject(platform, path, fd, false);
    }

    /// Takes over a descriptor that was opened with `O_PATH`.
    static LinuxObject byPath(Linux platform, LinkPath path, int fd) {
        return new LinuxObject(platform, path, fd, true);
    }

    int fd() {
        return fd;
    }

    /// Whether it takes less room than it has bytes.
    boolean hasHoles(Attributes known) {
        return blocks * BYTES_PER_BLOCK < known.status().size();
    }

    @Override
    public LinkPath path() {
        return path;
    }

    @Override
    public Attributes attributes() throws FileSystemException {
        Attributes known = attributes;
        return known == null ? look() : known;
    }

    Attributes look() throws FileSystemException {
        try (Scratch scratch = Scratch.take()) {
            Attributes found = platform.attributes(scratch, opened("look at"));
            attributes = found;
            blocks = Linux.STX_BLOCKS.read(scratch.out);
            return found;
        } catch (NativeCallException e) {
            throw refused("look at", e);
        }
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws FileSystemException {
        return byPath
                ? ExtendedAttributes.read(new ExtendedAttributes.OfPath(opened("look at")), this)
                : ExtendedAttributes.read(new ExtendedAttributes.OfDescriptor(opened("look at")), this);
    }

    @Override
    public void setExtendedAttribute(ExtendedAttribute attribute) throws FileSystemException {
        run("set an extended attribute of", (scratch, held) -> {
            MemorySegment name = scratch.second.ofBytes(attribute.name().toArray());
            byte[] value = attribute.value().toArray();
            MemorySegment memory = ExtendedAttributes.memory(scratch, value.length);
            MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, 0, value.length);
            if (byPath) {
                AttributeCalls.setxattr(scratch, magicLink(scratch, held), name, memory.asSlice(0, value.length), 0);
            } else {
                AttributeCalls.fsetxattr(scratch, held, name, memory, value.length, 0);
            }
        });
    }

    @Override
    public void removeExtendedAttribute(ByteString name) throws FileSystemException {
        run("remove an extended attribute of", (scratch, held) -> {
            try {
                AttributeCalls.fremovexattr(scratch, held, scratch.second.ofBytes(name.toArray()));
            } catch (NativeCallException e) {
                boolean hasNone = e.code() == Errno.ENODATA.linux() || e.code() == Errno.EOPNOTSUPP.linux();
                if (!hasNone) {
                    throw e;
                }
            }
        });
    }

    @Override
    public void setOwner(long user, long group) throws FileSystemException {
        run("set the owner of", (scratch, held) -> AttributeCalls.fchownat(
                scratch, held, scratch.first.ofBytes(EMPTY), (int) user, (int) group, Linux.AT_EMPTY_PATH));
    }

    @Override
    public void setMode(int mode) throws FileSystemException {
        run("set the mode of", (scratch, held) -> {
            if (byPath) {
                AttributeCalls.chmod(scratch, magicLink(scratch, held), mode);
            } else {
                AttributeCalls.fchmod(scratch, held, mode);
            }
        });
    }

    @Override
    public void setTimes(Instant accessed, Instant modified) throws FileSystemException {
        run("set the times of", (scratch, held) -> {
            MemorySegment times = scratch.out;
            write(times, 0, accessed);
            write(times, 1, modified);
            if (byPath) {
                setTimesByPath(scratch, held, times);
            } else {
                AttributeCalls.futimens(scratch, held, times);
            }
        });
    }

    /// `AT_EMPTY_PATH` came to `utimensat` with Linux 5.8.
    private static void setTimesByPath(Scratch scratch, int held, MemorySegment times) throws NativeCallException {
        try {
            AttributeCalls.utimensat(scratch, held, scratch.first.ofBytes(EMPTY), times, Linux.AT_EMPTY_PATH);
        } catch (NativeCallException e) {
            if (e.code() != Errno.EINVAL.linux()) {
                throw e;
            }
            AttributeCalls.utimensat(scratch, held, magicLink(scratch, held), times, 0);
        }
    }

    /// `struct timespec` of 64-bit systems: seconds and nanoseconds, 8 bytes each.
    private static void write(MemorySegment times, int index, Instant time) {
        times.set(ValueLayout.JAVA_LONG, index * 2L * Long.BYTES, time.getEpochSecond());
        times.set(ValueLayout.JAVA_LONG, (index * 2L + 1) * Long.BYTES, time.getNano());
    }

    @Override
    public long copyContentsTo(HeldObject destination) throws FileSystemException {
        LinuxObject to = own(destination);
        Attributes known = attributes();
        try (Scratch scratch = Scratch.take()) {
            opened("copy");
            to.opened("copy");
            return platform.copier().copy(scratch, this, known, to);
        } catch (NativeCallException e) {
            throw new Refusal(platform, "copy", path, e).to(destination.path());
        }
    }

    @Override
    public byte[] readContents(int most) throws FileSystemException {
        int held = opened(READ);
        long size = attributes().status().size();
        requireAtMost(most, size);
        ListingMemory memory = ListingMemory.take();
        try (Scratch scratch = Scratch.take()) {
            MemorySegment buffer = memory.entries;
            byte[] contents = new byte[(int) size];
            int length = 0;
            long read = FileCalls.pread(scratch, held, buffer, buffer.byteSize(), 0);
            while (read > 0) {
                requireAtMost(most, length + read);
                if (length + read > contents.length) {
                    contents = Arrays.copyOf(contents, (int) Math.min(most, Math.max(2L * length, length + read)));
                }
                MemorySegment.copy(buffer, 0, MemorySegment.ofArray(contents), length, read);
                length += (int) read;
                read = FileCalls.pread(scratch, held, buffer, buffer.byteSize(), length);
            }
            return length == contents.length ? contents : Arrays.copyOf(contents, length);
        } catch (NativeCallException e) {
            throw refused(READ, e);
        } finally {
            memory.giveBack();
        }
    }

    private void requireAtMost(int most, long bytes) throws FileSystemException {
        if (bytes > most) {
            throw FailureDetails.of(READ, path, Reason.TOO_LARGE).withRemark("more than " + most + " bytes")
                    .toException();
        }
    }

    @Override
    public void sync() throws FileSystemException {
        run("sync", FileCalls::fsync);
    }

    @Override
    public void close() {
        if (fd != NONE) {
            try (Scratch scratch = Scratch.take()) {
                platform.calls.close(scratch, fd);
            }
            fd = NONE;
        }
    }

    FileSystemException refused(String operation, NativeCallException call) {
        return new Refusal(platform, operation, path, call).toException();
    }

    /// The path by which the kernel shows an open object, and which leads to the object itself.
    static MemorySegment magicLink(Scratch scratch, int fd) {
        return scratch.first.ofBytes(Platform.pathOfDescriptor(fd));
    }

    private int opened(String operation) throws FileSystemException {
        if (fd == NONE) {
            throw FailureDetails.of(operation, path, Reason.OTHER).withRemark("it has been closed").toException();
        }
        return fd;
    }

    private void run(String operation, Call call) throws FileSystemException {
        int held = opened(operation);
        try (Scratch scratch = Scratch.take()) {
            call.make(scratch, held);
        } catch (NativeCallException e) {
            throw refused(operation, e);
        }
    }

    private static LinuxObject own(HeldObject object) {
        if (object instanceof LinuxObject own) {
            return own;
        }
        throw new java.nio.file.ProviderMismatchException("an object of another link system");
    }

    /// A call on the descriptor.
    @FunctionalInterface
    private interface Call {
        void make(Scratch scratch, int held) throws NativeCallException;
    }
}
