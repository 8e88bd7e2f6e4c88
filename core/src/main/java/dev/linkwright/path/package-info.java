/// Text of paths.
@NullMarked
package dev.linkwright.path;

import org.jspecify.annotations.NullMarked;
