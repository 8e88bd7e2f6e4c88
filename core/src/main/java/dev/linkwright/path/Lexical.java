package dev.linkwright.path;

import java.util.ArrayList;
import java.util.List;

/// What both rules do with names once the root is taken off: join, fold, climb, compare.
final class Lexical {
    private Lexical() {}

    /// Cuts `text` from `start` into names at any of the separators, leaving out empty names.
    static List<String> names(String text, int start, String separators) {
        List<String> names = new ArrayList<>();
        int from = start;
        for (int i = start; i <= text.length(); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                if (i > from) {
                    names.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return List.copyOf(names);
    }

    static boolean isDots(String name) {
        return name.equals(".") || name.equals("..");
    }

    static boolean hasDots(List<String> names) {
        return names.stream().anyMatch(Lexical::isDots);
    }

    /// The root, which ends in a separator or is empty, followed by the names.
    static String join(String root, List<String> names, char separator) {
        return root + String.join(String.valueOf(separator), names);
    }

    /// Folds names that start at `root`. A `..` with nothing before it is dropped below a root, which ends in a
    /// separator, and kept where there is none (`..\x`, `C:..\x`).
    static String fold(String root, PathText text, char separator) {
        boolean canClimb = root.isEmpty() || root.charAt(root.length() - 1) != separator;
        List<String> kept = new ArrayList<>();
        for (String name : text.names()) {
            boolean climbs = name.equals("..");
            if (climbs && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!name.equals(".") && (!climbs || canClimb)) {
                kept.add(name);
            }
        }
        if (kept.isEmpty()) {
            return root.isEmpty() ? "." : root;
        }
        String folded = join(root, kept, separator);
        return text.trailingSeparator() ? folded + separator : folded;
    }

    /// Walks from `start` below `root` along `steps`, noting every directory that a `..` leaves.
    static LexicalPath walk(String root, List<String> start, List<String> steps, char separator) {
        List<String> place = new ArrayList<>(start);
        List<String> climbed = new ArrayList<>();
        boolean aboveRoot = false;
        for (String step : steps) {
            if (!isDots(step)) {
                place.add(step);
            } else if (step.equals("..")) {
                if (place.isEmpty()) {
                    aboveRoot = true;
                } else {
                    climbed.add(join(root, place, separator));
                    place.removeLast();
                }
            }
        }
        return new LexicalPath(join(root, place, separator), climbed, aboveRoot);
    }

    /// The way from one list of names to another below the same root; `.` if they are equal.
    static Relativization.Relative between(String root, List<String> directory, List<String> target, char separator) {
        int common = 0;
        int most = Math.min(directory.size(), target.size());
        while (common < most && directory.get(common).equals(target.get(common))) {
            common++;
        }
        List<String> climbed = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int size = directory.size(); size > common; size--) {
            climbed.add(join(root, directory.subList(0, size), separator));
            names.add("..");
        }
        names.addAll(target.subList(common, target.size()));
        return new Relativization.Relative(names.isEmpty() ? "." : join("", names, separator), climbed);
    }

    static IllegalArgumentException noDirectory(String directory) {
        return new IllegalArgumentException("not an absolute directory without . and ..: " + directory);
    }

    /// @throws IllegalArgumentException if no system can store the text
    static void requireStorable(String target) {
        if (target.isEmpty()) {
            throw new IllegalArgumentException("the text of a link cannot be empty");
        }
        int nul = target.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException("U+0000 at index " + nul + " of the text of a link");
        }
    }
}
