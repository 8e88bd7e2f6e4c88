/// The language of the command line: commands and options described as data, the parser that reads arguments by such a
/// description, and the help pages made from it.
///
/// Knows nothing of links. A [Syntax] is the single source for parsing, `help`, and completion.
@NullMarked
package dev.linkwright.cli.syntax;

import org.jspecify.annotations.NullMarked;
