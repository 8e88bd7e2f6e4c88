package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The directory of a link, with the missing directories above it made, and held.
///
/// What was made can be taken back: only directories that this call made, only while they are empty, deepest first.
final class MadeDirectories implements AutoCloseable {
    private static final String OPERATION = "make directory";

    private final Deque<Made> made = new ArrayDeque<>();
    private final Deque<Directory> held = new ArrayDeque<>();

    private MadeDirectories() {}

    static MadeDirectories make(LinkSystem system, LinkPath path) throws FileSystemException {
        Deque<Name> missing = new ArrayDeque<>();
        MadeDirectories directories = new MadeDirectories();
        directories.held.push(existing(system, path, missing));
        try {
            for (Name name : missing) {
                directories.enter(name);
            }
            return directories;
        } catch (FileSystemException e) {
            FileSystemException told = directories.undone(e);
            directories.close();
            throw told;
        }
    }

    /// The deepest directory.
    Directory directory() {
        return held.element();
    }

    /// Removes what was made.
    ///
    /// @return the failure that is the reason for this, which tells what is left if anything is
    FileSystemException undone(FileSystemException because) {
        List<LinkPath> left = new ArrayList<>();
        while (!made.isEmpty()) {
            Made last = made.pop();
            release(last.depth());
            try {
                last.parent().removeDirectory(last.name());
            } catch (LinkNotFoundException gone) {
                // Somebody else removed it.
            } catch (FileSystemException e) {
                because.addSuppressed(e);
                left.add(last.parent().path().resolve(last.name()));
            }
        }
        if (left.isEmpty()) {
            return because;
        }
        FileSystemException told = LinkFailure.detailsOf(because, OPERATION, left.get(0))
                .alsoSaying("what was made on the way and could not be removed again: " + quoted(left)).toException();
        told.initCause(because);
        return told;
    }

    /// Closes what is below: a directory that is held does not go at once everywhere (Windows without POSIX semantics).
    private void release(int depth) {
        while (held.size() > depth) {
            held.pop().close();
        }
    }

    @Override
    public void close() {
        held.forEach(Directory::close);
    }

    private static String quoted(List<LinkPath> paths) {
        return String.join(", ", paths.stream().map(path -> "'" + path + "'").toList());
    }

    private static Directory existing(LinkSystem system, LinkPath path, Deque<Name> missing)
            throws FileSystemException {
        LinkPath at = path;
        while (true) {
            try {
                return system.open(at);
            } catch (LinkNotFoundException e) {
                Optional<Name> name = at.name();
                if (name.isPresent()) {
                    missing.push(name.get());
                } else if (!endsInOneDot(at)) {
                    throw e;
                }
                at = at.parent();
            }
        }
    }

    /// `new/.` is `new` itself; of `new/..` nobody can say what it is before there is a `new`.
    private static boolean endsInOneDot(LinkPath path) {
        List<PathStep> steps = PathStep.of(path);
        PathStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return last != null && last.name().isEmpty() && !last.isUp();
    }

    private void enter(Name name) throws FileSystemException {
        Directory parent = directory();
        try {
            parent.makeDirectory(name);
            made.push(new Made(parent, held.size(), name));
        } catch (LinkExistsException somebodyElseMadeIt) {
            // Opening it decides whether that is a directory.
        }
        try {
            held.push(parent.open(name));
        } catch (FileSystemException e) {
            FailureDetails refusal = LinkFailure.detailsOf(e, OPERATION, parent.path().resolve(name));
            // A link that leads somewhere would have been opened in the first place.
            throw refusal.reason() == Reason.IS_A_LINK
                    ? refusal.withReason(Reason.PARENT_NOT_FOUND).toException()
                    : e;
        }
    }

    /// A directory that was made in `parent`, when so many directories were held.
    private record Made(Directory parent, int depth, Name name) {}
}
