package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;

import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;

/// What codes mean that this machine cannot be made to answer.
final class RefusalTest {
    private static final LinkPath PATH = LinkPath.of(PathRules.POSIX, "dir/link");
    private static final Name LINK = Name.of("link");

    private final Platform linux = new Linux(Numbers.LINUX_X86_64);
    private final PosixDirectory nowhere = new NamedDirectory(linux,
            LinkPath.of(PathRules.POSIX, "/missing/dir"), new BelievedPlaces(System::nanoTime));

    @Test
    void everyNumberStandsForOneError() {
        for (Errno errno : Errno.values()) {
            assertThat(errno.linux() + errno.macOs() > 0).isEqualTo(errno != Errno.UNKNOWN);
            if (errno.linux() != 0) {
                assertThat(Errno.onLinux(errno.linux())).contains(errno);
            }
            if (errno.macOs() != 0) {
                assertThat(Errno.onMacOs(errno.macOs())).contains(errno);
            }
        }
        assertThat(Errno.onLinux(0)).isEqualTo(Errno.onMacOs(0)).isEqualTo(Optional.empty());
    }

    @Test
    void aCodeThatIsNotKnownIsToldByItsNumber() {
        LinkFailure failure = failure(refusal(4711).toException());

        assertThat(failure.reason()).isEqualTo(Reason.OTHER);
        assertThat(failure.code()).hasValue(4711);
        assertThat(failure.codeName()).isEmpty();
        assertThat(failure.details().describe())
                .isEqualTo("cannot try 'dir/link': the system refused [callat: error (4711)]");
    }

    @Test
    void theCallWithItsArgumentsIsTheCause() {
        assertThat(refusal(Errno.EIO).toException()).hasCauseInstanceOf(NativeCallException.class)
                .hasRootCauseMessage("callat(AT_FDCWD, \"dir/link\", 0x0) failed with errno 5");
    }

    @Test
    void whatBreaksOnTheWayToAServerIsUnreachableAndNotMissing() {
        for (Errno errno : Arrays.asList(Errno.ENOTCONN, Errno.ESTALE, Errno.EHOSTDOWN, Errno.ETIMEDOUT,
                Errno.ECONNREFUSED, Errno.ENETUNREACH)) {
            assertThat(failure(refusal(errno).toException()).reason()).isEqualTo(Reason.UNREACHABLE);
        }
        assertThat(failure(refusal(Errno.EIO).toException()).reason()).isEqualTo(Reason.IO_ERROR);
    }

    @Test
    void codesOfWantingResourcesHaveTheirOwnReasons() {
        assertThat(failure(refusal(Errno.EDQUOT).toException()).reason()).isEqualTo(Reason.QUOTA_EXCEEDED);
        assertThat(failure(refusal(Errno.EMFILE).toException()).reason()).isEqualTo(Reason.OUT_OF_RESOURCES);
        assertThat(failure(refusal(Errno.ENOMEM).toException()).reason()).isEqualTo(Reason.OUT_OF_RESOURCES);
        assertThat(failure(refusal(Errno.EMLINK).ofHardLink(nowhere, nowhere, LINK)).reason())
                .isEqualTo(Reason.TOO_MANY_HARD_LINKS);
    }

    @Test
    void aChangeThatWasInterruptedMayHaveHappened() {
        String unknown = "whether it has happened is not known";
        assertThat(failure(refusal(Errno.EINTR).ofMakingLink(nowhere, LINK, LinkTarget.of("t"))))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED))
                .satisfies(failure -> assertThat(failure.details().remark()).isEqualTo(unknown));
        assertThat(failure(refusal(Errno.EINTR).ofUnlinking(nowhere, LINK)).details().remark()).isEqualTo(unknown);
        assertThat(failure(refusal(Errno.EINTR).ofRename(nowhere, LINK, PATH, RenameMode.REPLACE)).details().remark())
                .isEqualTo(unknown);
    }

    @Test
    void aModeThatTheKernelLacksIsAFileSystemThatLacksIt() {
        for (Errno errno : Arrays.asList(Errno.ENOSYS, Errno.EOPNOTSUPP, Errno.EINVAL)) {
            assertThat(failure(refusal(errno).ofRename(nowhere, LINK, PATH, RenameMode.EXCHANGE)).reason())
                    .isEqualTo(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
        }
    }

    @Test
    void aFullDirectoryIsToldByEitherCode() {
        assertThat(failure(refusal(Errno.EEXIST).ofRemovingDirectory()).reason())
                .isEqualTo(failure(refusal(Errno.ENOTEMPTY).ofRemovingDirectory()).reason())
                .isEqualTo(Reason.DIRECTORY_NOT_EMPTY);
    }

    @Test
    void aNameThatTheFileSystemCannotHaveIsNotATextThatItCannot() {
        assertThat(failure(refusal(Errno.EINVAL).ofMakingLink(nowhere, LINK, LinkTarget.of("t"))).reason())
                .isEqualTo(failure(refusal(Errno.EILSEQ).ofMakingLink(nowhere, LINK, LinkTarget.of("t"))).reason())
                .isEqualTo(Reason.INVALID_NAME);
    }

    private Refusal refusal(Errno errno) {
        return refusal(errno.linux());
    }

    private Refusal refusal(int code) {
        return new Refusal(linux, "try", PATH,
                new NativeCallException("callat", "AT_FDCWD, \"dir/link\", 0x0", code));
    }

    private static LinkFailure failure(FileSystemException exception) {
        assertThat(exception).isInstanceOf(LinkFailure.class);
        return (LinkFailure) exception;
    }
}
