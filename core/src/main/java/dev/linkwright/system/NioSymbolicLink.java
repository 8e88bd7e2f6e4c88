package dev.linkwright.system;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;

/// Makes a symbolic link of a text that is known to be stored as it is.
final class NioSymbolicLink {
    /// What every POSIX system that Java runs on takes; macOS has the shortest paths.
    private static final int USUAL_NAME = 255;
    private static final int USUAL_PATH = 1_024;

    private NioSymbolicLink() {}

    /// @param failing a failure with the location and the text of the link
    static void make(NioVolume volume, Path place, Path text, TargetKind kind, FailureDetails failing)
            throws FileSystemException {
        if (volume.isWindowsDisk() && kind != TargetKind.UNSPECIFIED) {
            requireKindOfTarget(place, text, kind, failing);
        }
        try {
            Files.createSymbolicLink(place, text);
        } catch (IOException | RuntimeException e) {
            FileSystemException refusal = NioRefusal.of(failing, e);
            throw isAboutTheText(refusal, failing)
                    ? NioRefusal.of(failing, Reason.TARGET_TOO_LONG, null, e)
                    : refusal;
        }
    }

    /// The JDK makes a link of the kind that its target has now, and for a file if there is none.
    private static void requireKindOfTarget(Path link, Path text, TargetKind kind, FailureDetails failing)
            throws FileSystemException {
        boolean directory = Files.isDirectory(link.resolveSibling(text));
        if (directory != (kind == TargetKind.DIRECTORY)) {
            throw failing.withReason(Reason.CAPABILITY_MISSING)
                    .withRemark("java.nio.file takes the kind of a link from what its target is now").toException();
        }
    }

    /// "File name too long" may speak of the name, the path or the text. It is the text if name and path are such as
    /// every system takes.
    private static boolean isAboutTheText(FileSystemException refusal, FailureDetails failing) {
        LinkPath link = failing.link();
        boolean tooLong = refusal instanceof LinkFailure failure && failure.reason() == Reason.NAME_TOO_LONG;
        boolean usualName = link.length() - link.parent().length() <= USUAL_NAME;
        boolean longText = failing.target() != null && failing.target().length() >= USUAL_PATH;
        return tooLong && usualName && link.length() < USUAL_PATH && longText;
    }
}
