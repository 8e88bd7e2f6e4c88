package dev.linkwright.ffm.windows;

import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;

import dev.linkwright.Cursor;
import dev.linkwright.FileType;
import dev.linkwright.Name;

/// A cursor over what NtQueryDirectoryFile gives, many entries a call.
final class WindowsCursor implements Cursor {
    static final int FileIdBothDirectoryInformation = 37;
    static final int FileIdExtdDirectoryInformation = 60;

    static final WindowsField NEXT = new WindowsField("FILE_ID_BOTH_DIR_INFORMATION", "NextEntryOffset", 0, 32);
    static final WindowsField ATTRIBUTES = new WindowsField("FILE_ID_BOTH_DIR_INFORMATION", "FileAttributes", 56, 32);
    static final WindowsField NAME_LENGTH = new WindowsField("FILE_ID_BOTH_DIR_INFORMATION", "FileNameLength", 60, 32);
    /// The tag stands in this field if the object is a reparse point.
    static final WindowsField EA_SIZE = new WindowsField("FILE_ID_BOTH_DIR_INFORMATION", "EaSize", 64, 32);
    static final WindowsField NAME = new WindowsField("FILE_ID_BOTH_DIR_INFORMATION", "FileName", 104, 0);

    static final WindowsField EXTD_NEXT = new WindowsField("FILE_ID_EXTD_DIR_INFO", "NextEntryOffset", 0, 32);
    static final WindowsField EXTD_ATTRIBUTES = new WindowsField("FILE_ID_EXTD_DIR_INFO", "FileAttributes", 56, 32);
    static final WindowsField EXTD_NAME_LENGTH = new WindowsField("FILE_ID_EXTD_DIR_INFO", "FileNameLength", 60, 32);
    static final WindowsField EXTD_TAG = new WindowsField("FILE_ID_EXTD_DIR_INFO", "ReparsePointTag", 68, 32);
    static final WindowsField EXTD_NAME = new WindowsField("FILE_ID_EXTD_DIR_INFO", "FileName", 88, 0);

    private static final long NO_ENTRY = -1;

    private final HeldDirectory directory;
    private final Runnable atEnd;
    private final MemorySegment entries = EntryBuffers.take();
    private boolean extended = true;
    private boolean started;
    private boolean closed;
    private long entry = NO_ENTRY;
    private long next = NO_ENTRY;

    WindowsCursor(HeldDirectory directory, Runnable atEnd) {
        this.directory = directory;
        this.atEnd = atEnd;
    }

    @Override
    public boolean next() throws FileSystemException {
        do {
            if (next == NO_ENTRY && !fill()) {
                entry = NO_ENTRY;
                return false;
            }
            entry = next;
            long distance = NEXT.read(entries, entry);
            next = distance == 0 ? NO_ENTRY : entry + distance;
        } while (isDots());
        return true;
    }

    @Override
    public FileType type() {
        return kind().type();
    }

    @Override
    public int reparseTag() {
        return kind().tag();
    }

    @Override
    public Name name() {
        return Name.of(text());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            entry = NO_ENTRY;
            next = NO_ENTRY;
            EntryBuffers.giveBack(entries);
            atEnd.run();
        }
    }

    private FileInformation.Kind kind() {
        int attributes = ATTRIBUTES.readInt(entries, current());
        boolean tagged = (attributes & FileInformation.FILE_ATTRIBUTE_REPARSE_POINT) != 0;
        WindowsField tag = extended ? EXTD_TAG : EA_SIZE;
        return new FileInformation.Kind(attributes, tagged ? tag.readInt(entries, entry) : 0);
    }

    private String text() {
        int length = NAME_LENGTH.readInt(entries, current());
        return WideText.read(entries, entry + (extended ? EXTD_NAME : NAME).offset(), length / 2);
    }

    private boolean isDots() {
        int length = NAME_LENGTH.readInt(entries, entry);
        if (length > 2 * "..".length()) {
            return false;
        }
        String text = text();
        return text.equals(".") || text.equals("..");
    }

    /// A file system that does not know the newer class, which alone has a field for the tag, is asked for the older one.
    private boolean fill() throws FileSystemException {
        if (closed) {
            throw directory.closed(WindowsDirectory.LIST);
        }
        boolean restart = !started;
        started = true;
        boolean found = directory.here(WindowsDirectory.LIST, (arena, handle) -> {
            if (extended) {
                try {
                    return NtDll.ntQueryDirectoryFile(arena, handle, entries, FileIdExtdDirectoryInformation, restart);
                } catch (WindowsCallException e) {
                    if (!restart || !e.is(NtStatus.UNKNOWN_HERE)) {
                        throw e;
                    }
                    extended = false;
                }
            }
            return NtDll.ntQueryDirectoryFile(arena, handle, entries, FileIdBothDirectoryInformation, restart);
        });
        next = found ? 0 : NO_ENTRY;
        return found;
    }

    private long current() {
        if (entry == NO_ENTRY) {
            throw new IllegalStateException("there is no current entry");
        }
        return entry;
    }
}
