/// Whole-process tests of the launcher.
@NullMarked
package dev.linkwright.cli.launcher;

import org.jspecify.annotations.NullMarked;
