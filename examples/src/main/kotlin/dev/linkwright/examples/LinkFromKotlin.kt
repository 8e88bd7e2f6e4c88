package dev.linkwright.examples

import dev.linkwright.LinkFailure
import dev.linkwright.Links
import dev.linkwright.SymbolicLink
import java.io.IOException
import java.nio.file.Path

/**
 * The same from Kotlin: nothing to wrap, and null is where the annotations say so.
 *
 * Prints:
 * ```
 * current -> release-42, relative: true
 * EXISTS
 * ```
 */
fun main() {
    val links = Links.system()
    val current = Path.of("current")
    links.create(current, "release-42")
    when (val entry = links.show(current)) {
        is SymbolicLink -> println("${entry.path()} -> ${entry.target()}, relative: ${entry.relative()}")
        else -> println("not a symbolic link")
    }
    try {
        links.create(current, "release-43")
    } catch (e: IOException) {
        println((e as? LinkFailure)?.reason())
    }
}
