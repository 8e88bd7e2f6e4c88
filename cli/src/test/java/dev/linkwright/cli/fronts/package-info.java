/// The front ends beside the programs that they stand for.
@NullMarked
package dev.linkwright.cli.fronts;

import org.jspecify.annotations.NullMarked;
