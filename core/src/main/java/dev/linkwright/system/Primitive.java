package dev.linkwright.system;

/// A primitive of the seam, as a value: what an [Interceptor] is told about.
public enum Primitive {
    /// [dev.linkwright.LinkSystem#open].
    OPEN_PATH(false),
    /// [dev.linkwright.Directory#capabilities].
    CAPABILITIES(false),
    /// [dev.linkwright.Directory#status].
    STATUS(false),
    /// [dev.linkwright.Directory#physicalPath].
    PHYSICAL_PATH(false),
    /// [dev.linkwright.Directory#open].
    OPEN(false),
    /// [dev.linkwright.Directory#openParent].
    OPEN_PARENT(false),
    /// [dev.linkwright.Directory#list].
    LIST(false),
    /// [dev.linkwright.Directory#stat].
    STAT(false),
    /// [dev.linkwright.Directory#follow].
    FOLLOW(false),
    /// [dev.linkwright.Directory#readLink].
    READ_LINK(false),
    /// [dev.linkwright.Directory#readReparseData].
    READ_REPARSE_DATA(false),
    /// [dev.linkwright.Directory#makeLink].
    MAKE_LINK(true),
    /// [dev.linkwright.Directory#makeHardLink].
    MAKE_HARD_LINK(true),
    /// [dev.linkwright.Directory#makeDirectory].
    MAKE_DIRECTORY(true),
    /// [dev.linkwright.Directory#makePrivateDirectory].
    MAKE_PRIVATE_DIRECTORY(true),
    /// [dev.linkwright.Directory#makeReparsePoint].
    MAKE_REPARSE_POINT(true),
    /// [dev.linkwright.Directory#replaceReparseData].
    REPLACE_REPARSE_DATA(true),
    /// [dev.linkwright.Directory#rename].
    RENAME(true),
    /// [dev.linkwright.Directory#unlink].
    UNLINK(true),
    /// [dev.linkwright.Directory#removeDirectory].
    REMOVE_DIRECTORY(true),
    /// [dev.linkwright.Directory#removeLink].
    REMOVE_LINK(true);

    private final boolean mutating;

    Primitive(boolean mutating) {
        this.mutating = mutating;
    }

    /// Whether it changes the file system.
    public boolean isMutating() {
        return mutating;
    }
}
