package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/// Lets only links of a kind that may be changed pass: symbolic links, junctions, links of WSL and NFS.
final class OnlyLinks implements Directory.Judge {
    private final Directory directory;
    private final Name name;

    OnlyLinks(Directory directory, Name name) {
        this.directory = directory;
        this.name = name;
    }

    @Override
    public void judge(Status status, byte @Nullable [] reparseData) throws FileSystemException {
        Entry entry = EntryReader.entry(directory, name, directory.path().resolve(name), status, reparseData);
        if (entry instanceof OrdinaryEntry) {
            throw refusal(Reason.NOT_A_LINK, "it is " + TypeWords.of(status.type()));
        }
        if (entry instanceof ReparsePoint || entry instanceof VolumeMountPoint) {
            throw refusal(Reason.PROTECTED_REPARSE_POINT,
                    "tag 0x" + HexFormat.of().withUpperCase().toHexDigits(status.reparseTag()));
        }
    }

    private FileSystemException refusal(Reason reason, String remark) {
        return FailureDetails.of("remove", directory.path().resolve(name), reason).withRemark(remark).toException();
    }
}
