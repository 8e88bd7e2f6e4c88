/// Drop-in `ln`, `readlink`, `realpath` and `mklink`: their letters, their words and their exit codes over the links of
/// this library. What differs from the originals is listed in `docs/front-ends.md`; a comparison with the real programs
/// holds that list.
@NullMarked
package dev.linkwright.cli.fronts;

import org.jspecify.annotations.NullMarked;
