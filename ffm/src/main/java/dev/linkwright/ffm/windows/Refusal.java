package dev.linkwright.ffm.windows;

import java.nio.file.FileSystemException;
import java.util.Optional;

import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.path.PathRules;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// What a failed call means. The NTSTATUS decides where there is one: several of them are one Win32 error.
final class Refusal {
    /// The longest name of every file system that Windows has.
    private static final int LONGEST_NAME = 255;

    private final WindowsCallException call;
    private FailureDetails details;

    Refusal(String operation, LinkPath link, WindowsCallException call) {
        this.call = call;
        Optional<Win32Error> error = Win32Error.of(call.win32());
        Reason byCode = error.map(Win32Error::reason).orElse(Reason.OTHER);
        Reason reason = call.ntStatus() == 0
                ? byCode
                : NtStatus.of(call.ntStatus()).map(NtStatus::reason).orElse(byCode);
        FailureDetails known = FailureDetails.of(operation, link, reason)
                .withCode(call.function(), call.win32(), error.map(Win32Error::symbol).orElse(null));
        // Several statuses are one error: then the status says more. Else nothing is remarked, so that a caller can.
        if (reason != byCode) {
            known = known.withRemark("NTSTATUS " + NtDll.hex(call.ntStatus()));
        }
        details = error.flatMap(Win32Error::advice).map(known::withAdvice).orElse(known);
    }

    /// A name that is no single one here, or longer than any file system allows; null if there is nothing to be said
    /// against it. Relative to a handle `a\b` is a path, and `a:b` the stream of a file.
    static @Nullable FileSystemException ofName(String operation, LinkPath link, Name name) {
        if (!name.isSingleIn(PathRules.WINDOWS)) {
            return FailureDetails.of(operation, link, Reason.INVALID_NAME)
                    .withRemark("a name here has neither \\ nor :").toException();
        }
        if (name.units().length() > LONGEST_NAME) {
            return FailureDetails.of(operation, link, Reason.NAME_TOO_LONG)
                    .withRemark("a name here has at most 255 units").toException();
        }
        return null;
    }

    /// A text that cannot be stored.
    static FileSystemException ofText(String operation, LinkPath link, LinkTarget text, String remark) {
        return FailureDetails.of(operation, link, Reason.INVALID_TARGET).withTarget(text).withRemark(remark)
                .toException();
    }

    /// With the text or second path of the operation.
    Refusal withTarget(LinkTarget target) {
        details = details.withTarget(target);
        return this;
    }

    /// For this reason, if the call failed with one of these statuses.
    Refusal meaning(Reason reason, NtStatus... statuses) {
        return call.is(statuses) ? because(reason) : this;
    }

    /// For this reason, if what is missing cannot be the object itself.
    Refusal meaningOfNoName(Reason reason) {
        return details.reason() == Reason.NOT_FOUND ? because(reason) : this;
    }

    /// For this reason.
    Refusal because(Reason reason) {
        details = details.withReason(reason);
        return this;
    }

    /// With more to say, if the call failed with one of these statuses.
    Refusal remarking(String remark, NtStatus... statuses) {
        if (call.is(statuses)) {
            details = details.withRemark(remark + "; NTSTATUS " + NtDll.hex(call.ntStatus()));
        }
        return this;
    }

    FileSystemException toException() {
        FileSystemException exception = details.toException();
        exception.initCause(call);
        return exception;
    }
}
