package dev.linkwright.ffm.windows;

import dev.linkwright.LinkSystem;
import dev.linkwright.testing.OnDiskContract;

/// The contract on the system of this JVM. What Wine cannot do is listed in [dev.linkwright.windows.Divergences].
final class WindowsContractTest extends OnDiskContract {
    @Override
    protected LinkSystem linkSystem() {
        return new WindowsLinkSystem();
    }
}
