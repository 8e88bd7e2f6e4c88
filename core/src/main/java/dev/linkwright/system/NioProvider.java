package dev.linkwright.system;

import java.nio.file.FileSystem;
import java.util.Optional;

import dev.linkwright.LinkSystem;
import dev.linkwright.LinkSystemProvider;

/// Offers [NioLinkSystem] for every file system, when nobody has a better one.
public final class NioProvider implements LinkSystemProvider {
    static final String NAME = "nio";

    /// For the service loader.
    public NioProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Optional<LinkSystem> systemFor(FileSystem fileSystem, String whyNoBetter) {
        return Optional.of(NioLinkSystem.of(fileSystem, whyNoBetter));
    }
}
