package dev.linkwright.windows;

import java.util.Map;

/// Where Wine answers otherwise than Windows, so that a test fails there and has to: each is asserted, and one that is
/// gone is an error too.
///
/// What Wine lacks and says so needs no entry: capabilities are absent then, and the contract asserts the refusal.
final class Divergences {
    /// Of Wine 8. The first two: `CreateSymbolicLinkW` answers TRUE, leaves the last error as it was, and makes nothing
    /// (`docs/seam-on-windows.md`), so what has no other means than that function, and is not read back, reports a success.
    /// The third: a handle without DELETE access renames.
    private static final Map<String, String> OF_WINE_8 = Map.of(
            "LinkSystemContract$LinksInANamedDirectory.withoutSymbolicLinksMakingOneIsRefused()", "[a refusal]",
            "LinkSystemContract$CreatingAsKernel32.whereThereAreNoLinksNothingIsLeft()", "[the answer]",
            "CertainRowsTest.d25_aRenameByAHandleWithoutDeleteAccessAnswers5()", "[a refusal]");

    private Divergences() {}

    /// What the failures say, by the tests that must fail. Another Wine than the system's is taken for one that makes links.
    static Map<String, String> of(WindowsJvm jvm) {
        boolean ofTheSystem = jvm instanceof WindowsJvm.UnderWine && System.getenv("LINKWRIGHT_WINE") == null;
        return ofTheSystem ? OF_WINE_8 : Map.of();
    }
}
