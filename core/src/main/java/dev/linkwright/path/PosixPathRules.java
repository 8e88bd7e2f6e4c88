package dev.linkwright.path;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// [PathRules#POSIX].
final class PosixPathRules implements PathRules {
    private static final char SEPARATOR = '/';
    private static final String ROOT = "/";

    @Override
    public char separator() {
        return SEPARATOR;
    }

    @Override
    public boolean isSeparator(char unit) {
        return unit == SEPARATOR;
    }

    @Override
    public PathForm form(String text) {
        if (text.isEmpty()) {
            return PathForm.EMPTY;
        }
        return isSeparator(text.charAt(0)) ? PathForm.ROOTED : PathForm.RELATIVE;
    }

    @Override
    public boolean isAbsolute(String text) {
        return form(text) == PathForm.ROOTED;
    }

    @Override
    public PathText parse(String text) {
        int root = 0;
        while (root < text.length() && isSeparator(text.charAt(root))) {
            root++;
        }
        List<String> names = Lexical.names(text, root, ROOT);
        boolean trailing = !names.isEmpty() && isSeparator(text.charAt(text.length() - 1));
        return new PathText(this, text, form(text), root, names, trailing);
    }

    @Override
    public String withNativeSeparators(String text) {
        return text;
    }

    @Override
    public String fold(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return Lexical.fold(isAbsolute(text) ? ROOT : "", parse(text), SEPARATOR);
    }

    @Override
    public LexicalPath resolve(String directory, String target) {
        PathText start = parse(directory);
        if (start.form() != PathForm.ROOTED || Lexical.hasDots(start.names())) {
            throw Lexical.noDirectory(directory);
        }
        PathText steps = parse(target);
        return switch (steps.form()) {
            case EMPTY -> throw new IllegalArgumentException("an empty text leads nowhere");
            case ROOTED -> Lexical.walk(ROOT, List.of(), steps.names(), SEPARATOR);
            default -> Lexical.walk(ROOT, start.names(), steps.names(), SEPARATOR);
        };
    }

    @Override
    public Relativization relativize(String directory, String target) {
        PathText from = parse(directory);
        PathText to = parse(target);
        if (from.form() != PathForm.ROOTED || to.form() != PathForm.ROOTED) {
            return new Relativization.Refused(Relativization.Reason.NOT_ABSOLUTE);
        }
        if (Lexical.hasDots(from.names()) || Lexical.hasDots(to.names())) {
            return new Relativization.Refused(Relativization.Reason.DOT_COMPONENT);
        }
        Relativization.Relative way = Lexical.between(ROOT, from.names(), to.names(), SEPARATOR);
        return to.trailingSeparator() ? new Relativization.Relative(way.text() + SEPARATOR, way.climbed()) : way;
    }

    @Override
    public StoredTarget stored(String target, DriveDirectories directories) {
        Lexical.requireStorable(target);
        return new StoredTarget(target, target, !isAbsolute(target));
    }

    @Override
    public Set<PathWarning> warnings(String target) {
        Set<PathWarning> warnings = EnumSet.noneOf(PathWarning.class);
        if (target.isEmpty()) {
            warnings.add(PathWarning.EMPTY);
        }
        if (target.indexOf('\0') >= 0) {
            warnings.add(PathWarning.NUL_CHARACTER);
        }
        return Collections.unmodifiableSet(warnings);
    }

    @Override
    public Set<PathWarning> warnings(StoredTarget stored) {
        return warnings(stored.substituteName());
    }

    @Override
    public boolean sameName(String name, String other) {
        return name.equals(other);
    }

    @Override
    public String toString() {
        return "POSIX";
    }
}
