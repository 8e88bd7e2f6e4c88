package dev.linkwright.testing;

import com.google.common.jimfs.Configuration;

final class NioOnJimfsWindowsTest extends NioOnJimfsContract {
    NioOnJimfsWindowsTest() {
        super(Configuration.windows());
    }

    /// Jimfs has the paths of Windows and the links of Unix.
    @Override
    protected boolean followsAsItsRulesSay() {
        return false;
    }
}
