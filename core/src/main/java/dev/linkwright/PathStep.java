package dev.linkwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One component of a path below its root: a name, `..`, or `.`.
///
/// @param name the name; empty for the other two
/// @param isUp whether it is `..`
record PathStep(Optional<Name> name, boolean isUp) {
    /// The components of a path. Empty ones (doubled separators) are left out.
    static List<PathStep> of(LinkPath path) {
        List<PathStep> steps = new ArrayList<>();
        byte[] text = path.raw();
        int start = path.rootLength();
        for (int at = start; at <= text.length; at++) {
            if (at == text.length || path.isSeparator(text[at])) {
                if (at > start) {
                    steps.add(step(java.util.Arrays.copyOfRange(text, start, at)));
                }
                start = at + 1;
            }
        }
        return steps;
    }

    /// The component as it is written.
    byte[] text() {
        return name.map(NativeText::raw).orElseGet(() -> isUp ? new byte[]{'.', '.'} : new byte[]{'.'});
    }

    private static PathStep step(byte[] component) {
        if (component.length <= 2 && component[0] == '.' && component[component.length - 1] == '.') {
            return new PathStep(Optional.empty(), component.length == 2);
        }
        return new PathStep(Optional.of(Name.ofBytes(component)), false);
    }
}
