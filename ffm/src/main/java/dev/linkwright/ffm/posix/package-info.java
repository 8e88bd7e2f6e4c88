/// libc: a link system that makes the system's own calls on Linux, and on macOS where it is asked for.
///
/// [PosixLinkSystem] and its directories hold the logic, [PosixCalls] the calls that both systems share, a [Platform]
/// what differs between them. Linux makes each [SystemCall] by its number, through one function of the C library; macOS
/// has functions of its own for each ([LibC], [MacCalls]). A failed call travels up as a [NativeCallException] and becomes a failure of the library
/// in [Refusal].
///
/// What is asked of the kernel, since when it is there, and what happens where it is not:
///
/// | call | Linux | used for | without it |
/// | --- | --- | --- | --- |
/// | `statx` | 4.11 | metadata without opening or mounting anything | none: `java.nio.file` is used |
/// | `STATX_MNT_ID` | 5.8 | telling a bind mount from its origin | mount 0, which is no mount's number |
/// | `renameat2` | 3.15 | not replacing, exchanging | none: refused as unsupported |
/// | `getdents64` | 2.4 | listing with types | none |
/// | `openat2` | 5.6 | telling in one step that no part of a path is a link | each part is looked at |
/// | `O_PATH` | 2.6.39, `fstatfs` 3.12 | holding a directory that may only be searched | none |
/// | `/proc/self/fd` | - | the physical path | none: refused |
/// | `ST_NOSYMFOLLOW` | 5.10 | telling that a mount follows no links | not told |
@NullMarked
package dev.linkwright.ffm.posix;

import org.jspecify.annotations.NullMarked;
