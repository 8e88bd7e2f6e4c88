package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class ReparseTagTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "known-tags.csv", delimiter = '|')
    void aKnownTagHasANameAndBits(String value, String name, boolean microsoft, boolean reserved, boolean surrogate,
            boolean directory) {
        ReparseTag tag = new ReparseTag((int) (long) Long.decode(value));

        assertThat(tag.name()).contains("IO_REPARSE_TAG_" + name);
        assertThat(tag).hasToString(value);
        assertThat(tag.isMicrosoft()).isEqualTo(microsoft);
        assertThat(tag.hasReservedBit()).isEqualTo(reserved);
        assertThat(tag.isNameSurrogate()).isEqualTo(surrogate);
        assertThat(tag.hasDirectoryBit()).isEqualTo(directory);
        assertThat(tag.isCloud()).isEqualTo(name.startsWith("CLOUD"));
        assertThat(ReparseTag.known()).contains(tag);
    }

    @Test
    void fiftyFiveTagsAreKnown() {
        assertThat(ReparseTag.known()).hasSize(55).doesNotHaveDuplicates();
        assertThat(ReparseTag.known()).isSortedAccordingTo((a, b) -> Integer.compare(a.value() & 0xFFF,
                b.value() & 0xFFF));
    }

    @Test
    void anUnknownTagHasBitsAndNoName() {
        ReparseTag tag = new ReparseTag(0x8000DEAD);

        assertThat(tag.name()).isEmpty();
        assertThat(tag.isMicrosoft()).isTrue();
        assertThat(tag).hasToString("0x8000DEAD");
    }

    @ParameterizedTest
    @CsvSource({"0x0,false", "0x1,false", "0x2,true", "0xBEEF,true", "0xA000000C,true", "0xF000FFFF,true",
            "0xA001000C,false", "0x8800000C,false", "0x9000F01A,true"})
    void reservedValuesAndBitsCannotBeSet(String value, boolean valid) {
        assertThat(new ReparseTag((int) (long) Long.decode(value)).isValid()).isEqualTo(valid);
    }
}
