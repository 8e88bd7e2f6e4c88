package dev.linkwright.windows;

import static java.util.stream.Collectors.toMap;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where Wine answers otherwise than Windows, so that a test fails there and has to. This is the one list of them: each is
/// asserted, and a test that passes although it is listed fails, so that the list shrinks with Wine's mistakes.
///
/// What Wine lacks and says so needs no entry: capabilities are absent then, and the contract asserts the refusal.
final class Divergences {
    private static final Set<WineKind> ALL = EnumSet.allOf(WineKind.class);
    private static final Set<WineKind> BEFORE_10 = EnumSet.of(WineKind.BEFORE_10);

    /// @param test the test that must fail
    /// @param says what its failure must say
    /// @param where which Wines diverge so
    private record Divergence(String test, String says, Set<WineKind> where) {}

    /// Those of [WineKind#WITH_LINKS] alone are read from its source (the table in `docs/windows-links.md` names it); no such
    /// Wine has been at hand to see them.
    private static final List<Divergence> LIST = List.of(
            // CreateSymbolicLinkW answers TRUE and makes nothing: what has no other means than that function, and is not
            // read back, reports a success.
            new Divergence("LinkSystemContract$LinksInANamedDirectory.withoutSymbolicLinksMakingOneIsRefused()",
                    "[a refusal]", WineKind.WITHOUT_LINKS),
            new Divergence("LinkSystemContract$CreatingAsKernel32.whereThereAreNoLinksNothingIsLeft()",
                    "[the answer]", WineKind.WITHOUT_LINKS),
            new Divergence("CallsTest.createSymbolicLinkWTellsItsLastErrorInTheSameCall()", "expected: 0", ALL),
            // A handle without DELETE access renames.
            new Divergence("CertainRowsTest.d25_aRenameByAHandleWithoutDeleteAccessAnswers5()",
                    "[a refusal]", ALL),
            // There is no FileDispositionInformationEx, and nobody tells that an object is marked.
            new Divergence("HandlesTest.whatSomebodyHasOpenLosesItsNameAtOnce()",
                    "reported success and it is still there", BEFORE_10),
            new Divergence("HandlesTest.aReadOnlyFileIsRemoved()", "ERROR_ACCESS_DENIED (5)", BEFORE_10),
            // Statuses newer than its table.
            new Divergence("CallsTest.theNewestStatusesAreKnownToo()", "STATUS_REPARSE_POINT_ENCOUNTERED", BEFORE_10));

    private Divergences() {}

    /// What the failures say, by the tests that must fail.
    static Map<String, String> of(WindowsJvm jvm) {
        return jvm instanceof WindowsJvm.UnderWine wine ? of(wine.wine().kind()) : Map.of();
    }

    static Map<String, String> of(WineKind kind) {
        return LIST.stream().filter(each -> each.where().contains(kind))
                .collect(toMap(Divergence::test, Divergence::says));
    }
}
