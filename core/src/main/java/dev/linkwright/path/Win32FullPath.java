package dev.linkwright.path;

import java.util.ArrayList;
import java.util.List;

/// What GetFullPathNameW makes of an absolute text: `docs/windows-links.md`, "Full paths".
final class Win32FullPath {
    private Win32FullPath() {}

    /// The full path for a text of a form that Windows folds: drive-absolute, UNC or device.
    static String of(PathText text) {
        List<String> names = new ArrayList<>();
        boolean trailing = text.names().isEmpty() ? endsInSeparator(text.root()) : text.trailingSeparator();
        int last = text.trailingSeparator() ? -1 : text.names().size() - 1;
        for (int i = 0; i < text.names().size(); i++) {
            String name = text.names().get(i);
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.removeLast();
                }
            } else if (!name.equals(".")) {
                String kept = i == last ? withoutDotsAndBlanks(name) : withoutSingleDot(name);
                if (kept.isEmpty()) {
                    trailing = true;
                } else {
                    names.add(kept);
                }
            }
        }
        return assemble(text, names, trailing);
    }

    private static String assemble(PathText text, List<String> names, boolean trailing) {
        String root = WindowsForm.canonicalRoot(text);
        if (!names.isEmpty()) {
            String path = Lexical.join(root, names, '\\');
            return trailing ? path + '\\' : path;
        }
        // Of the roots only a server with its share is a name of its own, which keeps a separator only if it had one.
        boolean bareShare = text.form() == PathForm.UNC && !trailing
                && (WindowsForm.hasShare(root) || !endsInSeparator(text.root()));
        return bareShare ? root.substring(0, root.length() - 1) : root;
    }

    private static boolean endsInSeparator(String root) {
        return WindowsNames.isSeparator(root.charAt(root.length() - 1));
    }

    /// Dots and blanks at the end of the last name are dropped; nothing may remain.
    private static String withoutDotsAndBlanks(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    /// Of the names before the last only a single dot at the end is dropped.
    private static String withoutSingleDot(String name) {
        int end = name.length() - 1;
        return name.endsWith(".") && name.charAt(end - 1) != '.' ? name.substring(0, end) : name;
    }
}
