package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class ByteStringTest {
    private final byte[] source = {1, (byte) 0xAB, 3};

    @Test
    void bytesAreCopiedInAndOut() {
        ByteString bytes = ByteString.of(source);
        source[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes).hasToString("01ab03");
        assertThat(bytes.length()).isEqualTo(3);
        assertThat(bytes.at(1)).isEqualTo((byte) 0xAB);
    }

    @Test
    void bytesAreEqualByContent() {
        assertThat(ByteString.of(source, 1, 1)).isEqualTo(ByteString.of((byte) 0xAB))
                .hasSameHashCodeAs(ByteString.of((byte) 0xAB));
        assertThat(ByteString.of(source)).isNotEqualTo(ByteString.of(source, 0, 2)).isNotEqualTo("01ab03");
        assertThat(ByteString.of(source, 3, 0)).isSameAs(ByteString.empty());
    }

    @Test
    void whatIsNotThereCannotBeTaken() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ByteString.of(source, 2, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ByteString.of(source).at(3));
    }
}
