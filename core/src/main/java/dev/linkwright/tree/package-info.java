/// Whole trees: walked by held directories, never through a link.
///
/// [dev.linkwright.tree.Trees] is the entry point. Its walk is what everything else here rests on: each directory is
/// opened relative to the one above it and held, so nothing that is swapped meanwhile leads outside of the tree.
@NullMarked
package dev.linkwright.tree;

import org.jspecify.annotations.NullMarked;
