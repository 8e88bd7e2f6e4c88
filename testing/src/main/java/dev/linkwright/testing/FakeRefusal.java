package dev.linkwright.testing;

import dev.linkwright.Reason;
import dev.linkwright.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/// What the system that is played answers instead of doing it. [FakeDirectory] makes a failure of the seam of it.
final class FakeRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable FakeCode code;
    private final Reason reason;
    private final @Nullable String remark;

    /// An answer of Windows.
    FakeRefusal(Win32Error error) {
        this(error, error.reason());
    }

    /// An answer of Windows that has another meaning for this call than by itself.
    FakeRefusal(Win32Error error, Reason reason) {
        this(FakeCode.of(error), reason, null);
    }

    /// An answer of POSIX.
    FakeRefusal(FakeErrno errno) {
        this(errno, errno.reason());
    }

    /// An answer of POSIX that has another meaning for this call than by itself.
    FakeRefusal(FakeErrno errno, Reason reason) {
        this(FakeCode.of(errno), reason, null);
    }

    /// A refusal before the system would be asked.
    FakeRefusal(Reason reason, String remark) {
        this(null, reason, remark);
    }

    private FakeRefusal(@Nullable FakeCode code, Reason reason, @Nullable String remark) {
        super(code == null ? remark : code.symbol());
        this.code = code;
        this.reason = reason;
        this.remark = remark;
    }

    /// The code; null if no system was asked.
    @Nullable
    FakeCode code() {
        return code;
    }

    /// Whether this is the answer.
    boolean is(Win32Error error) {
        return code != null && code.equals(FakeCode.of(error));
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    String remark() {
        return remark;
    }
}
