package dev.linkwright.cli.fronts;

import java.util.List;

/// What came of a command line.
///
/// @param code the exit code; negative for a signal
/// @param out stdout
/// @param err stderr
/// @param tree what is there afterwards
record Observed(int code, String out, String err, String tree) {
    /// What is not the same in both, for people.
    String differencesTo(Observed ours) {
        StringBuilder text = new StringBuilder();
        append(text, "code", String.valueOf(code), String.valueOf(ours.code));
        append(text, "out", out, ours.out);
        append(text, "err", err, ours.err);
        append(text, "tree", only(tree, ours.tree), only(ours.tree, tree));
        return text.toString();
    }

    private static void append(StringBuilder text, String what, String theirs, String mine) {
        if (!theirs.equals(mine)) {
            text.append("\n  ").append(what).append(" there: ").append(theirs).append("\n  ").append(what)
                    .append(" here:  ").append(mine);
        }
    }

    private static String only(String one, String other) {
        List<String> lines = other.lines().toList();
        return one.lines().filter(line -> !lines.contains(line)).toList().toString();
    }
}
