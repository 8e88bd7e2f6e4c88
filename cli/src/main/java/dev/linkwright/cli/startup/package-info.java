/// What makes a plain command start in a blink: a link system that does without native calls where that is as good.
@NullMarked
package dev.linkwright.cli.startup;

import org.jspecify.annotations.NullMarked;
