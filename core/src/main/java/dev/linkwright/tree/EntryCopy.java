package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Resolution;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.MalformedReparseBufferException;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import org.jspecify.annotations.Nullable;

/// Copies what is no directory: files, links, special files. Nothing that exists at the destination is ever opened or
/// replaced, and no link is followed there or, unless links are to be materialized, here.
final class EntryCopy {
    static final String ONLY_ON_DEMAND = "made anew only if that is asked for";

    private static final int FILE_ATTRIBUTE_DIRECTORY = 0x10;

    private final CopyRun run;
    private final HardLinks hardLinks;
    private final LinkTexts texts;
    private final LinkPath physicalRoot;
    private final Materializing materializing;

    /// @param texts what the texts of links become
    /// @param physicalRoot where the tree is, for links that are to be materialized
    EntryCopy(CopyRun run, HardLinks hardLinks, LinkTexts texts, LinkPath physicalRoot,
            Materializing materializing) {
        this.run = run;
        this.hardLinks = hardLinks;
        this.texts = texts;
        this.physicalRoot = physicalRoot;
        this.materializing = materializing;
    }

    /// Says what a link becomes that is in the directory to which these names lead.
    @FunctionalInterface
    interface LinkTexts {
        LinkRebase.Rebased of(List<Name> directory, LinkTarget text);
    }

    /// Copies a directory that a link leads to.
    @FunctionalInterface
    interface Materializing {
        void copyDirectory(Origin directory, CopyPlace to) throws FileSystemException;
    }

    void copy(FileType type, Origin from, CopyPlace to) throws FileSystemException {
        switch (type) {
            case FILE -> copyFile(from, to);
            case SYMBOLIC_LINK -> copyLink(from, to);
            case REPARSE_POINT -> copyReparsePoint(from, to);
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE -> copySpecialFile(from, to);
            case DIRECTORY, OTHER, UNKNOWN -> throw from.refusal(Reason.UNSUPPORTED_BY_FILE_SYSTEM,
                    "it is of a kind that is not known");
        }
    }

    /// Whether it is something that is never opened.
    static boolean isSpecial(FileType type) {
        return switch (type) {
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE -> true;
            case FILE, DIRECTORY, SYMBOLIC_LINK, REPARSE_POINT, OTHER, UNKNOWN -> false;
        };
    }

    private void copyFile(Origin from, CopyPlace to) throws FileSystemException {
        Contents contents = from.directory().contents();
        Attributes original = contents.attributes(from.name());
        if (CloudFiles.wouldBeFetched(original.status())) {
            throw from.refusal(Reason.UNREACHABLE, CloudFiles.REMARK);
        }
        hardLinks.copy(original, to, () -> copyFile(contents, from.name(), original, to));
    }

    private void copyFile(Contents contents, Name name, Attributes original, CopyPlace to) throws FileSystemException {
        try (HeldObject file = contents.openFile(name, original)) {
            HeldObject copy = Retry.value(() -> to.directory().contents().createFile(to.name()));
            boolean done = false;
            try {
                long bytes = Retry.value(() -> file.copyContentsTo(copy));
                copyAttributes(file.attributes(), file, copy, to);
                run.bytes.add(bytes);
                done = true;
            } finally {
                copy.close();
                if (!done) {
                    removePart(to);
                }
            }
        }
        run.files.increment();
    }

    /// A file that is not complete does not stay, if that can be helped.
    private void removePart(CopyPlace to) {
        try {
            Retry.whileInterrupted(() -> to.directory().unlink(to.name()));
        } catch (FileSystemException e) {
            run.failures().add(LinkFailure.detailsOf(e, "remove", to.path()).during("remove", to.path())
                    .withRemark("a part of a copy is left there"));
        }
    }

    private void copyLink(Origin from, CopyPlace to) throws FileSystemException {
        Contents contents = from.directory().contents();
        try (HeldObject link = contents.hold(from.name())) {
            Attributes original = link.attributes();
            LinkTarget text = from.directory().readLink(from.name());
            if (!original.status().isSymbolicLink()) {
                throw from.refusal(Reason.CHANGED_BY_OTHERS, "it is no link any more");
            }
            LinkTarget newText = text(from, text);
            if (newText == null) {
                if (isMaterialized(from, to)) {
                    return;
                }
                newText = rebased(from, text).text();
            }
            LinkTarget made = newText;
            hardLinks.copy(original, to, () -> makeLink(original, link, made, to));
        }
    }

    private void makeLink(Attributes original, HeldObject link, LinkTarget text, CopyPlace to)
            throws FileSystemException {
        Retry.whileInterrupted(() -> to.directory().makeLink(to.name(), text, original.status().targetKind()));
        copyAttributes(original, link, to, FileType.SYMBOLIC_LINK);
        run.links.increment();
    }

    /// What the text of a link becomes; null if its place is to be taken by what it leads to.
    private @Nullable LinkTarget text(Origin from, LinkTarget text) throws FileSystemException {
        LinkRebase.Rebased rebased = rebased(from, text);
        return switch (run.options().linkTexts()) {
            case VERBATIM -> text;
            case REBASE -> rebased.text();
            case REFUSE_OUTSIDE -> {
                if (rebased.outside()) {
                    throw from.refusal(Reason.LEADS_OUTSIDE, "to '" + text + "'");
                }
                yield rebased.text();
            }
            case MATERIALIZE -> rebased.outside() ? null : rebased.text();
        };
    }

    private LinkRebase.Rebased rebased(Origin from, LinkTarget text) {
        return texts.of(from.way(), text);
    }

    /// @return whether the link led to something
    private boolean isMaterialized(Origin from, CopyPlace to) throws FileSystemException {
        LinkPath link = physicalRoot;
        for (Name each : from.way()) {
            link = link.resolve(each);
        }
        Resolution resolution = Links.on(run.system()).resolve(link.resolve(from.name()));
        Status end = resolution.end();
        Optional<LinkPath> resolved = resolution.resolved();
        if (end == null || resolved.isEmpty()) {
            return false;
        }
        LinkPath path = resolved.get();
        Name name = path.name().orElseThrow(() -> from.refusal(Reason.PROTECTED_DIRECTORY, "it leads to a root"));
        try (Directory parent = run.system().open(path.parent())) {
            Origin origin = new Origin(parent, name, null, path);
            if (end.isDirectory()) {
                materializing.copyDirectory(origin, to);
            } else {
                copy(end.type(), origin, to);
            }
        }
        return true;
    }

    private void copyReparsePoint(Origin from, CopyPlace to) throws FileSystemException {
        Directory directory = from.directory();
        byte[] data = directory.readReparseData(from.name());
        if (data == null) {
            throw from.refusal(Reason.CHANGED_BY_OTHERS, "it has no reparse data any more");
        }
        try (HeldObject held = directory.contents().hold(from.name())) {
            Attributes original = held.attributes();
            Directory.Judge.onlyLinks(directory, from.name()).judge(original.status(), data);
            boolean isDirectory = (original.status().attributes() & FILE_ATTRIBUTE_DIRECTORY) != 0;
            byte[] copy = rebased(from, data);
            TargetKind kind = isDirectory ? TargetKind.DIRECTORY : TargetKind.FILE;
            Retry.whileInterrupted(() -> to.directory().makeReparsePoint(to.name(), copy, kind));
            copyAttributes(original, held, to, FileType.REPARSE_POINT);
        }
        run.links.increment();
    }

    /// A junction to something inside the tree leads to the copy of it; all other data stay as they are.
    private byte[] rebased(Origin from, byte[] data) throws FileSystemException {
        try {
            if (ReparseBuffer.decode(data) instanceof ReparseData.MountPoint junction
                    && run.options().linkTexts() != CopyOptions.LinkTexts.VERBATIM) {
                LinkTarget text = LinkTarget.of(junction.text());
                LinkRebase.Rebased rebased = rebased(from, text);
                if (rebased.outside() && run.options().linkTexts() == CopyOptions.LinkTexts.REFUSE_OUTSIDE) {
                    throw from.refusal(Reason.LEADS_OUTSIDE, "to '" + text + "'");
                }
                boolean same = rebased.text().equals(text);
                return same ? data : ReparseBuffer.encode(ReparseData.MountPoint.to(rebased.text().units()));
            }
            return data;
        } catch (MalformedReparseBufferException e) {
            throw from.refusal(Reason.PROTECTED_REPARSE_POINT, String.valueOf(e.getMessage()));
        }
    }

    private void copySpecialFile(Origin from, CopyPlace to) throws FileSystemException {
        if (run.options().specialFiles() == CopyOptions.SpecialFiles.LEAVE_OUT) {
            FileSystemException refusal = from.refusal(Reason.SPECIAL_FILE, ONLY_ON_DEMAND);
            run.losses().add(Loss.Kind.SPECIAL_FILES, LinkFailure.detailsOf(refusal, "copy", from.path()));
            return;
        }
        try (HeldObject held = from.directory().contents().hold(from.name())) {
            Attributes original = held.attributes();
            hardLinks.copy(original, to, () -> {
                Retry.whileInterrupted(() -> to.directory().contents().makeSpecialFile(
                        to.name(), original.type(), original.device()));
                copyAttributes(original, held, to, original.type());
                run.files.increment();
            });
        }
    }

    /// The attributes of what has been made at the name, through a handle that shows that it is of that type.
    private void copyAttributes(Attributes original, HeldObject from, CopyPlace to, FileType type)
            throws FileSystemException {
        try (HeldObject copy = to.directory().contents().hold(to.name())) {
            if (copy.attributes().type() != type) {
                throw FailureDetails.of("copy", to.path(), Reason.CHANGED_BY_OTHERS).toException();
            }
            copyAttributes(original, from, copy, to);
        }
    }

    private void copyAttributes(Attributes original, HeldObject from, HeldObject copy, CopyPlace to)
            throws FileSystemException {
        run.attributes().copy(original, extended(from, to), copy, to::path);
    }

    /// What cannot be read cannot be copied.
    private List<ExtendedAttribute> extended(HeldObject from, CopyPlace to) {
        try {
            return from.extendedAttributes();
        } catch (FileSystemException e) {
            run.losses().add(Loss.Kind.EXTENDED_ATTRIBUTES, LinkFailure.detailsOf(e, "copy", to.path()));
            return List.of();
        }
    }
}
