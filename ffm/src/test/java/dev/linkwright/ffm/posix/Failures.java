package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.linkwright.LinkFailure;
import dev.linkwright.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Assertions about calls that must fail.
final class Failures {
    private Failures() {}

    /// The failure of the call, which must be for this reason.
    static LinkFailure refused(ThrowingCallable call, Reason reason) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(LinkFailure.class);
        LinkFailure failure = (LinkFailure) thrown;
        assertThat(failure.reason()).as(failure.details().describe()).isEqualTo(reason);
        return failure;
    }

    /// The failure of the call, which must be for this reason and with this code.
    static LinkFailure refused(ThrowingCallable call, Reason reason, String function, Errno code) {
        LinkFailure failure = refused(call, reason);
        assertThat(failure.function()).as(failure.details().describe()).contains(function);
        assertThat(failure.codeName()).as(failure.details().describe()).contains(code.name());
        return failure;
    }
}
