package dev.linkwright.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tree is `/home/ada/tree`, given as `/h/tree`, and copied to `/srv/copies/new`.
final class LinkRebaseTest {
    private static final LinkRebase POSIX = new LinkRebase(PathRules.POSIX, posix("/home/ada/tree"), posix("/h/tree"),
            posix("/srv/copies/new"));
    private static final LinkRebase WINDOWS = new LinkRebase(PathRules.WINDOWS, windows("C:\\ada\\tree"),
            windows("C:\\ada\\tree"), windows("C:\\copies\\new"));
    private static final LinkRebase OTHER_DRIVE = new LinkRebase(PathRules.WINDOWS, windows("C:\\ada\\tree"),
            windows("C:\\ada\\tree"), windows("D:\\new"));

    private static LinkPath posix(String path) {
        return LinkPath.of(PathRules.POSIX, path);
    }

    private static LinkPath windows(String path) {
        return LinkPath.of(PathRules.WINDOWS, path);
    }

    private static List<Name> names(String way) {
        List<Name> names = new ArrayList<>();
        for (String each : way == null ? new String[0] : way.split("/", -1)) {
            names.add(Name.of(each));
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # directory of the link, text,             text in the copy,       outside
            ,      file,                   file,                            false
            a/b,   ../../file,             ../../file,                      false
            a/b,   ../c//./d/,             ../c//./d/,                      false
            ,      .,                      .,                               false
            a,     ..,                     ..,                              false
            ,      ../tree/file,           file,                            false
            a,     ../../tree/x/../y,      ../x/../y,                       false
            a,     ../../tree,             ..,                              false
            ,      ../tree,                .,                               false
            ,      ../other,               ../../../home/ada/other,         true
            a/b,   ../../../other//x/,     ../../../../../home/ada/other//x/, true
            ,      ../../bob/tree,         ../../../home/bob/tree,          true
            ,      ../../../../../x,       ../../../x,                      true
            ,      ../treehouse,           ../../../home/ada/treehouse,     true
            ,      ../../../srv/y,         ../../../srv/y,                  true
            ,      ../tree/../../z,        ../../../home/ada/tree/../../z,  true
            ,      a/../../x,              ../../../home/ada/tree/a/../../x, true
            ,      /home/ada/tree/file,    /srv/copies/new/file,            false
            a,     /home/ada/tree,         /srv/copies/new,                 false
            ,      /home/ada/tree/,        /srv/copies/new,                 false
            ,      /h/tree/a//b/,          /srv/copies/new/a//b/,           false
            ,      //home/ada/tree//a,     /srv/copies/new/a,               false
            ,      /home/ada/treehouse,    /home/ada/treehouse,             true
            ,      /home/ada/tree/../x,    /home/ada/tree/../x,             true
            ,      /etc/passwd,            /etc/passwd,                     true
            """)
    void textsOfPosixKeepTheirMeaning(String directory, String text, String expected, boolean outside) {
        assertThat(POSIX.of(names(directory), LinkTarget.of(text)))
                .isEqualTo(new LinkRebase.Rebased(LinkTarget.of(expected), outside));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ,      file,                 file,                 false
            a,     ..\\file,             ..\\file,             false
            a,     ..\\..\\TREE\\x,      ..\\x,                false
            ,      ..\\other\\x,         ..\\..\\ada\\other\\x, true
            ,      c:\\Ada\\Tree\\x,     C:\\copies\\new\\x,   false
            ,      D:\\ada\\tree\\x,     D:\\ada\\tree\\x,     true
            """)
    void textsOfWindowsKeepTheirMeaning(String directory, String text, String expected, boolean outside) {
        assertThat(WINDOWS.of(names(directory), LinkTarget.of(text.replace("\\\\", "\\"))))
                .isEqualTo(new LinkRebase.Rebased(LinkTarget.of(expected.replace("\\\\", "\\")), outside));
    }

    @Test
    void aRelativeTextThatLeadsOutToAnotherDriveBecomesAbsolute() {
        assertThat(OTHER_DRIVE.of(names("a"), LinkTarget.of("..\\..\\other")))
                .isEqualTo(new LinkRebase.Rebased(LinkTarget.of("C:\\ada\\other"), true));
    }

    @Test
    void bytesThatAreNoTextStayWhatTheyAre() {
        byte[] text = {'.', '.', '/', 'n', (byte) 0xE9, '/', 'x'};
        byte[] expected = {'.', '.', '/', '.', '.', '/', '.', '.', '/', 'h', 'o', 'm', 'e', '/', 'a', 'd', 'a', '/',
                'n',
                (byte) 0xE9, '/', 'x'};
        assertThat(POSIX.of(List.of(), LinkTarget.ofBytes(text)).text()).isEqualTo(LinkTarget.ofBytes(expected));
    }

    @Test
    void aLinkThatIsCopiedAloneKeepsItsMeaning() {
        assertThat(POSIX.alone(LinkTarget.of("x")).text()).isEqualTo(LinkTarget.of("../../../home/ada/tree/x"));
        assertThat(POSIX.alone(LinkTarget.of("../x")).text()).isEqualTo(LinkTarget.of("../../../home/ada/x"));
        assertThat(POSIX.alone(LinkTarget.of("/x")).text()).isEqualTo(LinkTarget.of("/x"));
    }
}
