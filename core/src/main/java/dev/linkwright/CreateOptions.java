package dev.linkwright;

import java.util.Objects;

/// How [Links#create] makes a link. Immutable: each `with` gives another value.
public final class CreateOptions {
    private static final CreateOptions DEFAULTS = new CreateOptions(TargetKind.UNSPECIFIED, IfExists.FAIL,
            Parents.REQUIRED, TextForm.VERBATIM);

    private final TargetKind targetKind;
    private final IfExists ifExists;
    private final Parents parents;
    private final TextForm textForm;

    private CreateOptions(TargetKind targetKind, IfExists ifExists, Parents parents, TextForm textForm) {
        this.targetKind = Objects.requireNonNull(targetKind);
        this.ifExists = Objects.requireNonNull(ifExists);
        this.parents = Objects.requireNonNull(parents);
        this.textForm = Objects.requireNonNull(textForm);
    }

    /// The kind of link that suits the target, the text as given, nothing replaced and no directory made.
    public static CreateOptions defaults() {
        return DEFAULTS;
    }

    /// What the link is for, where links tell; [TargetKind#UNSPECIFIED] looks at the target. The default.
    public CreateOptions withTargetKind(TargetKind kind) {
        return new CreateOptions(kind, ifExists, parents, textForm);
    }

    /// What is done if the name is taken.
    public CreateOptions withIfExists(IfExists choice) {
        return new CreateOptions(targetKind, choice, parents, textForm);
    }

    /// Whether missing directories are made.
    public CreateOptions withParents(Parents choice) {
        return new CreateOptions(targetKind, ifExists, choice, textForm);
    }

    /// Whether the text is stored as given or made relative or absolute first.
    public CreateOptions withTextForm(TextForm form) {
        return new CreateOptions(targetKind, ifExists, parents, form);
    }

    /// What the link is for.
    public TargetKind targetKind() {
        return targetKind;
    }

    /// What is done if the name is taken.
    public IfExists ifExists() {
        return ifExists;
    }

    /// Whether missing directories are made.
    public Parents parents() {
        return parents;
    }

    /// Whether the text is stored as given or made relative or absolute first.
    public TextForm textForm() {
        return textForm;
    }

    /// What is done if the name is taken.
    public enum IfExists {
        /// It is an error, and what stands there stays.
        FAIL,
        /// A link with exactly this text (and kind, where links have one) is success; anything else is an error.
        KEEP,
        /// A link is replaced without a gap, as by [Links#retarget]; anything else is an error.
        REPLACE,
        /// What stands there gets a backup name, `NAME~` or `NAME.~N~`, never over an older backup.
        BACKUP
    }

    /// Whether missing directories are made.
    public enum Parents {
        /// The directory of the link must exist.
        REQUIRED,
        /// Missing directories are made, and removed again if the link cannot be made.
        MADE
    }

    /// Whether the text is stored as given. Every text is looked up from the directory of the link, before and after.
    public enum TextForm {
        /// The text as given.
        VERBATIM,
        /// An absolute text is made relative to the physical directory of the link.
        RELATIVE,
        /// A relative text is made absolute, from the physical directory of the link.
        ABSOLUTE
    }
}
