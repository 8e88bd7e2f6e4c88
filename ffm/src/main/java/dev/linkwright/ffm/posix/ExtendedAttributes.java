package dev.linkwright.ffm.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.ExtendedAttribute;
import dev.linkwright.reparse.ByteString;

/// Reads the extended attributes of an object: their names, which stand one after the other, each with a zero byte, and
/// then their values.
final class ExtendedAttributes {
    private ExtendedAttributes() {}

    static List<ExtendedAttribute> read(Access access, LinuxObject object) throws FileSystemException {
        try (Scratch scratch = Scratch.take()) {
            return read(scratch, access);
        } catch (NativeCallException e) {
            if (e.code() == Errno.EOPNOTSUPP.linux()) {
                return List.of();
            }
            throw object.refused("read the extended attributes of", e);
        }
    }

    /// Memory for as many bytes: that of the call, if it is enough. No system takes more, but it shall say so itself.
    static MemorySegment memory(Scratch scratch, long size) {
        if (size <= scratch.out.byteSize()) {
            return scratch.out;
        }
        return size <= scratch.largeOut().byteSize() ? scratch.largeOut() : Arena.ofAuto().allocate(size, 1);
    }

    private static List<ExtendedAttribute> read(Scratch scratch, Access access) throws NativeCallException {
        byte[] names = whole(scratch, (memory, size) -> access.list(scratch, memory, size));
        if (names.length == 0) {
            return List.of();
        }
        List<ExtendedAttribute> attributes = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < names.length; end++) {
            if (names[end] == 0) {
                ByteString name = ByteString.of(names, start, end - start);
                add(attributes, scratch, access, name);
                start = end + 1;
            }
        }
        return attributes;
    }

    /// One that has gone since it was listed is left out.
    private static void add(List<ExtendedAttribute> attributes, Scratch scratch, Access access, ByteString name)
            throws NativeCallException {
        MemorySegment text = scratch.second.ofBytes(name.toArray());
        try {
            byte[] value = whole(scratch, (memory, size) -> access.get(scratch, text, memory, size));
            attributes.add(new ExtendedAttribute(name, ByteString.of(value)));
        } catch (NativeCallException e) {
            if (e.code() != Errno.ENODATA.linux()) {
                throw e;
            }
        }
    }

    /// `ERANGE` says that there is more than the memory holds. Neither a list nor a value has more than 65,536 bytes
    /// (xattr(7)).
    private static byte[] whole(Scratch scratch, Reading reading) throws NativeCallException {
        try {
            return whole(scratch.out, reading);
        } catch (NativeCallException e) {
            if (e.code() != Errno.ERANGE.linux()) {
                throw e;
            }
            return whole(scratch.largeOut(), reading);
        }
    }

    private static byte[] whole(MemorySegment memory, Reading reading) throws NativeCallException {
        long length = reading.into(memory, memory.byteSize());
        return memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /// Where the attributes are read from.
    sealed interface Access {
        long list(Scratch scratch, MemorySegment memory, long size) throws NativeCallException;

        long get(Scratch scratch, MemorySegment name, MemorySegment memory, long size) throws NativeCallException;
    }

    /// From a descriptor that is open.
    record OfDescriptor(int fd) implements Access {
        @Override
        public long list(Scratch scratch, MemorySegment memory, long size) throws NativeCallException {
            return AttributeCalls.flistxattr(scratch, fd, memory, size);
        }

        @Override
        public long get(Scratch scratch, MemorySegment name, MemorySegment memory, long size)
                throws NativeCallException {
            return AttributeCalls.fgetxattr(scratch, fd, name, memory, size);
        }
    }

    /// From what a descriptor by `O_PATH` leads to.
    record OfPath(int fd) implements Access {
        @Override
        public long list(Scratch scratch, MemorySegment memory, long size) throws NativeCallException {
            return AttributeCalls.listxattr(scratch, LinuxObject.magicLink(scratch, fd), memory, size);
        }

        @Override
        public long get(Scratch scratch, MemorySegment name, MemorySegment memory, long size)
                throws NativeCallException {
            return AttributeCalls.getxattr(scratch, LinuxObject.magicLink(scratch, fd), name, memory.asSlice(0, size));
        }
    }

    /// A call that fills memory.
    @FunctionalInterface
    private interface Reading {
        long into(MemorySegment memory, long size) throws NativeCallException;
    }
}
