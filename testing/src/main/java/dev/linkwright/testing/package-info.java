/// Test kit for link systems and for programs that use them.
///
/// Who tests a program that works with links starts with [FakeLinkSystem]; who writes a link system, with
/// [LinkSystemContract].
@NullMarked
package dev.linkwright.testing;

import org.jspecify.annotations.NullMarked;
