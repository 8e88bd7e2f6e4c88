/// Symbolic links: create, read, explain, replace, verify and remove them.
@NullMarked
package dev.linkwright;

import org.jspecify.annotations.NullMarked;
