/// Link systems that call the operating system through java.lang.foreign.
@NullMarked
package dev.linkwright.ffm;

import org.jspecify.annotations.NullMarked;
