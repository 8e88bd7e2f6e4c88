/// libc: a link system that makes the system's own calls on Linux, and on macOS as far as that is the same.
///
/// [PosixLinkSystem] and its directories hold the logic, [LibC] the functions that both systems share, a [Platform]
/// what differs between them.
@NullMarked
package dev.linkwright.ffm.posix;

import org.jspecify.annotations.NullMarked;
