package dev.linkwright.testing;

import java.util.List;
import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.path.PathForm;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;

/// What a strict fake refuses although POSIX could do it, because Windows could not.
final class FakePortability {
    private FakePortability() {}

    /// Refuses a name that Windows cannot have or takes for something else, and one that differs from a name that is
    /// there by case alone.
    static void requireName(FakeSettings settings, FakeFolder folder, Name name) throws FakeRefusal {
        if (isOneSystem(settings)) {
            return;
        }
        String units = name.units();
        PathForm form = PathRules.WINDOWS.form(units);
        boolean possible = name.isUnicode() && form == PathForm.RELATIVE
                && PathRules.WINDOWS.parse(units).names().equals(List.of(units))
                && PathRules.WINDOWS.warnings(units).isEmpty();
        if (!possible) {
            throw new FakeRefusal(Reason.INVALID_NAME, "Windows cannot have this name, and the fake is strict");
        }
        for (FakeFolder.Entry entry : folder.entries()) {
            if (!entry.name().equals(name) && PathRules.WINDOWS.sameName(entry.name().units(), units)) {
                throw new FakeRefusal(FakeErrno.EEXIST);
            }
        }
    }

    /// Refuses a text that Windows would read otherwise, or could not follow: see [PathWarning].
    static void requireTarget(FakeSettings settings, LinkTarget target) throws FakeRefusal {
        if (isOneSystem(settings)) {
            return;
        }
        String units = target.units();
        String text = PathRules.WINDOWS.withNativeSeparators(units);
        PathForm form = PathRules.WINDOWS.form(text);
        Set<PathWarning> warnings = PathRules.WINDOWS.warnings(text);
        if (warnings.contains(PathWarning.TOO_LONG)) {
            throw new FakeRefusal(Reason.TARGET_TOO_LONG, "for Windows, and the fake is strict");
        }
        boolean sameForm = form == PathForm.RELATIVE || form == PathForm.ROOTED;
        boolean sameUnits = target.isUnicode() && units.indexOf('\\') < 0;
        if (!sameForm || !sameUnits || !warnings.isEmpty()) {
            throw new FakeRefusal(Reason.INVALID_TARGET,
                    "Windows would not follow this text as POSIX does, and the fake is strict");
        }
    }

    /// Without what only POSIX can do.
    static LinkCapabilities capabilities(FakeSettings settings, LinkCapabilities all) {
        if (isOneSystem(settings)) {
            return all;
        }
        String exchange = "Windows cannot exchange two names, and the fake is strict";
        return all.without(Capability.RENAME_EXCHANGE, exchange).without(Capability.COMPARE_AND_SET, exchange)
                .without(Capability.VERBATIM_TEXT, "Windows cannot follow every text, and the fake is strict")
                .without(Capability.VERBATIM_NAMES, "Windows cannot have every name, and the fake is strict");
    }

    /// Windows has no exchange.
    static void requireExchange(FakeSettings settings) throws FakeRefusal {
        if (!isOneSystem(settings)) {
            throw new FakeRefusal(Reason.CAPABILITY_MISSING, "Windows cannot exchange two names");
        }
    }

    private static boolean isOneSystem(FakeSettings settings) {
        return settings.portable() == FakeSettings.Portable.ONE_SYSTEM;
    }
}
