package dev.linkwright.testing;

final class FakeStrictContractTest extends FakeContract {
    FakeStrictContractTest() {
        super(FakeLinkSystem.strict());
    }
}
