/// Text for people: quoting of what a terminal or a line of a message cannot show as it is.
@NullMarked
package dev.linkwright.cli.text;

import org.jspecify.annotations.NullMarked;
