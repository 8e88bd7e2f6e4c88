package dev.linkwright.testing;

final class FakeOldWindowsContractTest extends FakeContract {
    FakeOldWindowsContractTest() {
        super(FakeLinkSystem.windows().with(FakeCondition.BEFORE_1703, FakeCondition.NO_POSIX_SEMANTICS,
                FakeCondition.PRIVILEGE_DISABLED));
    }
}
