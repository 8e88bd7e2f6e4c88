package dev.linkwright.testing;

import java.nio.file.FileSystems;

import dev.linkwright.LinkSystem;
import dev.linkwright.system.NioLinkSystem;

final class NioOnDiskTest extends OnDiskContract {
    @Override
    protected LinkSystem linkSystem() {
        return NioLinkSystem.of(FileSystems.getDefault());
    }
}
