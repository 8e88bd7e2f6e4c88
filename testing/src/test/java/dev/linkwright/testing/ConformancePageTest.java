package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;

import org.junit.jupiter.api.Test;

final class ConformancePageTest {
    private static final int CERTAIN_ROWS = 115;

    @Test
    void everyRowThatIsSaidToBeShownHasATest() throws IOException {
        ConformancePage page = ConformancePage.read("conformance.md");

        assertThat(ConformancePage.testedIn(ConformancePage.HERE)).containsAll(page.shown())
                .doesNotContainAnyElementsOf(page.notShown()).doesNotContainAnyElementsOf(page.shownOnWindows());
        assertThat(ConformancePage.testedIn(ConformancePage.ON_WINDOWS)).containsAll(page.shownOnWindows())
                .doesNotContainAnyElementsOf(page.notShown());
    }

    @Test
    void everyRowIsEitherShownOrSaysWhyNot() throws IOException {
        ConformancePage page = ConformancePage.read("conformance.md");

        assertThat(page.rows()).hasSize(CERTAIN_ROWS);
        Set<String> judged = page.shown();
        judged.addAll(page.shownOnWindows());
        judged.addAll(page.notShown());
        assertThat(judged).isEqualTo(page.rows().keySet());
    }
}
