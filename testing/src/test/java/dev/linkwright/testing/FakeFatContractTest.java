package dev.linkwright.testing;

final class FakeFatContractTest extends FakeContract {
    FakeFatContractTest() {
        super(FakeLinkSystem.windows().with(FakeCondition.NO_LINKS, FakeCondition.NO_HARD_LINKS));
    }
}
