/// Benchmarks against the JDK's own calls.
@NullMarked
package dev.linkwright.bench;

import org.jspecify.annotations.NullMarked;
