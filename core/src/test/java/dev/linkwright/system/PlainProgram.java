package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.FileSystems;

import dev.linkwright.CreateOptions;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;

/// Reads or makes one link, and does nothing else.
final class PlainProgram {
    private PlainProgram() {}

    /// Does it, as its two arguments say.
    public static void main(String[] arguments) throws IOException {
        Links links = Links.on(NioLinkSystem.of(FileSystems.getDefault()));
        LinkPath link = LinkPath.of(arguments[1]);
        if (arguments[0].equals("read")) {
            links.read(link);
        } else {
            links.create(link, LinkTarget.of("target"), CreateOptions.defaults());
        }
    }
}
