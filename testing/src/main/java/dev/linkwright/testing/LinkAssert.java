package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

import dev.linkwright.Entry;
import dev.linkwright.Junction;
import dev.linkwright.Link;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.Resolution;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import org.assertj.core.api.AbstractAssert;

/// Assertions about what stands at a path, links not followed, and about where it leads. For AssertJ:
///
/// ```java
/// assertThatLink(directory.resolve("current")).isSymbolicLink().hasTarget("releases/42").isDangling();
/// ```
///
/// Every assertion looks anew. What cannot be looked at fails the assertion with the system's own answer.
public final class LinkAssert extends AbstractAssert<LinkAssert, LinkPath> {
    private final Links links;

    private LinkAssert(LinkSystem system, LinkPath path) {
        super(path, LinkAssert.class);
        this.links = Links.on(system);
    }

    /// Assertions about a path of the default file system.
    public static LinkAssert assertThatLink(Path path) {
        return assertThatLink(Links.forPath(path).linkSystem(), LinkPath.of(path));
    }

    /// Assertions about a path of a link system, for example a [FakeLinkSystem].
    public static LinkAssert assertThatLink(LinkSystem system, LinkPath path) {
        return new LinkAssert(system, path);
    }

    /// A symbolic link stands there.
    public LinkAssert isSymbolicLink() {
        if (!(found() instanceof SymbolicLink)) {
            throw otherwise("a symbolic link");
        }
        return this;
    }

    /// A junction stands there.
    public LinkAssert isJunction() {
        if (!(found() instanceof Junction)) {
            throw otherwise("a junction");
        }
        return this;
    }

    /// Something else than a link stands there.
    public LinkAssert isNoLink() {
        if (found() instanceof Link) {
            throw otherwise("something that is no link");
        }
        return this;
    }

    /// Nothing stands there, not even a dangling link.
    public LinkAssert doesNotExist() {
        try {
            Entry entry = links.show(actual);
            throw failure("Expecting nothing at '%s', but there is %s", actual, described(entry));
        } catch (FileSystemException e) {
            Reason reason = LinkFailure.detailsOf(e, "show", actual).reason();
            if (reason != Reason.NOT_FOUND && reason != Reason.PARENT_NOT_FOUND && reason != Reason.NOT_A_DIRECTORY) {
                throw unseen(e);
            }
        }
        return this;
    }

    /// The link has exactly this text.
    public LinkAssert hasTarget(String text) {
        return hasTarget(LinkTarget.of(text));
    }

    /// The link has exactly this text.
    public LinkAssert hasTarget(LinkTarget text) {
        LinkTarget target = link().target();
        if (!target.equals(text)) {
            throw failureWithActualExpected(target, text, "Expecting '%s' to be a link to '%s', but it is one to '%s'",
                    actual, text, target);
        }
        return this;
    }

    /// The link was made for this kind of target: [TargetKind#UNSPECIFIED] wherever links do not tell.
    public LinkAssert isFor(TargetKind kind) {
        TargetKind found = link().status().targetKind();
        if (found != kind) {
            throw failureWithActualExpected(found, kind, "Expecting '%s' to be a link for %s, but it is one for %s",
                    actual, kind, found);
        }
        return this;
    }

    /// Following the path ends so.
    public LinkAssert hasState(LinkState state) {
        Resolution resolution = resolution();
        if (resolution.state() != state) {
            throw failureWithActualExpected(resolution.state(), state,
                    "Expecting following '%s' to end with %s, but it ends with %s at '%s'", actual, state,
                    resolution.state(), resolution.reached());
        }
        return this;
    }

    /// A part of where the link leads does not exist.
    public LinkAssert isDangling() {
        link();
        return hasState(LinkState.MISSING);
    }

    /// Following the path ends at this place, which is given without links in it.
    public LinkAssert leadsTo(LinkPath place) {
        Optional<LinkPath> end = resolution().resolved();
        if (!end.equals(Optional.of(place))) {
            throw failureWithActualExpected(end.orElse(null), place,
                    "Expecting '%s' to lead to '%s', but it leads to %s", actual, place,
                    end.map(path -> "'" + path + "'").orElseGet(() -> "nothing: " + resolution().state()));
        }
        return this;
    }

    /// Following the path ends at this place, which is given without links in it.
    public LinkAssert leadsTo(Path place) {
        return leadsTo(LinkPath.of(place));
    }

    private Link link() {
        if (found() instanceof Link link) {
            return link;
        }
        throw otherwise("a link");
    }

    private Entry found() {
        isNotNull();
        try {
            return links.show(actual);
        } catch (FileSystemException e) {
            throw unseen(e);
        }
    }

    private Resolution resolution() {
        isNotNull();
        try {
            return links.resolve(actual);
        } catch (FileSystemException e) {
            throw unseen(e);
        }
    }

    private AssertionError otherwise(String wanted) {
        return failure("Expecting %s at '%s', but there is %s", wanted, actual, described(found()));
    }

    private AssertionError unseen(FileSystemException e) {
        AssertionError error = failure("Expecting to see what is at '%s': %s", actual, e.getMessage());
        error.initCause(e);
        return error;
    }

    private static String described(Entry entry) {
        return entry instanceof Link link
                ? "a link to '" + link.target() + "'"
                : "something of the type " + entry.status().type();
    }
}
