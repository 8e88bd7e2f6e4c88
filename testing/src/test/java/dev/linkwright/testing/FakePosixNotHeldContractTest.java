package dev.linkwright.testing;

final class FakePosixNotHeldContractTest extends FakeContract {
    FakePosixNotHeldContractTest() {
        super(FakeLinkSystem.posix().with(FakeCondition.NOT_HELD, FakeCondition.NO_EXCHANGE,
                FakeCondition.NO_NO_REPLACE, FakeCondition.NO_LISTED_TYPES));
    }
}
