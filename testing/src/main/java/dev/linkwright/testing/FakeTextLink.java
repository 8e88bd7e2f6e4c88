package dev.linkwright.testing;

import dev.linkwright.LinkTarget;

/// A symbolic link of POSIX: nothing but a text.
final class FakeTextLink extends FakeNode {
    private final LinkTarget text;

    FakeTextLink(FakeMachine machine, FakeVolume volume, LinkTarget text) {
        super(machine, volume);
        this.text = text;
    }

    LinkTarget text() {
        return text;
    }
}
