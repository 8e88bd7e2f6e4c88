package dev.linkwright;

import java.nio.file.InvalidPathException;
import java.util.Arrays;

import dev.linkwright.path.PathRules;

/// One name in a directory: a single component, never a path, never `.` or `..`.
///
/// The primitives of [Directory] take only names, so that no primitive can leave its directory.
public final class Name extends NativeText {
    private Name(byte[] text) {
        super(text);
    }

    /// The name that consists of these units; valid Unicode on every system.
    ///
    /// @throws InvalidPathException if the name is empty, `.` or `..`, or has `/` or U+0000
    public static Name of(String name) {
        return checked(encode(name));
    }

    /// The name that consists of these bytes (POSIX: as they are; elsewhere: WTF-8). The array is copied.
    ///
    /// @throws InvalidPathException if the name is empty, `.` or `..`, or has `/` or a zero byte
    public static Name ofBytes(byte[] name) {
        return checked(name.clone());
    }

    /// The name that consists of a part of these bytes, which is copied: for memory that is used again.
    ///
    /// @throws InvalidPathException if the name is empty, `.` or `..`, or has `/` or a zero byte
    public static Name ofBytes(byte[] name, int from, int to) {
        return checked(Arrays.copyOfRange(name, from, to));
    }

    /// One component of a path. A path that consists of it shares its bytes.
    ///
    /// @throws InvalidPathException if the name is empty, `.` or `..`, or has `/` or a zero byte
    static Name ofComponent(LinkPath path, int from, int to) {
        return to - from == path.length() ? checked(path.raw()) : ofBytes(path.raw(), from, to);
    }

    /// A name for an object that exists only in the middle of an operation: unlikely to be taken, and `doctor --clean`
    /// recognises what a killed process left under one. For link systems that cannot do in one step what a primitive
    /// promises.
    public static Name temporary() {
        return TemporaryNames.next();
    }

    /// Whether `rules` allow this name as a single component: on Windows `\` separates too, and `:` begins a stream.
    public boolean isSingleIn(PathRules rules) {
        return rules == PathRules.POSIX || (indexOf((byte) '\\') < 0 && indexOf((byte) ':') < 0);
    }

    private int indexOf(byte wanted) {
        byte[] text = raw();
        for (int i = 0; i < text.length; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static Name checked(byte[] text) {
        withoutNul(text);
        Name name = new Name(text);
        boolean dots = text.length <= 2 && text.length > 0 && text[0] == '.' && text[text.length - 1] == '.';
        if (text.length == 0 || dots) {
            throw new InvalidPathException(name.toString(), "not a name in a directory");
        }
        int slash = name.indexOf((byte) '/');
        if (slash >= 0) {
            throw new InvalidPathException(name.toString(), "a name, not a path, is wanted", slash);
        }
        return name;
    }
}
