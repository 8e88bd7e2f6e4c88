package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkwright.FileType;
import dev.linkwright.ffm.windows.FileInformation.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an object is, by its attributes and its reparse tag: what stands for something else must never be entered, and
/// what is only kept elsewhere is what it looks like.
final class KindOfObjectTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            0x20,  0x00000000, FILE
            0x10,  0x00000000, DIRECTORY
            0x420, 0xA000000C, SYMBOLIC_LINK
            0x410, 0xA000000C, SYMBOLIC_LINK
            0x410, 0xA0000003, REPARSE_POINT
            0x420, 0xA000001D, REPARSE_POINT
            0x410, 0x9000001A, DIRECTORY
            0x420, 0x9000701A, FILE
            0x420, 0x8000001B, FILE
            0x420, 0x80000023, SOCKET
            0x420, 0x80000024, FIFO
            0x420, 0x80000025, CHARACTER_DEVICE
            0x420, 0x80000026, BLOCK_DEVICE
            0x410, 0x00000000, REPARSE_POINT
            """)
    void theTypeFollowsTheNameSurrogateBit(String attributes, String tag, FileType type) {
        assertThat(new Kind(Integer.decode(attributes), (int) (long) Long.decode(tag)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0x20, 0xA0000003
            0x10, 0xA000000C
            """)
    void aTagWithoutTheAttributeMeansNothing(String attributes, String tag) {
        assertThat(new Kind(Integer.decode(attributes), (int) (long) Long.decode(tag)).isLink()).isFalse();
    }
}
