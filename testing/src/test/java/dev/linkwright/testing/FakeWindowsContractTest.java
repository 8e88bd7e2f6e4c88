package dev.linkwright.testing;

final class FakeWindowsContractTest extends FakeContract {
    FakeWindowsContractTest() {
        super(FakeLinkSystem.windows());
    }
}
