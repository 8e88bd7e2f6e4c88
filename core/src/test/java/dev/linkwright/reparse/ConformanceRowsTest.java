package dev.linkwright.reparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;

import dev.linkwright.path.LexicalPath;
import dev.linkwright.path.PathRules;
import dev.linkwright.path.PathWarning;
import dev.linkwright.reparse.ReparseData.AppExecutionAlias;
import dev.linkwright.reparse.ReparseData.Opaque;
import dev.linkwright.reparse.ReparseData.SymbolicLink;
import dev.linkwright.reparse.ReparseData.ThirdParty;
import dev.linkwright.reparse.ReparseData.WslLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rows "reading and resolving" of the conformance table that bytes and letters alone can show.
final class ConformanceRowsTest {
    @Test
    void aBufferHasEightBytesMoreThanItsDataR13() throws Exception {
        byte[] buffer = Buffers.valid("V08");

        assertThat(buffer).hasSize(8 + LittleEndian.u16(buffer, 4));
        assertThat(ReparseBuffer.size(buffer, 0, buffer.length)).isEqualTo(buffer.length);
        assertThat(LittleEndian.u16(buffer, 6)).isZero();
    }

    /// The reader gave 28 bytes of room for 44: what arrived is the start, which says how long the whole is.
    @Test
    void theStartOfABufferTellsItsSizeR14() throws Exception {
        byte[] start = Arrays.copyOf(Buffers.valid("V08"), 28);

        assertThat(ReparseBuffer.size(start, 0, start.length)).isEqualTo(44);
        assertThatExceptionOfType(MalformedReparseBufferException.class)
                .isThrownBy(() -> ReparseBuffer.decode(start))
                .satisfies(e -> assertThat(List.of(e.offset(), e.expected(), e.found()))
                        .containsExactly(28, "44 bytes", "28 bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"R16,V11,0xA0000003", "R17,V08,0xA000000C", "R20,V08,0xA000000C"})
    void linksHaveTheTagsThatEnumerationShows(String row, String number, String tag) throws Exception {
        assertThat(ReparseBuffer.decode(Buffers.valid(number)).tag()).as(row).hasToString(tag);
    }

    /// No filter handles these: Windows opens the object only as a reparse point, where the data are readable.
    @Test
    void tagsThatNobodyFollowsAreReadableR33R34R36R37() throws Exception {
        assertThat(ReparseBuffer.decode(Buffers.valid("V25"))).isInstanceOf(Opaque.class);
        assertThat(ReparseBuffer.decode(Buffers.valid("V23"))).isInstanceOf(ThirdParty.class);
        assertThat(ReparseBuffer.decode(Buffers.valid("V14"))).isInstanceOf(WslLink.class);
        assertThat(ReparseBuffer.decode(Buffers.valid("V16"))).isInstanceOf(AppExecutionAlias.class);
    }

    /// Each of these can be set, because nobody looks at the form of a name, and is refused with 123 when it is followed.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"R40,testreparse_dir,false,FORM_CONTRADICTS_FLAG", "R41,.\\dir2,false,FORM_CONTRADICTS_FLAG",
            "R42,\\??\\C:\\w\\d\\..\\d,false,DOT_COMPONENT", "R43,file\\,true,TRAILING_SEPARATOR"})
    void whatCanBeSetCannotAlwaysBeFollowed(String row, String name, boolean relative, PathWarning warning)
            throws Exception {
        byte[] buffer = ReparseBuffer.encode(new SymbolicLink(name, name, relative));
        SymbolicLink link = (SymbolicLink) ReparseBuffer.decode(buffer);

        assertThat(ReparseBuffer.refusal(buffer, 0, buffer.length)).as(row).isEmpty();
        assertThat(PathRules.WINDOWS.warnings(link.stored())).as(row).containsExactly(warning);
    }

    @Test
    void aDirectoryLinkMayEndInASeparatorR45() {
        SymbolicLink link = new SymbolicLink("\\??\\C:\\w\\d2\\", "C:\\w\\d2\\", false);

        assertThat(PathRules.WINDOWS.warnings(link.stored())).containsExactly(PathWarning.TRAILING_SEPARATOR);
        assertThat(link.text()).isEqualTo("C:\\w\\d2\\");
    }

    /// By letters `..` climbs out of the directory that the path names. If that is a symbolic link, Windows had replaced
    /// it by then; if it is a junction, it had not: whoever asks is told which directory it is.
    @Test
    void climbingOutOfADirectoryIsToldR47R48() {
        LexicalPath path = PathRules.WINDOWS.resolve("C:\\w\\j", "..\\f.txt");

        assertThat(path.text()).isEqualTo("C:\\w\\f.txt");
        assertThat(path.climbsPast("C:\\w\\j")).isTrue();
    }
}
