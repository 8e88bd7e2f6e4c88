package dev.linkwright.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// An object that is named by its path at every call; a file has an open channel besides.
final class NioObject implements HeldObject {
    /// The space that `java.nio.file` knows, and leaves out of the names.
    private static final String USER = "user.";
    private static final String READ = "read";
    private static final int BUFFER = 64 << 10;

    private final NioVolume volume;
    private final Path place;
    private final LinkPath path;
    private @Nullable Attributes attributes;
    private final @Nullable SeekableByteChannel channel;

    NioObject(NioVolume volume, Path place, LinkPath path, @Nullable Attributes attributes,
            @Nullable SeekableByteChannel channel) {
        this.volume = volume;
        this.place = place;
        this.path = path;
        this.attributes = attributes;
        this.channel = channel;
    }

    @Override
    public LinkPath path() {
        return path;
    }

    @Override
    public Attributes attributes() throws FileSystemException {
        Attributes known = attributes;
        if (known == null) {
            known = NioContents.attributes(volume, place, path);
            attributes = known;
        }
        return known;
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws FileSystemException {
        UserDefinedFileAttributeView view = view();
        List<ExtendedAttribute> found = new ArrayList<>();
        if (view == null || attributes().status().isSymbolicLink()) {
            return found;
        }
        try {
            for (String name : view.list()) {
                ByteBuffer value = ByteBuffer.allocate(view.size(name));
                view.read(name, value);
                byte[] full = (USER + name).getBytes(StandardCharsets.UTF_8);
                found.add(new ExtendedAttribute(ByteString.of(full), ByteString.of(value.array())));
            }
            return found;
        } catch (IOException | RuntimeException e) {
            throw refused("read the extended attributes of", e);
        }
    }

    @Override
    public void setExtendedAttribute(ExtendedAttribute attribute) throws FileSystemException {
        String operation = "set an extended attribute of";
        String name = new String(attribute.name().toArray(), StandardCharsets.UTF_8);
        UserDefinedFileAttributeView view = view();
        if (view == null || !name.startsWith(USER)) {
            throw missing(operation, "java.nio.file knows extended attributes of users only, and not everywhere");
        }
        try {
            view.write(name.substring(USER.length()), ByteBuffer.wrap(attribute.value().toArray()));
        } catch (IOException | RuntimeException e) {
            throw refused(operation, e);
        }
    }

    /// Those that it cannot name it cannot have given.
    @Override
    public void removeExtendedAttribute(ByteString name) throws FileSystemException {
        String text = new String(name.toArray(), StandardCharsets.UTF_8);
        UserDefinedFileAttributeView view = view();
        try {
            if (view != null && text.startsWith(USER) && view.list().contains(text.substring(USER.length()))) {
                view.delete(text.substring(USER.length()));
            }
        } catch (IOException | RuntimeException e) {
            throw refused("remove an extended attribute of", e);
        }
    }

    @Override
    public void setOwner(long user, long group) throws FileSystemException {
        String operation = "set the owner of";
        requireUnixView(operation);
        try {
            Files.setAttribute(place, "unix:uid", (int) user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(place, "unix:gid", (int) group, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | RuntimeException e) {
            throw refused(operation, e);
        }
    }

    @Override
    public void setMode(int mode) throws FileSystemException {
        String operation = "set the mode of";
        requireUnixView(operation);
        if (attributes().status().isSymbolicLink()) {
            throw missing(operation, "links have no mode of their own");
        }
        try {
            Files.setAttribute(place, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | RuntimeException e) {
            throw refused(operation, e);
        }
    }

    @Override
    public void setTimes(Instant accessed, Instant modified) throws FileSystemException {
        try {
            Files.getFileAttributeView(place, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(FileTime.from(modified), FileTime.from(accessed), null);
        } catch (IOException | RuntimeException e) {
            throw refused("set the times of", e);
        }
    }

    @Override
    public long copyContentsTo(HeldObject destination) throws FileSystemException {
        if (!(destination instanceof NioObject other)) {
            throw new ProviderMismatchException("an object of another link system");
        }
        SeekableByteChannel from = opened("copy");
        SeekableByteChannel to = other.opened("copy");
        try {
            return from instanceof FileChannel source ? transfer(source, to) : readAndWrite(from, to);
        } catch (IOException | RuntimeException e) {
            throw NioRefusal.of(FailureDetails.of("copy", path, Reason.OTHER)
                    .withTarget(LinkTarget.ofBytes(other.path.bytes())), e);
        }
    }

    private static long transfer(FileChannel from, SeekableByteChannel to) throws IOException {
        long done = 0;
        long copied = from.transferTo(done, Long.MAX_VALUE, to);
        while (copied > 0) {
            done += copied;
            copied = from.transferTo(done, Long.MAX_VALUE, to);
        }
        return done;
    }

    private static long readAndWrite(SeekableByteChannel from, SeekableByteChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long done = 0;
        while (from.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                done += to.write(buffer);
            }
            buffer.clear();
        }
        return done;
    }

    @Override
    public byte[] readContents(int most) throws FileSystemException {
        SeekableByteChannel from = opened(READ);
        byte[] contents;
        try {
            contents = firstBytes(from, most);
        } catch (IOException | RuntimeException e) {
            throw refused(READ, e);
        }
        if (contents.length > most) {
            throw FailureDetails.of(READ, path, Reason.TOO_LARGE).withRemark("more than " + most + " bytes")
                    .toException();
        }
        return contents;
    }

    /// One more than wanted, if there are more. A file may have grown since it was asked for its size.
    private static byte[] firstBytes(SeekableByteChannel from, int most) throws IOException {
        from.position(0);
        ByteBuffer read = ByteBuffer.allocate((int) Math.min(from.size(), most) + 1);
        while (from.read(read) >= 0) {
            if (!read.hasRemaining()) {
                if (read.capacity() > most) {
                    break;
                }
                read = ByteBuffer.allocate((int) Math.min(2L * read.capacity(), most + 1L)).put(read.flip());
            }
        }
        return Arrays.copyOf(read.array(), read.position());
    }

    @Override
    public void sync() throws FileSystemException {
        try {
            if (channel instanceof FileChannel file) {
                file.force(true);
            } else if (attributes().status().isDirectory() && volume.isPosixDisk()) {
                try (FileChannel directory = FileChannel.open(place)) {
                    directory.force(true);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw refused("sync", e);
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The descriptor is gone all the same; what could not be written has been reported by the write.
                assert !channel.isOpen();
            }
        }
    }

    private SeekableByteChannel opened(String operation) throws FileSystemException {
        if (channel == null || !channel.isOpen()) {
            throw FailureDetails.of(operation, path, Reason.OTHER).withRemark("it is not open").toException();
        }
        return channel;
    }

    private @Nullable UserDefinedFileAttributeView view() {
        return Files.getFileAttributeView(place, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void requireUnixView(String operation) throws FileSystemException {
        if (!volume.fileSystem().supportedFileAttributeViews().contains("unix")) {
            throw missing(operation, "java.nio.file does not know it here");
        }
    }

    private FileSystemException missing(String operation, String why) {
        return FailureDetails.of(operation, path, Reason.CAPABILITY_MISSING).withRemark(why).toException();
    }

    private FileSystemException refused(String operation, Exception thrown) {
        return NioRefusal.of(FailureDetails.of(operation, path, Reason.OTHER), thrown);
    }
}
