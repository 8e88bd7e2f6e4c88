package dev.linkwright;

import java.nio.file.FileSystemException;

import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseData.MountPoint;
import dev.linkwright.reparse.ReparseData.SymbolicLink;
import dev.linkwright.reparse.ReparseData.WslLink;
import dev.linkwright.reparse.UnwritableReparseDataException;
import dev.linkwright.reparse.WriteRefusal;

/// Makes the reparse data of links, as Windows makes them.
final class LinkData {
    private final WindowsText windows;
    private final FailureDetails failing;

    /// @param windows finds the texts
    /// @param failing what is told of a text that is not possible
    LinkData(WindowsText windows, FailureDetails failing) {
        this.windows = windows;
        this.failing = failing;
    }

    /// As CreateSymbolicLinkW makes them: `docs/windows-links.md`, "What CreateSymbolicLinkW stores".
    SymbolicLink symbolicLink(LinkTarget given, CreateOptions.TextForm form) throws FileSystemException {
        String text = windows.ofSymbolicLink(given, form);
        return SymbolicLink.of(PathRules.WINDOWS.stored(text, DriveDirectories.roots()));
    }

    /// Of a junction to a directory of the same machine.
    MountPoint junction(LinkTarget given) throws FileSystemException {
        String text = windows.ofJunction(given);
        MountPoint junction;
        try {
            junction = MountPoint.to(text);
        } catch (IllegalArgumentException e) {
            throw refused("a junction cannot lead there: " + e.getMessage());
        }
        if (junction.isVolume()) {
            throw refused("that mounts a whole volume, which is for Windows (mountvol) to do");
        }
        return junction;
    }

    /// Of a link of the same kind with another text.
    ReparseData another(ReparseData link, LinkTarget given) throws FileSystemException {
        return switch (link) {
            case SymbolicLink symbolic -> symbolicLink(given, CreateOptions.TextForm.VERBATIM);
            case MountPoint mount when !mount.isVolume() -> junction(given);
            case WslLink wsl -> new WslLink(ByteString.of(given.bytes()));
            default -> throw failing.withReason(Reason.PROTECTED_REPARSE_POINT).withRemark("tag " + link.tag())
                    .toException();
        };
    }

    /// The bytes.
    byte[] encoded(ReparseData data) throws FileSystemException {
        try {
            return ReparseBuffer.encode(data);
        } catch (UnwritableReparseDataException e) {
            Reason reason = e.refusal() == WriteRefusal.SIZE ? Reason.TARGET_TOO_LONG : Reason.INVALID_TARGET;
            FileSystemException refused = failing.withReason(reason).withRemark(String.valueOf(e.getMessage()))
                    .toException();
            refused.initCause(e);
            throw refused;
        }
    }

    private FileSystemException refused(String remark) {
        return failing.withReason(Reason.INVALID_TARGET).withRemark(remark).toException();
    }
}
