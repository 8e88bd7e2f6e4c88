package dev.linkwright.cli.fronts;

import dev.linkwright.LinkPath;

/// Where a link is to be.
///
/// @param shown its path in messages
/// @param path its path, which stays right when links on the way to it are replaced
/// @param isNameless whether it is a directory with no name behind it, where nothing is and nothing can be
record Destination(LinkPath shown, LinkPath path, boolean isNameless) {
    static Destination of(LinkPath path) {
        return new Destination(path, path, false);
    }
}
