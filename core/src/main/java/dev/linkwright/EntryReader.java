package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.jspecify.annotations.Nullable;

/// Turns what the primitives tell into an [Entry].
final class EntryReader {
    private EntryReader() {}

    /// Looks at the object: its status first, then what that status makes it have.
    static Entry read(Directory directory, Name name, LinkPath path) throws FileSystemException {
        Status status = directory.stat(name);
        boolean readable = status.reparseTag() != 0 && directory.capabilities().has(Capability.REPARSE_POINTS);
        return entry(directory, name, path, status, readable ? directory.readReparseData(name) : null);
    }

    static Entry entry(Directory directory, Name name, LinkPath path, Status status, byte @Nullable [] reparseData)
            throws FileSystemException {
        if (reparseData != null) {
            return decoded(path, status, reparseData);
        }
        if (status.isSymbolicLink()) {
            LinkTarget target = directory.readLink(name);
            boolean relative = !LinkPath.ofBytes(path.rules(), target.raw()).isAbsolute();
            return new SymbolicLink(path, status, target, relative, Optional.empty());
        }
        return status.reparseTag() == 0
                ? new OrdinaryEntry(path, status)
                : new ReparsePoint(path, status, Optional.empty());
    }

    private static Entry decoded(LinkPath path, Status status, byte[] buffer) {
        ReparseData data;
        try {
            data = ReparseBuffer.decode(buffer);
        } catch (MalformedReparseBufferException e) {
            return new ReparsePoint(path, status, Optional.of(String.valueOf(e.getMessage())));
        }
        return switch (data) {
            case ReparseData.SymbolicLink link -> new SymbolicLink(path, status, LinkTarget.found(link.text()),
                    link.relative(), Optional.of(LinkTarget.found(link.printName())), Optional.of(link));
            case ReparseData.MountPoint mount -> mountPoint(path, status, mount);
            case ReparseData.WslLink link -> new WslLink(path, status, LinkTarget.of(link).orElseThrow());
            case ReparseData.Nfs.Link link -> new NfsLink(path, status, LinkTarget.of(link).orElseThrow());
            default -> new ReparsePoint(path, status, Optional.empty());
        };
    }

    private static Entry mountPoint(LinkPath path, Status status, ReparseData.MountPoint mount) {
        LinkTarget target = LinkTarget.found(mount.text());
        Optional<LinkTarget> printName = Optional.of(LinkTarget.found(mount.printName()));
        return mount.isVolume()
                ? new VolumeMountPoint(path, status, target, printName)
                : new Junction(path, status, target, printName, Optional.of(mount));
    }
}
