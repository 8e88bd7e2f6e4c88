package dev.linkwright.testing;

import com.google.common.jimfs.Configuration;

final class NioOnJimfsUnixTest extends NioOnJimfsContract {
    NioOnJimfsUnixTest() {
        super(Configuration.unix());
    }
}
