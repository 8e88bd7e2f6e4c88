/// The texts in links, and what they mean: forms, components, folding, relative texts, and what Windows makes of them.
///
/// Everything here works on texts alone. Nothing is opened, no current directory is looked up, and both sets of rules
/// ([PathRules#WINDOWS], [PathRules#POSIX]) give the same answers on every system, so that a link can be judged by the
/// rules of the system that will follow it, wherever that judgement is made.
///
/// A `String` is a carrier of 16-bit units here: lone surrogates are units like any other and survive every method.
/// POSIX texts are bytes; whoever holds bytes may hand them over in any decoding that keeps ASCII apart from
/// everything else (one byte to one unit, for example), because POSIX gives a meaning only to `/`, `.` and U+0000.
///
/// What is known about Windows, and how surely, stands in `docs/windows-links.md`; comments name its headings.
@NullMarked
package dev.linkwright.path;

import org.jspecify.annotations.NullMarked;
