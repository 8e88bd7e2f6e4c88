package dev.linkwright;

/// Why an operation failed, for programs. New reasons come in minor versions: treat an unknown one as [#OTHER].
public enum Reason {
    /// The object, or a part of the path that leads to it, does not exist.
    NOT_FOUND("it does not exist"),
    /// The directory in which the object is to be made or found does not exist.
    PARENT_NOT_FOUND("the directory that it would be in does not exist"),
    /// A part of the path is not a directory.
    NOT_A_DIRECTORY("a part of the path is not a directory"),
    /// The name is taken; what stands there was not touched.
    EXISTS("the name is taken already"),
    /// What stands there is not a link, and a link is meant.
    NOT_A_LINK("it is not a link"),
    /// The link has another text than the caller expected; it was left alone.
    UNEXPECTED_TARGET("the link has another text than expected"),
    /// It is a directory, and something else is meant.
    IS_A_DIRECTORY("it is a directory"),
    /// It is a link where a directory itself is wanted; links are not followed here.
    IS_A_LINK("it is a link, and links are not followed here"),
    /// It is a reparse point of a kind that is described and never changed.
    PROTECTED_REPARSE_POINT("it is a reparse point that is user data or a system object, and is never changed"),
    /// It is a directory that is never deleted as a whole: a root, a mount point, the home or the working directory.
    PROTECTED_DIRECTORY("it is a directory that is never deleted as a whole"),
    /// A link leads out of the tree that is being copied, and that was not to be.
    LEADS_OUTSIDE("it leads out of the tree"),
    /// A named pipe, a socket or a device is not copied unless that is asked for.
    SPECIAL_FILE("it is a named pipe, a socket or a device"),
    /// A copy cannot be a part of what is copied.
    DESTINATION_INSIDE("the destination is inside of what is to be copied"),
    /// A directory that was to be removed is not empty.
    DIRECTORY_NOT_EMPTY("the directory is not empty"),
    /// Permission denied.
    ACCESS_DENIED("permission denied"),
    /// The privilege to make symbolic links is not held.
    PRIVILEGE_NOT_HELD("the privilege to create symbolic links is not held"),
    /// The system forbids it whatever the permissions say (for example protected hard links).
    NOT_PERMITTED("the system does not permit it"),
    /// The file system is mounted read-only.
    READ_ONLY_FILE_SYSTEM("the file system is read-only"),
    /// No room on the device, or no inode left.
    NO_SPACE("no space is left"),
    /// The user's quota is used up.
    QUOTA_EXCEEDED("the quota is used up"),
    /// A name in the path is longer than the file system allows, or the whole path is.
    NAME_TOO_LONG("the name or path is too long"),
    /// The link text is longer than the system allows.
    TARGET_TOO_LONG("the link text is too long"),
    /// The name is one that the system cannot have.
    INVALID_NAME("the name is not possible here"),
    /// The link text is one that the system cannot store, or empty.
    INVALID_TARGET("the link text is not possible here"),
    /// The links that lead there form a cycle, or there are more of them than the system follows.
    TOO_MANY_LINKS_IN_PATH("the links on the way form a loop or are too many"),
    /// Both ends of a hard link or rename must be on one file system.
    CROSS_FILE_SYSTEM("it would cross from one file system to another"),
    /// The object has as many hard links as the file system allows.
    TOO_MANY_HARD_LINKS("it has as many hard links as possible"),
    /// The object is in use.
    BUSY("it is in use"),
    /// The file system of that directory cannot do this.
    UNSUPPORTED_BY_FILE_SYSTEM("the file system cannot do this"),
    /// The link system in use cannot do this; another one may.
    CAPABILITY_MISSING("this is not possible with the link system in use"),
    /// The system reported success and did nothing: what was to be made is not there, or what was to be removed is.
    SILENT_FAILURE("the system reported success but did nothing"),
    /// Another process changed the object in the meantime; it was left alone.
    CHANGED_BY_OTHERS("somebody else changed it in the meantime"),
    /// The operation reported success, but it could not be looked at.
    UNVERIFIED("it could not be verified"),
    /// The target was not looked at because that would leave this machine.
    REMOTE_NOT_CHECKED("the target is remote and was not looked at"),
    /// The text would name a volume by the name that it has on Windows, which nobody here knows and the caller did not
    /// give.
    VOLUME_NOT_NAMED("the name that the volume has on Windows is needed"),
    /// It is there, and is not of the kind that the link was made for (Windows).
    WRONG_TYPE("it is not of the kind that the link was made for"),
    /// It is there, but the way to it is closed for now (policy, network, mount).
    UNREACHABLE("it cannot be reached"),
    /// It has more contents than are read.
    TOO_LARGE("it is larger than anything of its kind that is read"),
    /// What is in it has not the form that it must have, or one that is not known.
    MALFORMED("its contents have not the form that they must have"),
    /// The device or file system failed.
    IO_ERROR("the device or file system failed"),
    /// The process has no free file descriptor or memory.
    OUT_OF_RESOURCES("the process or system has no resources left"),
    /// The operation was interrupted.
    INTERRUPTED("it was interrupted"),
    /// Anything else: the code tells.
    OTHER("the system refused");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /// The reason as a clause for people, without capital and full stop.
    public String sentence() {
        return sentence;
    }
}
