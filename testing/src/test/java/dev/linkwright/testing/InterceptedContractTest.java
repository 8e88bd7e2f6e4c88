package dev.linkwright.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.google.common.jimfs.Configuration;
import dev.linkwright.LinkSystem;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;

/// Whoever only listens changes nothing.
final class InterceptedContractTest extends NioOnJimfsContract {
    private final List<Interceptor.Call> heard = new CopyOnWriteArrayList<>();

    InterceptedContractTest() {
        super(Configuration.unix());
    }

    @Override
    protected LinkSystem linkSystem() {
        return InterceptingLinkSystem.of(super.linkSystem(), heard::add);
    }
}
