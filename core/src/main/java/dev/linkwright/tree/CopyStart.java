package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.linkwright.Capability;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// Looks at what is to be copied and where to, refuses what cannot be, and begins.
final class CopyStart {
    /// The operation of failures that are about the destination.
    static final String COPY_TO = "copy to";

    private final LinkSystem system;
    private final LinkPath given;
    private final CopyRun run;

    CopyStart(LinkSystem system, LinkPath given, CopyOptions options) {
        this.system = system;
        this.given = given;
        this.run = new CopyRun(system, options);
    }

    Copied copy(LinkPath from, CopyPlace to) throws FileSystemException {
        to.directory().contents();
        requireFree(to);
        Optional<Name> name = from.name();
        if (name.isEmpty() || from.hasTrailingSeparator()) {
            try (Directory source = system.open(from)) {
                return copyDirectory(source, from, to);
            }
        }
        try (Directory parent = system.open(from.parent())) {
            FileType type = parent.stat(name.get()).type();
            if (type == FileType.DIRECTORY) {
                try (Directory source = parent.open(name.get())) {
                    return copyDirectory(source, from, to);
                }
            }
            requireNoSeparator(to);
            return copyEntry(new Origin(parent, name.get(), null, given), type, to);
        }
    }

    private Copied copyDirectory(Directory source, LinkPath from, CopyPlace to) throws FileSystemException {
        requireLinks(source, to);
        LinkPath absolute = from.isAbsolute() ? from : source.physicalPath();
        TreeCopy.copy(run, source, given, absolute, to, List.of());
        return run.result(given, to.path(), FileType.DIRECTORY);
    }

    private Copied copyEntry(Origin origin, FileType type, CopyPlace to) throws FileSystemException {
        if (EntryCopy.isSpecial(type) && run.options().specialFiles() == CopyOptions.SpecialFiles.LEAVE_OUT) {
            throw origin.refusal(Reason.SPECIAL_FILE, EntryCopy.ONLY_ON_DEMAND);
        }
        LinkPath directory = origin.directory().physicalPath();
        LinkRebase rebase = new LinkRebase(system.rules(), directory, directory, to.directory().physicalPath());
        try (CopyDirectories none = new CopyDirectories()) {
            EntryCopy entries = new EntryCopy(run, new HardLinks(none, run),
                    (way, text) -> rebase.alone(text), directory,
                    (found, there) -> TreeCopy.materialize(run, found, there, List.of()));
            entries.copy(type, origin, to);
        } catch (FileSystemException e) {
            throw to.told(e);
        }
        return run.result(given, to.path(), type);
    }

    private static void requireFree(CopyPlace to) throws FileSystemException {
        try {
            to.directory().stat(to.name());
        } catch (FileSystemException e) {
            if (Retry.reasonOf(e) == Reason.NOT_FOUND) {
                return;
            }
            throw to.told(e);
        }
        throw FailureDetails.of(COPY_TO, to.path(), Reason.EXISTS).toException();
    }

    /// What ends in a separator is to be a directory.
    private static void requireNoSeparator(CopyPlace to) throws FileSystemException {
        if (to.path().hasTrailingSeparator()) {
            throw FailureDetails.of(COPY_TO, to.path(), Reason.NOT_A_DIRECTORY)
                    .withRemark("what is copied is none").toException();
        }
    }

    /// Where links cannot be made, the source is searched for one before anything is copied.
    private void requireLinks(Directory source, CopyPlace to) throws FileSystemException {
        LinkCapabilities capabilities = to.directory().capabilities();
        if (capabilities.has(Capability.SYMBOLIC_LINKS)) {
            return;
        }
        FirstLink first = new FirstLink();
        new Walk(system, given, source, WalkOptions.defaults(), first).run();
        LinkPath link = first.found.get();
        if (link != null) {
            String why = capabilities.whyNot(Capability.SYMBOLIC_LINKS).orElse("not possible there");
            throw FailureDetails.of("copy", link, Reason.CAPABILITY_MISSING).withRemark(why).toException();
        }
    }

    /// Looks for a symbolic link and takes no interest in anything else.
    private static final class FirstLink implements TreeVisitor {
        final AtomicReference<@Nullable LinkPath> found = new AtomicReference<>();

        @Override
        public Decision entry(TreeDirectory directory, TreeEntry entry) {
            if (entry.type() != FileType.SYMBOLIC_LINK) {
                return Decision.CONTINUE;
            }
            found.set(entry.path());
            return Decision.STOP;
        }

        @Override
        public void failed(WalkFailure failure) {
            // The copy itself will meet it.
        }
    }
}
