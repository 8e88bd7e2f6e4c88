package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Directory;
import dev.linkwright.Hold;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.path.PathRules;

/// A link system that asks an [Interceptor] before each primitive of another one. Thread-safe if both are.
public final class InterceptingLinkSystem implements LinkSystem {
    private final LinkSystem system;
    private final Interceptor interceptor;

    private InterceptingLinkSystem(LinkSystem system, Interceptor interceptor) {
        this.system = system;
        this.interceptor = interceptor;
    }

    /// That system, with this interceptor before it.
    public static LinkSystem of(LinkSystem system, Interceptor interceptor) {
        return new InterceptingLinkSystem(system, interceptor);
    }

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public PathRules rules() {
        return system.rules();
    }

    @Override
    public Directory at(LinkPath directory) {
        return new InterceptingDirectory(system.at(directory), interceptor);
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        return open(directory, Hold.SHARED);
    }

    @Override
    public Directory open(LinkPath directory, Hold hold) throws FileSystemException {
        interceptor.before(new Interceptor.Call(Primitive.OPEN_PATH, directory));
        return new InterceptingDirectory(system.open(directory, hold), interceptor);
    }

    @Override
    public Optional<Directory> openWithoutLinks(LinkPath directory) {
        try {
            interceptor.before(new Interceptor.Call(Primitive.OPEN_PATH, directory));
        } catch (FileSystemException refused) {
            return Optional.empty();
        }
        return system.openWithoutLinks(directory).map(opened -> new InterceptingDirectory(opened, interceptor));
    }

    @Override
    public Set<LinkPath> mountPlaces() {
        return system.mountPlaces();
    }

    @Override
    public boolean isRemoteDrive(char letter) {
        return system.isRemoteDrive(letter);
    }

    @Override
    public Optional<String> substitutedDrive(char letter) {
        return system.substitutedDrive(letter);
    }

    @Override
    public LinkPath pathOf(Path path) {
        return system.pathOf(path);
    }
}
