package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Which object a call means: a bare name relative to a handle, or a whole NT path.
final class ObjectName {
    static final WindowsField LENGTH = new WindowsField("OBJECT_ATTRIBUTES", "Length", 0, 32);
    static final WindowsField ROOT = new WindowsField("OBJECT_ATTRIBUTES", "RootDirectory", 8, 64);
    static final WindowsField NAME = new WindowsField("OBJECT_ATTRIBUTES", "ObjectName", 16, 64);
    static final WindowsField ATTRIBUTES = new WindowsField("OBJECT_ATTRIBUTES", "Attributes", 24, 32);
    static final WindowsField SECURITY = new WindowsField("OBJECT_ATTRIBUTES", "SecurityDescriptor", 32, 64);
    static final WindowsField QUALITY = new WindowsField("OBJECT_ATTRIBUTES", "SecurityQualityOfService", 40, 64);
    static final long SIZE = 48;

    static final int OBJ_CASE_INSENSITIVE = 0x40;
    /// Nothing on the way may be a reparse point. Since Windows 10; older ones and Wine 8 do not look at it.
    static final int OBJ_DONT_REPARSE = 0x1000;

    /// `SECURITY_QUALITY_OF_SERVICE` with its length and the anonymous level: no server or pipe that a path leads to gets
    /// to act as the user.
    static final WindowsField QUALITY_LENGTH = new WindowsField("SECURITY_QUALITY_OF_SERVICE", "Length", 0, 32);
    static final long QUALITY_SIZE = 12;

    private static final byte[] INHERITED = {};

    private final long root;
    private final String text;
    private final byte[] securityDescriptor;

    private ObjectName(long root, String text, byte[] securityDescriptor) {
        this.root = root;
        this.text = text;
        this.securityDescriptor = securityDescriptor;
    }

    /// A whole path.
    static ObjectName ofPath(String ntPath) {
        return new ObjectName(0, ntPath, INHERITED);
    }

    /// A name in a held directory; the empty one is the directory itself.
    static ObjectName in(long root, String name) {
        return new ObjectName(root, name, INHERITED);
    }

    /// The same with this security, self-relative, when it is made; else it inherits.
    ObjectName withSecurity(byte[] descriptor) {
        return new ObjectName(root, text, descriptor);
    }

    /// Another name in the same directory.
    ObjectName sibling(String name) {
        return new ObjectName(root, text.substring(0, text.lastIndexOf('\\') + 1) + name, INHERITED);
    }

    /// The handle that the text counts from; 0 for a whole path.
    long root() {
        return root;
    }

    /// The name or path.
    String text() {
        return text;
    }

    /// `OBJECT_ATTRIBUTES` in memory.
    MemorySegment attributes(Arena arena, Opening how) throws WindowsCallException {
        MemorySegment attributes = arena.allocate(SIZE, Long.BYTES);
        LENGTH.write(attributes, SIZE);
        ROOT.write(attributes, root);
        attributes.set(ValueLayout.ADDRESS, NAME.offset(), UnicodeString.of(arena, text));
        boolean direct = root != 0 && !how.throughLinks();
        ATTRIBUTES.write(attributes, OBJ_CASE_INSENSITIVE | (direct ? OBJ_DONT_REPARSE : 0));
        if (securityDescriptor.length > 0) {
            MemorySegment descriptor = arena.allocate(securityDescriptor.length, Long.BYTES);
            MemorySegment.copy(securityDescriptor, 0, descriptor, ValueLayout.JAVA_BYTE, 0, securityDescriptor.length);
            attributes.set(ValueLayout.ADDRESS, SECURITY.offset(), descriptor);
        }
        if (how.throughLinks() || root == 0) {
            MemorySegment quality = arena.allocate(QUALITY_SIZE, Long.BYTES);
            QUALITY_LENGTH.write(quality, QUALITY_SIZE);
            attributes.set(ValueLayout.ADDRESS, QUALITY.offset(), quality);
        }
        return attributes;
    }

    @Override
    public String toString() {
        return root == 0 ? '"' + text + '"' : "handle, \"" + text + '"';
    }
}
