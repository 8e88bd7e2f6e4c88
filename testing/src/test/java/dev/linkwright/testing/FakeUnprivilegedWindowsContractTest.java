package dev.linkwright.testing;

final class FakeUnprivilegedWindowsContractTest extends FakeContract {
    FakeUnprivilegedWindowsContractTest() {
        super(FakeLinkSystem.windows().with(FakeCondition.NO_PRIVILEGE));
    }
}
