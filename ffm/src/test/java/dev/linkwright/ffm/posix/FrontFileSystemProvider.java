package dev.linkwright.ffm.posix;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.DirectoryStream.Filter;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// A default file system that somebody put in front of the system's own
/// (`-Djava.nio.file.spi.DefaultFileSystemProvider`). This one only passes on what it is asked.
public final class FrontFileSystemProvider extends FileSystemProvider {
    private final FileSystemProvider behind;
    private final FileSystem front;

    /// For the JDK.
    public FrontFileSystemProvider(FileSystemProvider behind) {
        this.behind = behind;
        this.front = new Front(behind.getFileSystem(URI.create("file:///")));
    }

    @Override
    public String getScheme() {
        return behind.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return behind.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return front;
    }

    @Override
    public Path getPath(URI uri) {
        return behind.getPath(uri);
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        return behind.newByteChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, Filter<? super Path> filter) throws IOException {
        return behind.newDirectoryStream(directory, filter);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        behind.createDirectory(directory, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        behind.delete(path);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        behind.copy(source, target, options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        behind.move(source, target, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return behind.isSameFile(path, other);
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return behind.isHidden(path);
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return behind.getFileStore(path);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        behind.checkAccess(path, modes);
    }

    @Override
    public <V extends @Nullable FileAttributeView> V getFileAttributeView(Path path, Class<V> type,
            LinkOption... options) {
        return behind.getFileAttributeView(path, type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return behind.readAttributes(path, type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        return behind.readAttributes(path, attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        behind.setAttribute(path, attribute, value, options);
    }

    private final class Front extends FileSystem {
        private final FileSystem own;

        Front(FileSystem own) {
            this.own = own;
        }

        @Override
        public FileSystemProvider provider() {
            return FrontFileSystemProvider.this;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("the default file system stays open");
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return own.isReadOnly();
        }

        @Override
        public String getSeparator() {
            return own.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return own.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return own.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return own.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return own.getPath(first, more);
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            return own.getPathMatcher(pattern);
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return own.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return own.newWatchService();
        }
    }
}
