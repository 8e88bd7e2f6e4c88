/// Link systems that need nothing native: `java.nio.file`, and decorators that change what another link system does.
@NullMarked
package dev.linkwright.system;

import org.jspecify.annotations.NullMarked;
