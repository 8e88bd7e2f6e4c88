package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LinkCapabilitiesTest {
    @ParameterizedTest
    @EnumSource
    void oneIsThereOrItIsKnownWhyNot(Capability capability) {
        LinkCapabilities without = LinkCapabilities.none().without(capability, "too old");
        assertThat(without.has(capability)).isFalse();
        assertThat(without.whyNot(capability)).contains("too old");
        LinkCapabilities with = without.with(capability);
        assertThat(with.has(capability)).isTrue();
        assertThat(with.whyNot(capability)).isEmpty();
        assertThat(with.present()).containsExactly(capability);
        assertThat(with.without(capability, "gone").present()).isEmpty();
        assertThat(without.present()).as("the value it was made from").isEmpty();
    }

    @Test
    void allCanBeThereAtOnce() {
        LinkCapabilities all = LinkCapabilities.none().with(Capability.values());
        assertThat(all.present()).isEqualTo(EnumSet.allOf(Capability.class));
    }

    @Test
    void theTextTellsBothSides() {
        LinkCapabilities capabilities = LinkCapabilities.none().with(Capability.HARD_LINKS)
                .without(Capability.JUNCTIONS, "no Windows").without(Capability.TARGET_KIND, "no kinds")
                .on("ext4", Set.of("ro"));
        assertThat(capabilities).hasToString(
                "ext4 [ro], present: [HARD_LINKS], absent: {TARGET_KIND=no kinds, JUNCTIONS=no Windows}");
    }

    @Test
    void whatIsToldIsACopy() {
        LinkCapabilities capabilities = LinkCapabilities.none().with(Capability.HARD_LINKS);
        capabilities.present().clear();
        assertThat(capabilities.has(Capability.HARD_LINKS)).isTrue();
    }
}
