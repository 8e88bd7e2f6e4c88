package dev.linkwright.system;

import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;

import dev.linkwright.Attributes;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.reparse.ByteString;
import org.jspecify.annotations.Nullable;

/// An object of a dry run: a real one that is only read, or one that is only planned. What it is told is forgotten.
///
/// @param real null if it is only planned
record DryRunObject(LinkPath path, Attributes attributes, @Nullable HeldObject real) implements HeldObject {
    @Override
    public List<ExtendedAttribute> extendedAttributes() throws FileSystemException {
        return real == null ? List.of() : real.extendedAttributes();
    }

    @Override
    public void setExtendedAttribute(ExtendedAttribute attribute) {
        // Whether the file system would take it is not foreseen.
    }

    @Override
    public void removeExtendedAttribute(ByteString name) {
        // Nobody looks for it.
    }

    @Override
    public void setOwner(long user, long group) {
        // Whether the user may is not foreseen.
    }

    @Override
    public void setMode(int mode) {
        // Nothing that follows depends on it.
    }

    @Override
    public void setTimes(Instant accessed, Instant modified) {
        // Nothing that follows depends on them.
    }

    @Override
    public long copyContentsTo(HeldObject destination) {
        return attributes.status().size();
    }

    /// What is only planned has none yet.
    @Override
    public byte[] readContents(int most) throws FileSystemException {
        return real == null ? new byte[0] : real.readContents(most);
    }

    @Override
    public void sync() {
        // Nothing has been written.
    }

    @Override
    public void close() {
        if (real != null) {
            real.close();
        }
    }
}
