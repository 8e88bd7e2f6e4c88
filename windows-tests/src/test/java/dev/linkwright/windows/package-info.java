/// Runs tests on a Windows JVM and reports their results as tests of this one.
@NullMarked
package dev.linkwright.windows;

import org.jspecify.annotations.NullMarked;
