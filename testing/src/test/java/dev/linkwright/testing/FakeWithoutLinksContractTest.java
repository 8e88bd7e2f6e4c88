package dev.linkwright.testing;

final class FakeWithoutLinksContractTest extends FakeContract {
    FakeWithoutLinksContractTest() {
        super(FakeLinkSystem.posix().with(FakeCondition.NO_LINKS, FakeCondition.NO_HARD_LINKS));
    }
}
