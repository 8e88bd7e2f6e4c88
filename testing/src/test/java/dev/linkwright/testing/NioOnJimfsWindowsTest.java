package dev.linkwright.testing;

import com.google.common.jimfs.Configuration;

final class NioOnJimfsWindowsTest extends NioOnJimfsContract {
    NioOnJimfsWindowsTest() {
        super(Configuration.windows());
    }
}
