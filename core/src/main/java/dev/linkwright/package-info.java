/// Symbolic links: create, read, explain, resolve and remove them, and tell the truth about what happened.
///
/// Most users need only [dev.linkwright.Links], and [dev.linkwright.Link] for what it finds:
///
/// ```java
/// Links links = Links.system();
/// links.create(Path.of("current"), "releases/42");
/// if (links.show(Path.of("current")) instanceof SymbolicLink link) {
///     System.out.println(link.target());
/// }
/// ```
///
/// [dev.linkwright.LinkSystem] and [dev.linkwright.Directory] are the seam below which the systems differ; they are
/// for those who walk trees, write a link system of their own, or put a decorator around one.
@NullMarked
package dev.linkwright;

import org.jspecify.annotations.NullMarked;
