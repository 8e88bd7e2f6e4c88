package dev.linkwright.testing;

import dev.linkwright.LinkSystem;
import dev.linkwright.system.InterceptingLinkSystem;

/// The function imitated over the primitives of the seam, for which the fake's own is the oracle: a decorator hides that.
final class ImitatedCreatingConformanceTest extends CreatingConformance {
    @Override
    LinkSystem under(FakeLinkSystem system) {
        return InterceptingLinkSystem.of(system, call -> {});
    }
}
