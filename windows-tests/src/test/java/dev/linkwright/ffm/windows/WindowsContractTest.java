package dev.linkwright.ffm.windows;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.LinkSystem;
import dev.linkwright.testing.OnDiskContract;

/// The contract on the system of this JVM. What Wine cannot do is listed in [dev.linkwright.windows.Divergences].
final class WindowsContractTest extends OnDiskContract {
    @Override
    protected LinkSystem linkSystem() {
        return new WindowsLinkSystem();
    }

    /// `LINKWRIGHT_TEST_DIRECTORY` names another volume or place than that of temporary files.
    @Override
    protected Path base() throws IOException {
        String named = System.getenv("LINKWRIGHT_TEST_DIRECTORY");
        return named == null || named.isEmpty() ? super.base() : Path.of(named);
    }
}
