package dev.linkwright.testing;

final class FakeDeveloperModeContractTest extends FakeContract {
    FakeDeveloperModeContractTest() {
        super(FakeLinkSystem.windows().with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE));
    }
}
