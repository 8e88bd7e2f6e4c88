package dev.linkwright.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.NativeText;
import dev.linkwright.path.PathRules;

/// Says what the links of a tree are to be in its copy, by the letters of their texts and by where both trees are.
///
/// All of it starts from the *physical* directory of a link, in which no component is a link, so a `..` at the start of a
/// text undoes the name before it. What follows the first name of a text stays as it is, because what dots mean there
/// depends on what stands on the way.
final class LinkRebase {
    private static final String ABOVE = "..";

    private final PathRules rules;
    private final Place source;
    private final Place given;
    private final Place destination;

    /// @param source where the tree physically is
    /// @param given where it is by the path that the user gave, absolute; texts may use either
    /// @param destination where the copy physically is
    LinkRebase(PathRules rules, LinkPath source, LinkPath given, LinkPath destination) {
        this.rules = rules;
        this.source = Place.of(rules, text(source));
        this.given = Place.of(rules, text(given));
        this.destination = Place.of(rules, text(destination));
    }

    /// What a link is to be in the copy.
    ///
    /// @param text what keeps its meaning
    /// @param outside whether it leads out of the tree
    record Rebased(LinkTarget text, boolean outside) {}

    /// What a link that is copied alone is to be: `source` and `destination` are the directories of both links, and
    /// everything is outside.
    Rebased alone(LinkTarget original) {
        String text = text(original);
        Place place = Place.of(rules, text);
        return place.root().isEmpty() ? outside(List.of(), place, climbs(place)) : new Rebased(original, true);
    }

    /// What a link in the tree is to be.
    ///
    /// @param directory the names that lead from the root of the tree to the directory of the link
    Rebased of(List<Name> directory, LinkTarget original) {
        String text = text(original);
        Place place = Place.of(rules, text);
        if (!place.root().isEmpty()) {
            return absolute(original, place);
        }
        return relative(names(directory), original, place);
    }

    private Rebased absolute(LinkTarget original, Place place) {
        for (Place root : List.of(source, given)) {
            if (place.isWithin(root, rules) && staysInside(place, root.names().size(), 0)) {
                String tail = place.tail(root.names().size());
                return new Rebased(target(destination.text() + (tail.isEmpty() ? "" : separator() + tail)), false);
            }
        }
        return new Rebased(original, true);
    }

    private Rebased relative(List<String> directory, LinkTarget original, Place place) {
        int depth = directory.size();
        if (staysInside(place, 0, depth)) {
            return new Rebased(original, false);
        }
        int climbs = climbs(place);
        if (climbs <= depth) {
            // It leaves the tree after a name, which may be a link: only from the original place is its meaning sure.
            return new Rebased(target(way(directory, source.below(directory), place.text())), true);
        }
        int shared = Math.max(0, source.names().size() - (climbs - depth));
        List<String> back = source.names().subList(shared, source.names().size());
        List<String> rest = place.names().subList(climbs, place.names().size());
        boolean returns = rest.size() >= back.size() && same(rest.subList(0, back.size()), back)
                && staysInside(place, climbs + back.size(), 0);
        if (returns) {
            return new Rebased(target(below(directory, place.tail(climbs + back.size()))), false);
        }
        return outside(directory, place, climbs);
    }

    private Rebased outside(List<String> directory, Place place, int climbs) {
        int kept = Math.max(0, source.names().size() + directory.size() - climbs);
        List<String> end = source.below(directory).subList(0, kept);
        return new Rebased(target(way(directory, end, place.tail(climbs))), true);
    }

    private static int climbs(Place place) {
        int climbs = 0;
        while (climbs < place.names().size() && place.names().get(climbs).equals(ABOVE)) {
            climbs++;
        }
        return climbs;
    }

    /// Whether the names from one on never climb above the root of the tree.
    private static boolean staysInside(Place place, int from, int depth) {
        int at = depth;
        for (String name : place.names().subList(from, place.names().size())) {
            at += name.equals(ABOVE) ? -1 : 1;
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /// The way from a directory of the tree up to its root and down a tail.
    private String below(List<String> directory, String tail) {
        List<String> steps = new ArrayList<>(Collections.nCopies(directory.size(), ABOVE));
        if (!tail.isEmpty() || steps.isEmpty()) {
            steps.add(tail.isEmpty() ? "." : tail);
        }
        return String.join(separator(), steps);
    }

    /// The way from the copy of a directory to a place outside, and down a tail.
    private String way(List<String> directory, List<String> end, String tail) {
        if (!destination.root().equalsIgnoreCase(source.root())) {
            String place = source.root() + String.join(separator(), end);
            return tail.isEmpty() ? place : place + (end.isEmpty() ? "" : separator()) + tail;
        }
        List<String> start = destination.below(directory);
        int shared = 0;
        while (shared < start.size() && shared < end.size() && start.get(shared).equals(end.get(shared))) {
            shared++;
        }
        List<String> steps = new ArrayList<>(Collections.nCopies(start.size() - shared, ABOVE));
        steps.addAll(end.subList(shared, end.size()));
        if (!tail.isEmpty() || steps.isEmpty()) {
            steps.add(tail.isEmpty() ? "." : tail);
        }
        return String.join(separator(), steps);
    }

    private boolean same(List<String> names, List<String> others) {
        for (int i = 0; i < names.size(); i++) {
            if (!rules.sameName(names.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private String separator() {
        return String.valueOf(rules.separator());
    }

    private List<String> names(List<Name> directory) {
        return directory.stream().map(this::text).toList();
    }

    /// POSIX: a unit for each byte, which loses nothing. Windows: the units.
    private String text(NativeText text) {
        return rules == PathRules.POSIX ? new String(text.bytes(), StandardCharsets.ISO_8859_1) : text.units();
    }

    private LinkTarget target(String text) {
        return rules == PathRules.POSIX
                ? LinkTarget.ofBytes(text.getBytes(StandardCharsets.ISO_8859_1))
                : LinkTarget.of(text);
    }

    /// A text as root and names, without `.` and doubled separators.
    ///
    /// @param starts where each name begins in the text
    private record Place(String text, String root, List<String> names, List<Integer> starts) {
        static Place of(PathRules rules, String text) {
            String written = rules.parse(text).root();
            // However many separators: one root.
            String root = rules == PathRules.POSIX && !written.isEmpty() ? "/" : written;
            List<String> names = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            int start = written.length();
            for (int i = start; i <= text.length(); i++) {
                if (i == text.length() || rules.isSeparator(text.charAt(i))) {
                    String name = text.substring(start, i);
                    if (!name.isEmpty() && !name.equals(".")) {
                        names.add(name);
                        starts.add(start);
                    }
                    start = i + 1;
                }
            }
            return new Place(text, root, names, starts);
        }

        boolean isWithin(Place other, PathRules rules) {
            if (!root.equalsIgnoreCase(other.root) || names.size() < other.names.size()) {
                return false;
            }
            for (int i = 0; i < other.names.size(); i++) {
                if (!rules.sameName(names.get(i), other.names.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /// The text from a name on, to the letter.
        String tail(int name) {
            return name < names.size() ? text.substring(starts.get(name)) : "";
        }

        List<String> below(List<String> directory) {
            List<String> all = new ArrayList<>(names);
            all.addAll(directory);
            return all;
        }
    }
}
