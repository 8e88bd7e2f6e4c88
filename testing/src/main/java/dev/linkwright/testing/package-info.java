/// Test kit for link systems and for programs that use them.
@NullMarked
package dev.linkwright.testing;

import org.jspecify.annotations.NullMarked;
