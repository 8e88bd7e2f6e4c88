package dev.linkwright;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.linkwright.CreateOptions.TextForm;

/// How [Links#createReparsePoint] makes a link. Immutable: each `with` gives another value.
public final class ReparseOptions {
    private static final ReparseOptions DEFAULTS = new ReparseOptions(Kind.BY_TARGET, TextForm.VERBATIM,
            Optional.empty());

    private final Kind kind;
    private final TextForm textForm;
    private final Optional<String> volume;

    private ReparseOptions(Kind kind, TextForm textForm, Optional<String> volume) {
        this.kind = Objects.requireNonNull(kind);
        this.textForm = Objects.requireNonNull(textForm);
        this.volume = volume;
    }

    /// A symbolic link for what the target is, with the text as given, on a volume whose name on Windows is not known.
    public static ReparseOptions defaults() {
        return DEFAULTS;
    }

    /// Which kind of link.
    public ReparseOptions withKind(Kind newKind) {
        return new ReparseOptions(newKind, textForm, volume);
    }

    /// Whether the text is stored as given or made relative or absolute first. A junction is always absolute.
    public ReparseOptions withTextForm(TextForm form) {
        return new ReparseOptions(kind, form, volume);
    }

    /// The drive that the volume of the link is on Windows.
    ///
    /// @param letter `A` to `Z`, or in lower case
    /// @throws IllegalArgumentException if it is no such letter, or the volume has another name already
    public ReparseOptions withDrive(char letter) {
        char drive = Character.toUpperCase(letter);
        if (drive < 'A' || drive > 'Z') {
            throw new IllegalArgumentException("not the letter of a drive: " + letter);
        }
        return withVolume(drive + ":\\");
    }

    /// The identity that the volume of the link has on Windows (`mountvol` tells it).
    ///
    /// @throws IllegalArgumentException if the volume has another name already
    public ReparseOptions withVolumeGuid(UUID guid) {
        return withVolume("\\\\?\\Volume{" + guid.toString().toLowerCase(Locale.ROOT) + "}\\");
    }

    private ReparseOptions withVolume(String root) {
        if (volume.isPresent() && !volume.get().equals(root)) {
            throw new IllegalArgumentException("the volume has two names: " + volume.get() + " and " + root);
        }
        return new ReparseOptions(kind, textForm, Optional.of(root));
    }

    /// Which kind of link.
    public Kind kind() {
        return kind;
    }

    /// Whether the text is stored as given or made relative or absolute first.
    public TextForm textForm() {
        return textForm;
    }

    /// The root of the link's volume as Windows names it: `C:\`, or `\\?\Volume{…}\`.
    public Optional<String> volume() {
        return volume;
    }

    /// Which kind of link.
    public enum Kind {
        /// A symbolic link for what the target is; for a missing one a directory link if the text ends in a separator,
        /// else a file link.
        BY_TARGET,
        /// A symbolic link for a file.
        FILE,
        /// A symbolic link for a directory.
        DIRECTORY,
        /// A junction.
        JUNCTION
    }
}
