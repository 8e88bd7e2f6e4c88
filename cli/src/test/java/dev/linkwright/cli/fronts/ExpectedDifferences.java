package dev.linkwright.cli.fronts;

import java.util.List;

/// The differences that docs/front-ends.md lists, with the versions that they are differences to.
final class ExpectedDifferences {
    private ExpectedDifferences() {}

    /// Whether a difference in this case is one of them.
    static boolean has(FrontCase of, String version, Observed theirs, Observed ours) {
        return isKilled(theirs) || isHelp(of) || isRelativeToItself(of, ours)
                || (version.equals("9.1") && isSince91(of, theirs, ours));
    }

    /// A cycle whose text grows keeps `readlink -m` of GNU busy until memory is full.
    private static boolean isKilled(Observed theirs) {
        return theirs.code() < 0 || theirs.err().contains("memory exhausted");
    }

    /// GNU's ln looks up the relative text from the working directory, and so may replace a file by a link to itself.
    private static boolean isRelativeToItself(FrontCase of, Observed ours) {
        boolean relative = of.arguments().stream()
                .anyMatch(word -> word.matches("-[a-zA-Z]*r[a-zA-Z]*") || word.startsWith("--r"));
        return of.program().equals("ln") && relative && ours.err().contains("are the same file");
    }

    private static boolean isHelp(FrontCase of) {
        return of.arguments().stream().anyMatch(word -> word.startsWith("--h") || word.startsWith("--ver"));
    }

    private static boolean isSince91(FrontCase of, Observed theirs, Observed ours) {
        boolean declined = of.program().equals("ln") && theirs.err().contains(": replace ")
                && theirs.code() == 0 && ours.code() == 1
                && theirs.equals(new Observed(0, ours.out(), ours.err(), ours.tree()));
        boolean loudReadlink = of.program().equals("readlink") && of.environment().containsKey("POSIXLY_CORRECT")
                && theirs.equals(new Observed(ours.code(), ours.out(), theirs.err(), ours.tree()));
        boolean newOption = of.program().equals("realpath")
                && List.of("invalid option -- 'E'", "option '--c").stream().anyMatch(theirs.err()::contains);
        boolean quoting = (ours.out() + ours.err()).contains("'\\''")
                && (ours.out() + ours.err()).contains("'$'\\")
                && theirs.equals(new Observed(ours.code(), theirs.out(), theirs.err(), ours.tree()));
        return declined || loudReadlink || newOption || quoting;
    }
}
