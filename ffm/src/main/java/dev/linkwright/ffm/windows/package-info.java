/// Windows: a link system that calls ntdll and kernel32 itself.
///
/// [WindowsLinkSystem] and its directories hold the logic; [NtDll], [Kernel32Library], [Advapi32Library] and
/// [Shell32Library] the functions, one method each. Work on files goes through ntdll, relative to the handle of a held
/// directory, because kernel32 knows paths only; `docs/seam-on-windows.md` has each call, its parameters, and what is
/// known about it.
///
/// A failed call travels up as a [WindowsCallException] and becomes a failure of the library in [Refusal].
@NullMarked
package dev.linkwright.ffm.windows;

import org.jspecify.annotations.NullMarked;
