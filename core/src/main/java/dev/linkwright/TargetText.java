package dev.linkwright;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.path.PathRules;

/// Makes the text of a link relative or absolute without changing where it leads.
///
/// Both forms start from the *physical* directory of the link, in which no component is a link: only there does `..`
/// undo the component before it. The rest of the text is left as it is, so links and dots in it keep their meaning.
final class TargetText {
    private final PathRules rules;

    TargetText(PathRules rules) {
        this.rules = rules;
    }

    LinkTarget absolute(LinkPath physicalDirectory, LinkTarget text) {
        LinkPath path = LinkPath.ofBytes(rules, text.raw());
        return path.isAbsolute() ? text : LinkTarget.ofBytes(physicalDirectory.resolve(path).raw());
    }

    LinkTarget relative(LinkPath physicalDirectory, LinkTarget text) {
        LinkPath path = LinkPath.ofBytes(rules, text.raw());
        if (!path.isAbsolute() || !path.root().equals(physicalDirectory.root())) {
            return text;
        }
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

    private LinkTarget joined(List<byte[]> components, boolean trailingSeparator) {
        byte separator = (byte) (rules == PathRules.WINDOWS ? '\\' : '/');
        int length = components.stream().mapToInt(component -> component.length + 1).sum();
        byte[] text = new byte[trailingSeparator ? length : length - 1];
        int at = 0;
        for (byte[] component : components) {
            System.arraycopy(component, 0, text, at, component.length);
            at += component.length;
            if (at < text.length) {
                text[at++] = separator;
            }
        }
        return LinkTarget.ofBytes(text);
    }
}
