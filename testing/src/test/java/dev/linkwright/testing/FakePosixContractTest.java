package dev.linkwright.testing;

final class FakePosixContractTest extends FakeContract {
    FakePosixContractTest() {
        super(FakeLinkSystem.posix());
    }
}
