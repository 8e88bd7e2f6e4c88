/// Completion scripts for shells, written from the same description of commands that parsing and help use.
///
/// A script knows everything it needs when it is printed: completing never starts the program.
@NullMarked
package dev.linkwright.cli.completion;

import org.jspecify.annotations.NullMarked;
