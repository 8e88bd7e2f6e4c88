/// The function `CreateSymbolicLink` of kernel32 as Windows declares it: for those who come with a call of it, or want its
/// very answers, on every system.
///
/// Whoever starts anew uses [dev.linkwright.Links] instead.
@NullMarked
package dev.linkwright.win32;

import org.jspecify.annotations.NullMarked;
