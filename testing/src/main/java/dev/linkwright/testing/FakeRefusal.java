package dev.linkwright.testing;

import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// What the system that is played answers instead of doing it. [FakeDirectory] makes a failure of the seam of it.
final class FakeRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable FakeCode code;
    private final Reason reason;
    private final @Nullable String remark;

    /// An answer of the system.
    FakeRefusal(FakeCode code) {
        this(code, code.reason(), null);
    }

    /// An answer of the system that has another meaning for this call than by itself.
    FakeRefusal(FakeCode code, Reason reason) {
        this(code, reason, null);
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

    Reason reason() {
        return reason;
    }

    @Nullable
    String remark() {
        return remark;
    }
}
