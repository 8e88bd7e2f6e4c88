/// What git keeps about a work tree, as far as it tells what should be a link: bytes in, values out. No I/O, and git is
/// never started.
@NullMarked
package dev.linkwright.git;

import org.jspecify.annotations.NullMarked;
