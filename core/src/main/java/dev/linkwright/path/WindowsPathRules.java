package dev.linkwright.path;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/// [PathRules#WINDOWS].
final class WindowsPathRules implements PathRules {
    private static final char SEPARATOR = '\\';
    private static final String NT_PREFIX = "\\??\\";
    private static final String NT_UNC_PREFIX = "\\??\\UNC\\";
    private static final int PREFIX_LENGTH = 4;

    @Override
    public char separator() {
        return SEPARATOR;
    }

    @Override
    public boolean isSeparator(char unit) {
        return WindowsNames.isSeparator(unit);
    }

    @Override
    public PathForm form(String text) {
        return WindowsForm.of(text);
    }

    @Override
    public boolean isAbsolute(String text) {
        return WindowsForm.isAbsolute(form(text));
    }

    @Override
    public PathText parse(String text) {
        PathForm form = form(text);
        int root = WindowsForm.rootLength(text, form);
        String separators = WindowsForm.isLiteral(form) ? "\\" : "\\/";
        List<String> names = Lexical.names(text, root, separators);
        boolean trailing = !names.isEmpty() && separators.indexOf(text.charAt(text.length() - 1)) >= 0;
        return new PathText(this, text, form, root, names, trailing);
    }

    @Override
    public String withNativeSeparators(String text) {
        PathForm form = form(text);
        return WindowsForm.isLiteral(form) || form == PathForm.DEVICE ? text : text.replace('/', SEPARATOR);
    }

    @Override
    public String fold(String text) {
        return switch (form(text)) {
            case EMPTY, VERBATIM, VOLUME_GUID, NT -> text;
            case DRIVE_ABSOLUTE, UNC, DEVICE -> Win32FullPath.of(parse(text));
            case RELATIVE, DEVICE_NAME, STREAM -> withoutDrive(lexicalFold(text));
            case ROOTED -> withoutNtPrefix(lexicalFold(text));
            case DRIVE_RELATIVE -> lexicalFold(text);
        };
    }

    private String lexicalFold(String text) {
        PathText parsed = parse(text);
        return Lexical.fold(WindowsForm.canonicalRoot(parsed), parsed, SEPARATOR);
    }

    /// A relative text whose first name is one such as "a:b" would be read as a drive.
    private static String withoutDrive(String relative) {
        return WindowsForm.startsWithDrive(relative) ? ".\\" + relative : relative;
    }

    /// A rooted text whose first name is "??" would be read as an NT path.
    private static String withoutNtPrefix(String rooted) {
        return rooted.startsWith(NT_PREFIX) ? "\\." + rooted : rooted;
    }

    @Override
    public LexicalPath resolve(String directory, String target) {
        PathText start = parse(directory);
        if (!WindowsForm.isAbsolute(start.form()) || Lexical.hasDots(start.names())) {
            throw Lexical.noDirectory(directory);
        }
        PathText place = folded(start);
        String root = WindowsForm.canonicalRoot(place);
        PathText steps = parse(target);
        return switch (steps.form()) {
            case RELATIVE, DEVICE_NAME, STREAM -> Lexical.walk(root, place.names(), steps.names(), SEPARATOR);
            case ROOTED -> Lexical.walk(root, List.of(), steps.names(), SEPARATOR);
            case DRIVE_ABSOLUTE, UNC, DEVICE, VERBATIM, VOLUME_GUID -> resolveAbsolute(steps);
            case EMPTY, DRIVE_RELATIVE, NT ->
                throw new IllegalArgumentException("a text that letters alone do not resolve: " + target);
        };
    }

    /// Win32 folds an absolute text before it is stored: its climbing is noted from the text as given, and the place
    /// reached is the full path, which a `..` at the root does not leave.
    private LexicalPath resolveAbsolute(PathText target) {
        PathText place = folded(target);
        String root = WindowsForm.canonicalRoot(place);
        List<String> steps = WindowsForm.isLiteral(target.form()) ? List.of() : target.names();
        List<String> climbed = Lexical.walk(root, List.of(), steps, SEPARATOR).climbed();
        return new LexicalPath(Lexical.join(root, place.names(), SEPARATOR), climbed, false);
    }

    private PathText folded(PathText text) {
        return parse(fold(text.text()));
    }

    @Override
    public Relativization relativize(String directory, String target) {
        PathText from = parse(directory);
        PathText to = parse(target);
        if (!WindowsForm.isAbsolute(from.form()) || !WindowsForm.isAbsolute(to.form())) {
            return new Relativization.Refused(Relativization.Reason.NOT_ABSOLUTE);
        }
        String root = WindowsForm.rootIdentity(from);
        String targetRoot = WindowsForm.rootIdentity(to);
        if (root.isEmpty() || targetRoot.isEmpty()) {
            return new Relativization.Refused(Relativization.Reason.NOT_ON_A_VOLUME);
        }
        if (!root.equals(targetRoot)) {
            return new Relativization.Refused(Relativization.Reason.DIFFERENT_ROOT);
        }
        if (Lexical.hasDots(from.names()) || Lexical.hasDots(to.names())) {
            return new Relativization.Refused(Relativization.Reason.DOT_COMPONENT);
        }
        return between(folded(from), folded(to));
    }

    private static Relativization between(PathText directory, PathText target) {
        String root = WindowsForm.canonicalRoot(directory);
        Relativization.Relative way = Lexical.between(root, directory.names(), target.names(), SEPARATOR);
        String text = target.trailingSeparator() ? way.text() + SEPARATOR : way.text();
        return new Relativization.Relative(withoutDrive(text), way.climbed());
    }

    @Override
    public StoredTarget stored(String target, DriveDirectories directories) {
        Lexical.requireStorable(target);
        PathForm form = form(target);
        return switch (form) {
            case EMPTY, RELATIVE, DEVICE_NAME, STREAM, ROOTED, NT -> new StoredTarget(target, target, true);
            case DRIVE_RELATIVE -> absolute(NT_PREFIX + fold(onDrive(target, directories)), target);
            case DRIVE_ABSOLUTE -> absolute(NT_PREFIX + fold(target), target);
            case UNC -> absolute(NT_UNC_PREFIX + fold(target).substring(2), target);
            case DEVICE -> absolute(NT_PREFIX + fold(target).substring(PREFIX_LENGTH), target);
            case VERBATIM, VOLUME_GUID -> absolute(NT_PREFIX + target.substring(PREFIX_LENGTH), target);
        };
    }

    private static StoredTarget absolute(String substituteName, String printName) {
        return new StoredTarget(substituteName, printName, false);
    }

    /// A drive-relative text behind the current directory of its drive.
    private String onDrive(String target, DriveDirectories directories) {
        String directory = directories.of(target.charAt(0));
        PathText current = parse(directory);
        if (current.form() != PathForm.DRIVE_ABSOLUTE) {
            throw new IllegalArgumentException("not a drive-absolute current directory: " + directory);
        }
        String path = Lexical.join(WindowsForm.canonicalRoot(current), current.names(), SEPARATOR);
        String rest = target.substring(2);
        return rest.isEmpty() ? path : path + SEPARATOR + rest;
    }

    @Override
    public Set<PathWarning> warnings(String target) {
        return Collections.unmodifiableSet(WindowsWarnings.of(this, target));
    }

    @Override
    public Set<PathWarning> warnings(StoredTarget stored) {
        return Collections.unmodifiableSet(WindowsWarnings.of(this, stored));
    }

    @Override
    public boolean sameName(String name, String other) {
        return WindowsNames.upperCase(name).equals(WindowsNames.upperCase(other));
    }

    @Override
    public String toString() {
        return "WINDOWS";
    }
}
