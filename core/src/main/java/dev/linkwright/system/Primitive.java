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
    REMOVE_LINK(true),
    /// [dev.linkwright.Contents#attributes].
    ATTRIBUTES(false),
    /// [dev.linkwright.Contents#openFile].
    OPEN_FILE(false),
    /// [dev.linkwright.Contents#createFile].
    CREATE_FILE(true),
    /// [dev.linkwright.Contents#hold] and [dev.linkwright.Contents#holdDirectory].
    HOLD(false),
    /// [dev.linkwright.Contents#makeSpecialFile].
    MAKE_SPECIAL_FILE(true),
    /// [dev.linkwright.Contents#mountsBelow].
    MOUNTS_BELOW(false),
    /// [dev.linkwright.HeldObject#extendedAttributes].
    EXTENDED_ATTRIBUTES(false),
    /// [dev.linkwright.HeldObject#setExtendedAttribute].
    SET_EXTENDED_ATTRIBUTE(true),
    /// [dev.linkwright.HeldObject#removeExtendedAttribute].
    REMOVE_EXTENDED_ATTRIBUTE(true),
    /// [dev.linkwright.HeldObject#setOwner].
    SET_OWNER(true),
    /// [dev.linkwright.HeldObject#setMode].
    SET_MODE(true),
    /// [dev.linkwright.HeldObject#setTimes].
    SET_TIMES(true),
    /// [dev.linkwright.HeldObject#copyContentsTo]; the path is that of the copy.
    COPY_CONTENTS(true),
    /// [dev.linkwright.HeldObject#readContents].
    READ_CONTENTS(false),
    /// [dev.linkwright.HeldObject#sync].
    SYNC(false);

    private final boolean mutating;

    Primitive(boolean mutating) {
        this.mutating = mutating;
    }

    /// Whether it changes the file system.
    public boolean isMutating() {
        return mutating;
    }
}
