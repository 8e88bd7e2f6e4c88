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
    private static final Set<WineKind> TEN = EnumSet.of(WineKind.TEN);
    private static final Set<WineKind> STAGING = EnumSet.of(WineKind.TEN_STAGING);
    private static final Set<WineKind> SINCE_11 = EnumSet.of(WineKind.SINCE_11);

    /// @param test the test that must fail
    /// @param says what its failure must say
    /// @param where which Wines diverge so
    private record Divergence(String test, String says, Set<WineKind> where) {}

    private static final List<Divergence> LIST = List.of(
            // CreateSymbolicLinkW answers TRUE and makes nothing: what has no other means than that function, and is not
            // read back, reports a success.
            new Divergence("LinkSystemContract$LinksInANamedDirectory.withoutSymbolicLinksMakingOneIsRefused()",
                    "[a refusal]", WineKind.WITHOUT_LINKS),
            new Divergence("LinkSystemContract$CreatingAsKernel32.whereThereAreNoLinksNothingIsLeft()",
                    "[the answer]", WineKind.WITHOUT_LINKS),
            // A handle without DELETE access renames.
            new Divergence("CertainRowsTest.d25_aRenameByAHandleWithoutDeleteAccessAnswers5()",
                    "[a refusal]", ALL),
            // A class that it does not know is too long a buffer for it.
            new Divergence("CertainRowsTest.f48_anOrdinaryDirectoryListsNoReparsePoints()", "24", ALL),
            // There is no FileDispositionInformationEx, and nobody tells that an object is marked.
            new Divergence("HandlesTest.whatSomebodyHasOpenLosesItsNameAtOnce()",
                    "reported success but did nothing (it is still there", BEFORE_10),
            // Statuses newer than its table.
            new Divergence("CallsTest.theNewestStatusesAreKnownToo()", "STATUS_REPARSE_POINT_ENCOUNTERED", BEFORE_10),
            // A copy that is made read-only is writable all the same.
            new Divergence("ContentsTest.aReadOnlyFileIsCopiedAndItsCopyIsReadOnlyToo()", "to be false", TEN),
            // No volume tells of reparse points, so that we make none there.
            new Divergence("CertainRowsTest.p09_ntfsTellsOfReparsePoints()", "reparse points", WineKind.WITHOUT_LINKS),

            links("c04_aFileLinkToADirectoryDoesNotOpen", WineKind.WITH_LINKS),
            links("c06_aTargetAboveIsStoredAsItIs", STAGING),
            links("c09_anAbsoluteTargetIsNormalisedAndItsLabelIsNot", STAGING),
            links("c12_aSlashIsStoredAndDoesNotOpen", STAGING),
            links("c13_aRootedTargetIsRelative", WineKind.WITH_LINKS),
            links("c19_thePrintNameIsFirstAndNothingEndsInNul", WineKind.WITH_LINKS),
            links("c21_aServerNeedNotAnswer", STAGING),
            links("c36_aFileThatIsThereStays", STAGING),
            links("d19_aPosixRenameReplacesAFileThatIsOpen", STAGING),
            links("f05_aFileIsNoMountPoint", WineKind.WITH_LINKS),
            links("f06_aFullDirectoryBecomesNoMountPoint", STAGING),
            links("f08_aFileWithDataBecomesNoLink", WineKind.WITH_LINKS),
            links("f10_aJunctionDoesNotBecomeALink", WineKind.WITH_LINKS),
            links("f21_aLengthBeyondTheBufferIsRefused", WineKind.WITH_LINKS),
            links("f35_eightBytesDeleteTheDataOfALink", SINCE_11),
            links("r14_tooLittleRoomAnswers234", STAGING),
            links("r34_aTagOfAThirdPartyDoesNotOpen", STAGING));

    private Divergences() {}

    /// A row about links in which Wines diverge that make them. Read from their source and not seen yet: no such Wine has
    /// been at hand, so that the first run with one may have to mend these lines.
    private static Divergence links(String row, Set<WineKind> where) {
        return new Divergence("CertainLinkRowsTest." + row + "()", "", where);
    }

    /// What the failures say, by the tests that must fail.
    static Map<String, String> of(WindowsJvm jvm) {
        return jvm instanceof WindowsJvm.UnderWine wine ? of(wine.wine().kind()) : Map.of();
    }

    static Map<String, String> of(WineKind kind) {
        return LIST.stream().filter(each -> each.where().contains(kind))
                .collect(toMap(Divergence::test, Divergence::says));
    }
}
