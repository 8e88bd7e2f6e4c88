/// How results and failures leave the program: as text, NUL-terminated fields, one JSON document, or a stream of JSON
/// objects.
///
/// Commands hand over [Result]s and never ask which form was chosen. Only [JsonReport] and [NdjsonReport] know the JSON
/// library, which is not loaded by a run that prints text.
@NullMarked
package dev.linkwright.cli.output;

import org.jspecify.annotations.NullMarked;
