/// Items for `--from`: a process costs a JVM, so one run can work on any number of them.
///
/// Input is read and checked as a whole before anything is done, so a mistake in the last line does not leave half of
/// the work done.
@NullMarked
package dev.linkwright.cli.batch;

import org.jspecify.annotations.NullMarked;
