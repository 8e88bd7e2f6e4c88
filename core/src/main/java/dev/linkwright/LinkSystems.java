package dev.linkwright;

import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

/// Finds the best link system that the providers of this JVM offer.
final class LinkSystems {
    private LinkSystems() {}

    static LinkSystem choose(FileSystem fileSystem, @Nullable String forced) {
        String whyNoBetter = "";
        for (LinkSystemProvider provider : byPriority()) {
            if (forced != null && !forced.equals(provider.name())) {
                continue;
            }
            try {
                Optional<LinkSystem> offer = provider.systemFor(fileSystem, whyNoBetter);
                if (offer.isPresent()) {
                    return offer.get();
                }
            } catch (LinkSystemProvider.UnavailableException e) {
                whyNoBetter = String.valueOf(e.getMessage());
            }
        }
        String which = forced == null ? "no link system" : "linkwright.system=" + forced + ": no such link system";
        String why = whyNoBetter.isEmpty() ? "" : ": " + whyNoBetter;
        throw new IllegalStateException(which + " for " + fileSystem + why);
    }

    /// By loops: the first lambdas of a process cost it milliseconds, and this is on the way of every short-lived one.
    private static List<LinkSystemProvider> byPriority() {
        String names = System.getProperty("linkwright.providers");
        ClassLoader loader = LinkSystems.class.getClassLoader();
        Iterable<LinkSystemProvider> offered = names == null
                ? ServiceLoader.load(LinkSystemProvider.class, loader)
                : named(names, loader);
        List<LinkSystemProvider> providers = new ArrayList<>();
        for (LinkSystemProvider next : offered) {
            int place = 0;
            while (place < providers.size() && providers.get(place).priority() >= next.priority()) {
                place++;
            }
            providers.add(place, next);
        }
        return providers;
    }

    private static List<LinkSystemProvider> named(String names, @Nullable ClassLoader loader) {
        List<LinkSystemProvider> providers = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            try {
                providers.add(Class.forName(name, true, loader).asSubclass(LinkSystemProvider.class)
                        .getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw new IllegalStateException("linkwright.providers: '" + name + "' is no provider of link systems",
                        e);
            }
        }
        return providers;
    }
}
