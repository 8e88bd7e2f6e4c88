package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import org.junit.jupiter.api.Test;

/// The function that the fake has itself, and the rows that only such a one can show.
final class FakeCreatingConformanceTest extends CreatingConformance {
    @Override
    LinkSystem under(FakeLinkSystem system) {
        return system;
    }

    @Test
    void c50_theFlagOfDeveloperModeAnswers87BeforeVersion1703() throws IOException {
        use(windows.with(FakeCondition.BEFORE_1703));
        refuses("lnk", "x", UNPRIVILEGED, 87);
        nothingAt("lnk");
        makes("lnk", "x", 0);
    }

    @Test
    void c54_developerModeAloneIsNotEnough() {
        use(windows.with(FakeCondition.NO_PRIVILEGE, FakeCondition.DEVELOPER_MODE));
        refuses("lnk", "x", 0, 1314);
        nothingAt("lnk");
    }

    @Test
    void c61_aPathOf260UnitsAnswers3() throws IOException {
        String name = "n".repeat(150);
        windows.at(path("")).makeDirectory(Name.of(name));
        refuses(name + "\\" + name, "x", 0, 3);
        assertThat(kernel32.getFileAttributes(name)).isEqualTo(0x10);
    }
}
