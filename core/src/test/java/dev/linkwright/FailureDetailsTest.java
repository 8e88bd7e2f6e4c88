package dev.linkwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;

import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FailureDetailsTest {
    private static final LinkPath LINK = LinkPath.of(PathRules.POSIX, "dir/link");

    @Test
    void theLeastThatIsKnownMakesASentence() {
        assertThat(FailureDetails.of("read", LINK, Reason.NOT_FOUND).describe())
                .isEqualTo("cannot read 'dir/link': it does not exist");
    }

    @Test
    void everythingThatIsKnownIsToldInOrder() {
        FailureDetails details = FailureDetails.of("create", LINK, Reason.PRIVILEGE_NOT_HELD)
                .withTarget(LinkTarget.of("../t")).withCode("CreateSymbolicLinkW", 1314, "ERROR_PRIVILEGE_NOT_HELD")
                .withRemark("as 'guest'").withAdvice("Turn on Developer Mode.");
        assertThat(details.describe()).isEqualTo("cannot create 'dir/link' -> '../t': the privilege to create symbolic "
                + "links is not held (as 'guest') [CreateSymbolicLinkW: ERROR_PRIVILEGE_NOT_HELD (1314)]. "
                + "Turn on Developer Mode.");
    }

    @Test
    void aCodeWithoutANameIsStillTold() {
        assertThat(FailureDetails.of("read", LINK, Reason.OTHER).withCode("readlinkat", 9_999, null).describe())
                .isEqualTo("cannot read 'dir/link': the system refused [readlinkat: error (9999)]");
    }

    @Test
    void aFailureIsToldAsThatOfAnotherOperation() {
        LinkPath given = LinkPath.of(PathRules.POSIX, "link/");
        FailureDetails details = FailureDetails.of("unlink", LINK, Reason.BUSY).withRemark("why").during("remove",
                given);
        assertThat(details.describe()).isEqualTo("cannot remove 'link/': it is in use (why)");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAnExceptionThatTellsEverything(Reason reason) {
        FailureDetails details = FailureDetails.of("create", LINK, reason).withTarget(LinkTarget.of("t"));
        FileSystemException exception = details.toException();
        assertThat(exception).isInstanceOf(LinkFailure.class).hasMessage(details.describe());
        assertThat(((LinkFailure) exception).details()).isEqualTo(details);
        assertThat(exception.getFile()).isEqualTo("dir/link");
        assertThat(exception.getOtherFile()).isEqualTo("t");
        assertThat(reason.sentence()).isNotBlank().doesNotEndWith(".").isEqualTo(reason.sentence().strip());
    }

    @Test
    void whereTheJdkHasAnExceptionItIsThatOne() {
        assertThat(exception(Reason.NOT_FOUND)).isInstanceOf(NoSuchFileException.class);
        assertThat(exception(Reason.PARENT_NOT_FOUND)).isInstanceOf(NoSuchFileException.class);
        assertThat(exception(Reason.EXISTS)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(exception(Reason.NOT_A_LINK)).isInstanceOf(NotLinkException.class);
        assertThat(exception(Reason.ACCESS_DENIED)).isInstanceOf(AccessDeniedException.class);
        assertThat(exception(Reason.PRIVILEGE_NOT_HELD)).isInstanceOf(AccessDeniedException.class);
        assertThat(exception(Reason.OTHER)).isExactlyInstanceOf(LinkException.class);
    }

    private static FileSystemException exception(Reason reason) {
        return FailureDetails.of("read", LINK, reason).toException();
    }

    @Test
    void aForeignExceptionIsToldTooButForNoReasonThatIsNotKnown() {
        FailureDetails details = LinkFailure.detailsOf(new FileSystemException("x", null, "gone fishing"), "read",
                LINK);
        assertThat(details.reason()).isEqualTo(Reason.OTHER);
        assertThat(details.describe()).contains("gone fishing");
    }
}
