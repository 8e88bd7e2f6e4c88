package dev.linkwright;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.linkwright.path.DriveDirectories;
import dev.linkwright.path.PathForm;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.Relativization;
import dev.linkwright.reparse.ReparseData;

/// Makes the text of a link relative or absolute without changing where it leads.
///
/// Both forms start from the *physical* directory of the link, in which no component is a link: only there does `..`
/// undo the component before it. On POSIX the rest of the text is left as it is, so links and dots in it keep their
/// meaning; Windows itself takes the dots out by their letters.
final class TargetText {
    /// The length of `C:`.
    private static final int DRIVE_LENGTH = 2;

    private final PathRules rules;

    TargetText(PathRules rules) {
        this.rules = rules;
    }

    /// The text that is absolute; empty if there is none (`C:x` depends on a current directory).
    Optional<LinkTarget> absolute(LinkPath physicalDirectory, LinkTarget text) {
        LinkPath path = LinkPath.ofBytes(rules, text.raw());
        if (path.isAbsolute()) {
            return Optional.of(text);
        }
        if (rules == PathRules.POSIX) {
            return Optional.of(LinkTarget.ofBytes(physicalDirectory.resolve(path).raw()));
        }
        try {
            String folded = rules.resolve(physicalDirectory.units(), text.units()).text();
            boolean slash = path.hasTrailingSeparator() && !LinkPath.of(rules, folded).hasTrailingSeparator();
            return Optional.of(LinkTarget.of(slash ? folded + rules.separator() : folded));
        } catch (IllegalArgumentException noMeaningInLetters) {
            return Optional.empty();
        }
    }

    /// The text that is relative; empty if there is none (another drive or share).
    Optional<LinkTarget> relative(LinkPath physicalDirectory, LinkTarget text) {
        LinkPath path = LinkPath.ofBytes(rules, text.raw());
        if (!path.isAbsolute()) {
            return Optional.of(text);
        }
        if (rules == PathRules.POSIX) {
            return Optional.of(relativeSteps(physicalDirectory, path));
        }
        return rules.relativize(physicalDirectory.units(),
                rules.fold(text.units())) instanceof Relativization.Relative way
                        ? Optional.of(LinkTarget.of(way.text()))
                        : Optional.empty();
    }

    /// The text that a link gets which is made with this one. Windows folds an absolute text and puts the current
    /// directory of its drive before `C:x`: done here, so that what is asked for is what will be read back.
    LinkTarget stored(LinkSystem system, LinkTarget text) throws FileSystemException {
        if (rules != PathRules.WINDOWS) {
            return text;
        }
        String units = text.units();
        return switch (rules.form(units)) {
            case DRIVE_ABSOLUTE, UNC, DEVICE -> LinkTarget.of(rules.fold(units));
            case DRIVE_RELATIVE -> {
                LinkPath current = system.at(LinkPath.of(rules, units.substring(0, DRIVE_LENGTH))).physicalPath();
                String rest = units.substring(DRIVE_LENGTH);
                LinkPath whole = rest.isEmpty() ? current : current.resolve(LinkPath.of(rules, rest));
                yield LinkTarget.of(rules.fold(whole.units()));
            }
            case VERBATIM -> withoutPrefix(text);
            default -> text;
        };
    }

    /// `\\?\C:\x` and `\\?\UNC\server\share\x` are kept as `C:\x` and `\\server\share\x`, unless that would be folded
    /// into something else.
    private LinkTarget withoutPrefix(LinkTarget text) {
        String kept = ReparseData.SymbolicLink.of(rules.stored(text.units(), DriveDirectories.roots())).text();
        boolean isPlain = rules.form(kept) == PathForm.DRIVE_ABSOLUTE || rules.form(kept) == PathForm.UNC;
        return isPlain && rules.fold(kept).equals(kept) ? LinkTarget.of(kept) : text;
    }

    private static LinkTarget relativeSteps(LinkPath physicalDirectory, LinkPath path) {
        List<PathStep> from = PathStep.of(physicalDirectory);
        List<PathStep> to = PathStep.of(path);
        int shared = 0;
        while (shared < from.size() && shared < to.size() && from.get(shared).equals(to.get(shared))) {
            shared++;
        }
        List<byte[]> components = new ArrayList<>();
        for (int i = shared; i < from.size(); i++) {
            components.add(new byte[]{'.', '.'});
        }
        for (PathStep step : to.subList(shared, to.size())) {
            components.add(step.text());
        }
        if (components.isEmpty()) {
            components.add(new byte[]{'.'});
        }
        return joined(components, path.hasTrailingSeparator());
    }

    private static LinkTarget joined(List<byte[]> components, boolean trailingSeparator) {
        int length = components.stream().mapToInt(component -> component.length + 1).sum();
        byte[] text = new byte[trailingSeparator ? length : length - 1];
        int at = 0;
        for (byte[] component : components) {
            System.arraycopy(component, 0, text, at, component.length);
            at += component.length;
            if (at < text.length) {
                text[at++] = '/';
            }
        }
        return LinkTarget.ofBytes(text);
    }
}
