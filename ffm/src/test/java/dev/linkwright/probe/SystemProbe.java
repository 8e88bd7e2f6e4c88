package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.Path;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;

/// A program that uses the library as users do: makes a link and reads it, and tells which link system did that.
///
/// In a package of its own: one that a module has is not looked for on the class path.
public final class SystemProbe {
    private SystemProbe() {}

    /// Works in the directory that is the argument.
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        LinkPath directory = LinkPath.of(Path.of(arguments[0]));
        LinkCapabilities capabilities = links.capabilities(directory);
        LinkPath link = directory.resolve(Name.of("link"));
        links.create(link, LinkTarget.of("target"), CreateOptions.defaults());
        System.out.println("system: " + links.linkSystem().name());
        System.out.println("text: " + links.read(link));
        System.out.println("no codes: " + capabilities.whyNot(Capability.NATIVE_CODES).orElse("there are some"));
    }
}
