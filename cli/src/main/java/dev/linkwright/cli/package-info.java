/// The command line.
@NullMarked
package dev.linkwright.cli;

import org.jspecify.annotations.NullMarked;
