package dev.linkwright.windows;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which Wine it is, as far as one answers otherwise than another.
enum WineKind {
    /// Before version 10: `CreateSymbolicLinkW` makes nothing, and there is no disposition but the old one.
    BEFORE_10,
    /// Version 10 as its authors publish it: `CreateSymbolicLinkW` makes nothing.
    TEN,
    /// Version 10 with the patches of wine-staging: links are Unix links that hold reparse data.
    TEN_STAGING,
    /// Since version 11: reparse data are extended attributes.
    SINCE_11;

    /// Those whose `CreateSymbolicLinkW` answers TRUE and makes nothing.
    static final Set<WineKind> WITHOUT_LINKS = EnumSet.of(BEFORE_10, TEN);
    /// Those whose `CreateSymbolicLinkW` makes links.
    static final Set<WineKind> WITH_LINKS = EnumSet.of(TEN_STAGING, SINCE_11);

    private static final Pattern VERSION = Pattern.compile("wine-(\\d+)\\.");

    /// By what `wine --version` says: `wine-10.0 (Staging)`.
    static WineKind of(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            throw new IllegalArgumentException("not a version of Wine: " + version);
        }
        int major = Integer.parseInt(matcher.group(1));
        if (major > 10) {
            return SINCE_11;
        }
        if (version.contains("Staging")) {
            return TEN_STAGING;
        }
        return major == 10 ? TEN : BEFORE_10;
    }

    boolean makesLinks() {
        return WITH_LINKS.contains(this);
    }
}
