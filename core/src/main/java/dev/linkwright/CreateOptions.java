package dev.linkwright;

/// How [Links#create] makes a link. Immutable: each `with` gives another value.
public final class CreateOptions {
    private static final CreateOptions DEFAULTS = new CreateOptions(TargetKind.UNSPECIFIED);

    private final TargetKind targetKind;

    private CreateOptions(TargetKind targetKind) {
        this.targetKind = targetKind;
    }

    /// The kind of link that suits the target, and nothing replaced.
    public static CreateOptions defaults() {
        return DEFAULTS;
    }

    /// What the link is for, where links tell; [TargetKind#UNSPECIFIED] looks at the target. The default.
    public CreateOptions withTargetKind(TargetKind kind) {
        return new CreateOptions(kind);
    }

    /// What the link is for.
    public TargetKind targetKind() {
        return targetKind;
    }
}
