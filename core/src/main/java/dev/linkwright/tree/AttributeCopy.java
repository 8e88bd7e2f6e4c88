package dev.linkwright.tree;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// Gives a copy the attributes of its original: owner, mode, extended attributes with access control lists, and times
/// last, because each of the others may change the time before it.
final class AttributeCopy {
    static final ByteString ACCESS_LIST = bytes("system.posix_acl_access");
    static final ByteString DEFAULT_LIST = bytes("system.posix_acl_default");

    /// What it is that is kept under a name; those of Windows are told by [ExtendedAttribute].
    private static final Map<ByteString, Loss.Kind> KINDS = Map.of(
            ACCESS_LIST, Loss.Kind.ACCESS_CONTROL_LIST,
            DEFAULT_LIST, Loss.Kind.ACCESS_CONTROL_LIST,
            bytes("windows.access_control_list"), Loss.Kind.ACCESS_CONTROL_LIST,
            bytes("windows.owner"), Loss.Kind.OWNER,
            bytes("windows.attributes"), Loss.Kind.FILE_ATTRIBUTES,
            bytes("windows.created"), Loss.Kind.TIMES);

    private static final int SETUID_AND_SETGID = 06000;

    private final Losses losses;
    /// What the owner of everything is that this run makes; null if that is not known.
    private final Status.@Nullable Ownership maker;

    AttributeCopy(Losses losses, Status.@Nullable Ownership maker) {
        this.losses = losses;
        this.maker = maker;
    }

    /// @param path what the copy is called in messages
    /// @throws FileSystemException if the file system fails; what it refuses is a [Loss]
    void copy(Attributes original, List<ExtendedAttribute> extended, HeldObject copy,
            Supplier<LinkPath> path)
            throws FileSystemException {
        Status.Ownership owner = original.status().owner();
        if (owner != null) {
            boolean kept = isAlready(owner)
                    || isKept(Loss.Kind.OWNER, path, () -> copy.setOwner(owner.user(), owner.group()));
            int mode = kept ? owner.mode() : owner.mode() & ~SETUID_AND_SETGID;
            if (original.type() != FileType.SYMBOLIC_LINK) {
                isKept(Loss.Kind.MODE, path, () -> copy.setMode(mode));
            }
        }
        for (ExtendedAttribute each : extended) {
            isKept(KINDS.getOrDefault(each.name(), Loss.Kind.EXTENDED_ATTRIBUTES), path,
                    () -> copy.setExtendedAttribute(each));
        }
        isKept(Loss.Kind.TIMES, path, () -> copy.setTimes(original.accessed(), original.status().modified()));
    }

    private boolean isAlready(Status.Ownership owner) {
        return maker != null && maker.user() == owner.user() && maker.group() == owner.group();
    }

    private boolean isKept(Loss.Kind kind, Supplier<LinkPath> path, Retry.Action action) throws FileSystemException {
        try {
            Retry.whileInterrupted(action);
            return true;
        } catch (FileSystemException e) {
            if (!isRefusal(Retry.reasonOf(e))) {
                throw e;
            }
            LinkPath place = path.get();
            losses.add(kind, LinkFailure.detailsOf(e, "copy", place).during("copy the " + kind.words() + " of", place));
            return false;
        }
    }

    /// Whether the system or the file system will not have it: everything else is a failure of the copy.
    private static boolean isRefusal(Reason reason) {
        return switch (reason) {
            case NOT_PERMITTED, ACCESS_DENIED, UNSUPPORTED_BY_FILE_SYSTEM, CAPABILITY_MISSING, OTHER -> true;
            default -> false;
        };
    }

    private static ByteString bytes(String name) {
        return ByteString.of(name.getBytes(StandardCharsets.US_ASCII));
    }
}
