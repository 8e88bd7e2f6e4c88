package dev.linkwright.cli;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.linkwright.CreateOptions.TextForm;
import dev.linkwright.ReparseOptions;
import dev.linkwright.ReparseOptions.Kind;
import dev.linkwright.cli.syntax.Argument;
import dev.linkwright.cli.syntax.CommandLine;
import dev.linkwright.cli.syntax.Option;
import dev.linkwright.cli.syntax.Option.Category;
import dev.linkwright.cli.syntax.UsageException;
import org.jspecify.annotations.Nullable;

/// What `create` is asked for of the links that Windows stores.
final class ReparseWish {
    static final Option REPARSE = Option.flag(
            "reparse", Option.NO_LETTER, Category.ACTION, "make a link that Windows follows, on NTFS under Linux",
            """
            For volumes that ntfs-3g plays, where a plain link is one for this system only. TARGET is a text of Windows,
            with / or \\, or a path of this system on the same volume.
            """);
    static final Option DRIVE = Option.value(
            "drive", Option.NO_LETTER, "X:", Category.ACTION, "the drive that the volume is on Windows",
            "With --reparse: needed for junctions and absolute texts, because nobody here can know it.");
    static final Option VOLUME_GUID = Option.value(
            "volume-guid", Option.NO_LETTER, "GUID", Category.ACTION, "the identity that the volume has on Windows",
            "Instead of --drive; mountvol tells it.");

    private static final Pattern DRIVE_LETTER = Pattern.compile("[A-Za-z]:?\\\\?");

    private ReparseWish() {}

    /// Refuses options that make no sense together.
    static void check(CommandLine line, List<Option> otherwise) throws UsageException {
        for (Option option : List.of(DRIVE, VOLUME_GUID)) {
            if (line.has(option) && !line.has(REPARSE)) {
                throw new UsageException("'" + option + "' is for '" + REPARSE + "'");
            }
        }
        if (line.has(DRIVE) && line.has(VOLUME_GUID)) {
            throw new UsageException("'" + DRIVE + "' and '" + VOLUME_GUID + "' exclude each other");
        }
        for (Option option : otherwise) {
            if (line.has(REPARSE) && line.has(option)) {
                throw new UsageException("'" + REPARSE + "' does not go with '" + option + "'");
            }
        }
        Argument drive = line.value(DRIVE);
        if (drive != null && !DRIVE_LETTER.matcher(drive.toString()).matches()) {
            throw new UsageException("a drive is a letter and a colon, not " + drive.quoted());
        }
        Argument guid = line.value(VOLUME_GUID);
        if (guid != null && uuid(guid) == null) {
            throw new UsageException("not the GUID of a volume: " + guid.quoted());
        }
    }

    /// The same as options of the library, if they were checked.
    static ReparseOptions options(CommandLine line, Kind kind, TextForm form) {
        ReparseOptions options = ReparseOptions.defaults().withKind(kind).withTextForm(form);
        Argument drive = line.value(DRIVE);
        if (drive != null) {
            return options.withDrive(drive.toString().charAt(0));
        }
        Argument guid = line.value(VOLUME_GUID);
        return guid == null ? options : options.withVolumeGuid(Objects.requireNonNull(uuid(guid), "not checked"));
    }

    /// With or without braces; null if it is none. (Java also takes short forms.)
    private static @Nullable UUID uuid(Argument guid) {
        String text = guid.toString();
        String bare = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        try {
            UUID uuid = UUID.fromString(bare);
            return bare.length() == uuid.toString().length() ? uuid : null;
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
