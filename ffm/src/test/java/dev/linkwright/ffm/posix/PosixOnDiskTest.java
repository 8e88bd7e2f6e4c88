package dev.linkwright.ffm.posix;

import dev.linkwright.LinkSystem;
import dev.linkwright.testing.OnDiskContract;

final class PosixOnDiskTest extends OnDiskContract {
    @Override
    protected LinkSystem linkSystem() {
        return ThisHost.linkSystem();
    }
}
