package dev.linkwright.testing;

import com.google.common.jimfs.Configuration;

import dev.linkwright.LinkSystem;

/// Everything that rests on an exchange of names, where `java.nio.file` has none.
final class NioWithExchangeTest extends NioOnJimfsContract {
    NioWithExchangeTest() {
        super(Configuration.unix());
    }

    @Override
    protected LinkSystem linkSystem() {
        return new ExchangeInSteps(super.linkSystem());
    }
}
