package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.ffm.windows.EaList.Ea;
import dev.linkwright.ffm.windows.NamedStreams.Stream;
import dev.linkwright.reparse.ByteString;

/// What an object of Windows has besides contents and times, each kind under names of extended attributes, in the order
/// in which a copy is given them: what takes rights away comes last. Names and values: `docs/seam-on-windows.md`,
/// "Contents and attributes".
enum Extra {
    /// Named streams, as `java.nio.file` calls them too. Larger ones go with the contents of a file.
    STREAM("user.", 0, Volume.FILE_NAMED_STREAMS, "named streams") {
        @Override
        void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found)
                throws WindowsCallException, FileSystemException {
            boolean isDirectory = FileInformation.kind(arena, handle).isDirectory();
            for (Stream stream : NamedStreams.list(arena, handle)) {
                if (stream.size() <= LARGEST_STREAM) {
                    found.add(attribute(stream.name(), streamOf(arena, handle, stream)));
                } else if (isDirectory) {
                    throw FailureDetails.of(READ, path, Reason.OTHER).withRemark(
                            "the named stream '" + stream.name() + "' is too large for a directory").toException();
                }
            }
        }

        @Override
        void write(Arena arena, long handle, LinkPath path, String name, byte[] value) throws WindowsCallException {
            try (OpenObject stream = NamedStreams.open(arena, handle, name, Opening.WRITE_STREAM)) {
                FileData.write(arena, stream.handle(), value);
            }
        }

        @Override
        void remove(Arena arena, long handle, String name) throws WindowsCallException {
            try (OpenObject stream = NamedStreams.open(arena, handle, name, Opening.REMOVE_FILE)) {
                Removal.mark(arena, stream.handle(), Removal.Mark.SET);
            } catch (WindowsCallException e) {
                if (!e.is(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND)) {
                    throw e;
                }
            }
        }
    },
    /// The extended attributes that Windows itself calls so.
    EA("windows.ea.", Opening.FILE_WRITE_EA, Volume.FILE_SUPPORTS_EXTENDED_ATTRIBUTES, "extended attributes") {
        @Override
        void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found) throws WindowsCallException {
            for (Ea each : EaList.read(arena, handle)) {
                found.add(attribute(each.name(), each.value().toArray()));
            }
        }

        @Override
        void write(Arena arena, long handle, LinkPath path, String name, byte[] value)
                throws WindowsCallException, FileSystemException {
            if (!EaList.isPossible(name, value.length)) {
                throw FailureDetails.of(WRITE, path, Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                        .withRemark("Windows keeps no extended attribute like that").toException();
            }
            EaList.write(arena, handle, new Ea(name, ByteString.of(value)));
        }

        @Override
        void remove(Arena arena, long handle, String name) throws WindowsCallException {
            EaList.write(arena, handle, new Ea(name, ByteString.empty()));
        }
    },
    /// The file attributes.
    ATTRIBUTES("windows.attributes", Opening.FILE_WRITE_ATTRIBUTES, 0, "file attributes") {
        @Override
        void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found) throws WindowsCallException {
            int attributes = BasicInformation.fileAttributes(arena, handle);
            found.add(attribute("", buffer(Integer.BYTES).putInt(attributes).array()));
        }

        @Override
        void write(Arena arena, long handle, LinkPath path, String name, byte[] value)
                throws WindowsCallException, FileSystemException {
            int wanted = number(value, Integer.BYTES, path).getInt();
            BasicInformation.copyFileAttributes(arena, handle, wanted);
            int lost = wanted & OF_THE_STORAGE & ~BasicInformation.fileAttributes(arena, handle);
            if (lost != 0) {
                boolean encrypted = (lost & BasicInformation.FILE_ATTRIBUTE_ENCRYPTED) != 0;
                throw FailureDetails.of(WRITE, path, Reason.CAPABILITY_MISSING)
                        .withRemark(encrypted ? "the copy is not encrypted" : "the copy is not compressed")
                        .toException();
            }
        }
    },
    /// When it was made, as Windows counts time.
    CREATED("windows.created", Opening.FILE_WRITE_ATTRIBUTES, 0, "creation times") {
        @Override
        void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found) throws WindowsCallException {
            found.add(attribute("", buffer(Long.BYTES).putLong(BasicInformation.created(arena, handle)).array()));
        }

        @Override
        void write(Arena arena, long handle, LinkPath path, String name, byte[] value)
                throws WindowsCallException, FileSystemException {
            BasicInformation.setCreated(arena, handle, number(value, Long.BYTES, path).getLong());
        }
    },
    /// The access control list, in a self-relative security descriptor.
    ACCESS_LIST("windows.access_control_list", Opening.WRITE_DAC, Volume.FILE_PERSISTENT_ACLS, "access control lists") {
        @Override
        void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found) throws WindowsCallException {
            found.add(attribute("", Security.accessList(arena, handle)));
        }

        @Override
        void write(Arena arena, long handle, LinkPath path, String name, byte[] value)
                throws WindowsCallException, FileSystemException {
            Security.requireDescriptor(value, path);
            Security.setAccessList(arena, handle, value);
        }
    },
    /// Owner and group, in a self-relative security descriptor.
    OWNER("windows.owner", Opening.WRITE_OWNER, Volume.FILE_PERSISTENT_ACLS, "owners") {
        @Override
        void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found) throws WindowsCallException {
            found.add(attribute("", Security.owner(arena, handle)));
        }

        @Override
        boolean isKnownToBe(Arena arena, long handle, byte[] value) throws WindowsCallException {
            return Security.hasOwner(arena, handle, value);
        }

        @Override
        void write(Arena arena, long handle, LinkPath path, String name, byte[] value)
                throws WindowsCallException, FileSystemException {
            Security.requireDescriptor(value, path);
            Security.setOwner(arena, handle, value);
        }
    };

    static final String READ = "read the extended attributes of";
    static final String WRITE = "set an extended attribute of";

    /// As large as the value of an extended attribute on Linux.
    static final long LARGEST_STREAM = 64 << 10;

    /// How an object is stored, which cannot be set as an attribute.
    private static final int OF_THE_STORAGE = BasicInformation.FILE_ATTRIBUTE_COMPRESSED
            | BasicInformation.FILE_ATTRIBUTE_ENCRYPTED;

    private final String prefix;
    private final int access;
    private final int volumeFlag;
    private final String words;

    /// @param prefix how its names begin; the whole name where there is only one
    /// @param access what a handle must be opened for to change it
    /// @param volumeFlag by which a file system tells that it has this; 0 if all have
    /// @param words what it is, for messages
    Extra(String prefix, int access, int volumeFlag, String words) {
        this.prefix = prefix;
        this.access = access;
        this.volumeFlag = volumeFlag;
        this.words = words;
    }

    /// The kind with this name.
    static Optional<Extra> of(String name) {
        for (Extra each : values()) {
            boolean hasMany = each.prefix.endsWith(".");
            if (hasMany
                    ? name.length() > each.prefix.length() && name.startsWith(each.prefix)
                    : name.equals(each.prefix)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// All that an open object has.
    static List<ExtendedAttribute> all(Arena arena, long handle, LinkPath path)
            throws WindowsCallException, FileSystemException {
        List<ExtendedAttribute> found = new ArrayList<>();
        Volume volume = Volume.of(arena, handle);
        for (Extra each : values()) {
            if (each.isOn(volume)) {
                each.read(arena, handle, path, found);
            }
        }
        return found;
    }

    int access() {
        return access;
    }

    /// What is behind the prefix in a name.
    String rest(String name) {
        return name.substring(prefix.length());
    }

    boolean isOn(Volume volume) {
        return volumeFlag == 0 || volume.has(volumeFlag);
    }

    /// @throws FileSystemException if the file system would take it and keep nothing, or refuse the name
    void requireOn(Volume volume, LinkPath path) throws FileSystemException {
        if (!isOn(volume)) {
            throw FailureDetails.of(WRITE, path, Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                    .withRemark(volume.fileSystem() + " keeps no " + words + " here").toException();
        }
    }

    /// Whether it is certain that nothing would change.
    boolean isKnownToBe(Arena arena, long handle, byte[] value) throws WindowsCallException {
        return false;
    }

    abstract void read(Arena arena, long handle, LinkPath path, List<ExtendedAttribute> found)
            throws WindowsCallException, FileSystemException;

    /// @param name what is behind the prefix
    abstract void write(Arena arena, long handle, LinkPath path, String name, byte[] value)
            throws WindowsCallException, FileSystemException;

    /// Takes it away; what every object has stays.
    void remove(Arena arena, long handle, String name) throws WindowsCallException {
        // There is no object without.
    }

    ExtendedAttribute attribute(String rest, byte[] value) {
        return new ExtendedAttribute(ByteString.of(LinkTarget.of(prefix + rest).bytes()), ByteString.of(value));
    }

    private static byte[] streamOf(Arena arena, long handle, Stream stream) throws WindowsCallException {
        try (OpenObject opened = NamedStreams.open(arena, handle, stream.name(), Opening.READ_STREAM)) {
            MemorySegment read = FileData.read(arena, opened.handle(), LARGEST_STREAM);
            return read.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer number(byte[] value, int size, LinkPath path) throws FileSystemException {
        if (value.length != size) {
            throw FailureDetails.of(WRITE, path, Reason.OTHER).withRemark("the value has another length")
                    .toException();
        }
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }
}
