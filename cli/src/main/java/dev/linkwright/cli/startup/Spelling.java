package dev.linkwright.cli.startup;

import java.nio.file.FileSystems;
import java.nio.file.Path;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.NativeText;
import org.jspecify.annotations.Nullable;

/// What `Path` can spell without loss. Names are UTF-8 for us; `Path` encodes and decodes them by the locale, so it
/// agrees where that is UTF-8, and nearly everywhere for ASCII.
enum Spelling {
    /// Everything that is Unicode.
    UNICODE,
    /// ASCII only.
    ASCII,
    /// Nothing: an encoding in which even ASCII may mean something else.
    NOTHING;

    private static final char REPLACEMENT = '\ufffd';

    static Spelling of(@Nullable String encoding) {
        if (encoding == null) {
            return NOTHING;
        }
        return switch (encoding) {
            case "UTF-8" -> UNICODE;
            case "ANSI_X3.4-1968", "US-ASCII", "ISO-8859-1" -> ASCII;
            default -> NOTHING;
        };
    }

    /// The location as a `Path`, or null. `Path` drops doubled and trailing separators, which lead to the same place.
    @Nullable
    Path location(LinkPath path) {
        return canSpell(path) ? FileSystems.getDefault().getPath(path.toString()) : null;
    }

    /// The text of a link as a `Path`; null if that would be another text.
    @Nullable
    Path text(LinkTarget text) {
        if (!canSpell(text)) {
            return null;
        }
        String wanted = text.toString();
        Path path = FileSystems.getDefault().getPath(wanted);
        return path.toString().equals(wanted) ? path : null;
    }

    /// The text that was read from a link; null if some of it may have been lost in decoding. What was read is not
    /// normalised, other than what is parsed.
    @Nullable
    LinkTarget read(Path text) {
        String decoded = text.toString();
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            boolean certain = c < 0x80 ? this != NOTHING : this == UNICODE && c != REPLACEMENT;
            if (!certain) {
                return null;
            }
        }
        return LinkTarget.of(decoded);
    }

    private boolean canSpell(NativeText text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.byteAt(i) < 0) {
                return this == UNICODE && text.isUnicode();
            }
        }
        return this != NOTHING;
    }
}
