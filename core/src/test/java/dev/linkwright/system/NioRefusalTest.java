package dev.linkwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.stream.Stream;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NioRefusalTest {
    private static final FailureDetails FAILING = FailureDetails.of("read", LinkPath.of("link"), Reason.OTHER);

    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(new FileAlreadyExistsException("f"), Reason.EXISTS),
                Arguments.of(new NoSuchFileException("f"), Reason.NOT_FOUND),
                Arguments.of(new NotLinkException("f"), Reason.NOT_A_LINK),
                Arguments.of(new AccessDeniedException("f"), Reason.ACCESS_DENIED),
                Arguments.of(new NotDirectoryException("f"), Reason.NOT_A_DIRECTORY),
                Arguments.of(new DirectoryNotEmptyException("f"), Reason.DIRECTORY_NOT_EMPTY),
                Arguments.of(new FileSystemLoopException("f"), Reason.TOO_MANY_LINKS_IN_PATH),
                Arguments.of(new AtomicMoveNotSupportedException("f", "g", "r"), Reason.CROSS_FILE_SYSTEM),
                Arguments.of(new ReadOnlyFileSystemException(), Reason.READ_ONLY_FILE_SYSTEM),
                Arguments.of(new UnsupportedOperationException(), Reason.UNSUPPORTED_BY_FILE_SYSTEM),
                Arguments.of(new SecurityException(), Reason.NOT_PERMITTED),
                Arguments.of(new InvalidPathException("f", "r"), Reason.INVALID_NAME),
                Arguments.of(new ClosedFileSystemException(), Reason.OTHER),
                Arguments.of(new IllegalStateException("broken"), Reason.OTHER),
                Arguments.of(new IOException(), Reason.OTHER));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionIsToldByItsClass(Exception thrown, Reason reason) {
        FileSystemException refusal = NioRefusal.of(FAILING, thrown);
        assertThat(((LinkFailure) refusal).reason()).isEqualTo(reason);
        assertThat(refusal).hasCause(thrown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Too many levels of symbolic links | TOO_MANY_LINKS_IN_PATH",
            "Too many levels of symbolic links or unable to access attributes of symbolic link | TOO_MANY_LINKS_IN_PATH",
            "Not a directory | NOT_A_DIRECTORY",
            "Operation not permitted | NOT_PERMITTED",
            "Read-only file system | READ_ONLY_FILE_SYSTEM",
            "No space left on device | NO_SPACE",
            "Disk quota exceeded | QUOTA_EXCEEDED",
            "File name too long | NAME_TOO_LONG",
            "Invalid cross-device link | CROSS_FILE_SYSTEM",
            "Too many links | TOO_MANY_HARD_LINKS",
            "Input/output error | IO_ERROR",
            "Stale file handle | UNREACHABLE",
            "A required privilege is not held by the client | PRIVILEGE_NOT_HELD",
            "The process cannot access the file because it is being used by another process | BUSY",
            "The name of the file cannot be resolved by the system | TOO_MANY_LINKS_IN_PATH",
            "Zu viele Ebenen aus symbolischen Links | OTHER",
            "Invalid argument | OTHER"})
    void aMessageOfTheSystemIsToldWhereItCanMeanOneThing(String text, Reason reason) {
        LinkFailure refusal = (LinkFailure) NioRefusal.of(FAILING, new FileSystemException("f", null, text));
        assertThat(refusal.reason()).isEqualTo(reason);
        if (reason == Reason.OTHER) {
            assertThat(refusal.details().describe()).contains(text);
        }
    }

    @Test
    void anOwnFailureStaysAsItIs() {
        FileSystemException own = FailureDetails.of("create", LinkPath.of("other"), Reason.BUSY).toException();
        assertThat(NioRefusal.of(FAILING, own)).isSameAs(own);
    }

    @ParameterizedTest
    @CsvSource({"x., true", "'x ', true", "..., true", "NUL, true", "nul.txt, true", "com1, true", "'LPT\u00B9', true",
            "COM10, false", "CONSOLE, false", "x.y, false", ".x, false", "nul_, false", "a:b, true", "'NUL .txt', true",
            "CONIN$, true"})
    void namesThatWindowsTakesForSomethingElseAreKnown(String name, boolean meansSomethingElse) {
        assertThat(NioPlaces.meansSomethingElse(Name.of(name))).isEqualTo(meansSomethingElse);
    }
}
