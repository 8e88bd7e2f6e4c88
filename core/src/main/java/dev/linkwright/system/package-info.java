/// Link systems in pure Java: [NioLinkSystem] for any `java.nio.file` file system, and decorators that change what another
/// link system does, as [DryRunLinkSystem].
///
/// Most users need none of this: [dev.linkwright.Links#forPath] finds the right link system for a path.
@NullMarked
package dev.linkwright.system;

import org.jspecify.annotations.NullMarked;
