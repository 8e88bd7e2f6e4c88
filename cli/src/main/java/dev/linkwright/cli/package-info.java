/// The program: from the [dev.linkwright.cli.Invocation] to the command, its items, the report and the exit code.
@NullMarked
package dev.linkwright.cli;

import org.jspecify.annotations.NullMarked;
