package dev.linkwright.testing;

import dev.linkwright.Name;

/// An object with the place at which it was found.
record FakeOpened(FakeFolder folder, Name name, FakeNode node) {}
