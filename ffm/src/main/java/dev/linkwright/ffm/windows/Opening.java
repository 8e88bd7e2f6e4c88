package dev.linkwright.ffm.windows;

/// How an object is opened or made: what NtCreateFile is told besides its name.
///
/// Every handle is synchronous, since without that calls return before they are done. Which access and sharing each
/// purpose takes, and why: `docs/seam-on-windows.md`, "Access and sharing".
///
/// @param access what the handle may do
/// @param share what others may do meanwhile
/// @param disposition whether something is opened or made
/// @param options the rest
/// @param throughLinks whether parents that are links are followed: for whole paths. Relative to a held directory
///     nothing can be in between, unless that directory itself has become a link
record Opening(int access, int share, int disposition, int options, boolean throughLinks) {
    static final int FILE_LIST_DIRECTORY = 0x1;
    static final int FILE_READ_DATA = 0x1;
    static final int FILE_WRITE_DATA = 0x2;
    static final int FILE_READ_EA = 0x8;
    static final int FILE_WRITE_EA = 0x10;
    static final int FILE_TRAVERSE = 0x20;
    static final int FILE_READ_ATTRIBUTES = 0x80;
    static final int FILE_WRITE_ATTRIBUTES = 0x100;
    static final int DELETE = 0x10000;
    static final int READ_CONTROL = 0x20000;
    static final int WRITE_DAC = 0x40000;
    static final int WRITE_OWNER = 0x80000;
    static final int SYNCHRONIZE = 0x100000;

    static final int FILE_SHARE_READ = 1;
    static final int FILE_SHARE_WRITE = 2;
    static final int FILE_SHARE_DELETE = 4;

    static final int FILE_OPEN = 1;
    static final int FILE_CREATE = 2;
    static final int FILE_OVERWRITE_IF = 5;

    static final int FILE_DIRECTORY_FILE = 0x1;
    static final int FILE_SEQUENTIAL_ONLY = 0x4;
    static final int FILE_SYNCHRONOUS_IO_NONALERT = 0x20;
    static final int FILE_NON_DIRECTORY_FILE = 0x40;
    static final int FILE_OPEN_REPARSE_POINT = 0x200000;
    static final int FILE_OPEN_NO_RECALL = 0x400000;

    private static final int NO_SHARING = 0;
    private static final int ALL_SHARING = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    private static final int LISTING = FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES;

    /// A look at the object itself, or its reparse data.
    static final Opening LOOK = existing(FILE_READ_ATTRIBUTES, FILE_OPEN_REPARSE_POINT | FILE_OPEN_NO_RECALL);
    /// A look at what the object leads to.
    static final Opening FOLLOW = existing(FILE_READ_ATTRIBUTES, FILE_OPEN_NO_RECALL).followingLinks();
    /// A directory that is held, itself.
    static final Opening HOLD = existing(LISTING, FILE_DIRECTORY_FILE | FILE_OPEN_REPARSE_POINT);
    /// A directory that is held, itself, and that nobody may rename or remove meanwhile.
    static final Opening PIN = HOLD.withoutSharingDeletion();
    /// A directory that is held, by a path with links in it.
    static final Opening HOLD_THROUGH_LINKS = existing(LISTING, FILE_DIRECTORY_FILE).followingLinks();
    /// The same, and nobody may rename or remove it meanwhile.
    static final Opening PIN_THROUGH_LINKS = HOLD_THROUGH_LINKS.withoutSharingDeletion();
    /// An object that is to be removed after a look.
    static final Opening JUDGE = existing(DELETE | FILE_READ_ATTRIBUTES, FILE_OPEN_REPARSE_POINT);
    /// A file or file link that is to be removed.
    static final Opening REMOVE_FILE = existing(DELETE | FILE_READ_ATTRIBUTES,
            FILE_OPEN_REPARSE_POINT | FILE_NON_DIRECTORY_FILE);
    /// A directory that is to be removed.
    static final Opening REMOVE_DIRECTORY = existing(DELETE | FILE_READ_ATTRIBUTES,
            FILE_OPEN_REPARSE_POINT | FILE_DIRECTORY_FILE);
    /// An object that is to have another name.
    static final Opening RENAME = JUDGE;
    /// An object that is to have one name more.
    static final Opening HARD_LINK = existing(FILE_WRITE_ATTRIBUTES, FILE_OPEN_REPARSE_POINT);
    /// An object for its attributes, itself.
    static final Opening ATTRIBUTES = existing(FILE_READ_ATTRIBUTES | FILE_READ_EA | READ_CONTROL,
            FILE_OPEN_REPARSE_POINT | FILE_OPEN_NO_RECALL);
    /// A file for its contents, itself.
    static final Opening READ_FILE = existing(ATTRIBUTES.access | FILE_READ_DATA,
            FILE_OPEN_REPARSE_POINT | FILE_OPEN_NO_RECALL | FILE_NON_DIRECTORY_FILE | FILE_SEQUENTIAL_ONLY);
    /// A file whose contents a driver provides, which it does not for the reparse point itself. From a held directory
    /// `OBJ_DONT_REPARSE` still refuses links.
    static final Opening READ_FILE_THROUGH_DRIVER = existing(ATTRIBUTES.access | FILE_READ_DATA,
            FILE_OPEN_NO_RECALL | FILE_NON_DIRECTORY_FILE | FILE_SEQUENTIAL_ONLY);
    /// A new file, for everything that a copy is given; nobody else can open it meanwhile.
    static final Opening NEW_FILE = new Opening(
            ATTRIBUTES.access | FILE_WRITE_DATA | FILE_WRITE_ATTRIBUTES | FILE_WRITE_EA | WRITE_DAC | WRITE_OWNER,
            NO_SHARING, FILE_CREATE,
            FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT | FILE_NON_DIRECTORY_FILE | FILE_SEQUENTIAL_ONLY,
            false);
    /// A named stream that is to be read.
    static final Opening READ_STREAM = existing(FILE_READ_DATA | FILE_READ_ATTRIBUTES,
            FILE_OPEN_REPARSE_POINT | FILE_OPEN_NO_RECALL | FILE_NON_DIRECTORY_FILE);
    /// A named stream that is new, or gets other contents.
    static final Opening WRITE_STREAM = new Opening(FILE_WRITE_DATA | FILE_READ_ATTRIBUTES | SYNCHRONIZE, NO_SHARING,
            FILE_OVERWRITE_IF, FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT | FILE_NON_DIRECTORY_FILE, false);
    /// A reparse point whose data are to be replaced: who opens for writing data keeps out all others that do.
    static final Opening REPLACE_DATA = new Opening(
            FILE_WRITE_DATA | FILE_WRITE_ATTRIBUTES | FILE_READ_ATTRIBUTES | SYNCHRONIZE, FILE_SHARE_READ, FILE_OPEN,
            FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT, false);
    /// A new directory.
    static final Opening NEW_DIRECTORY = new Opening(FILE_READ_ATTRIBUTES | SYNCHRONIZE, ALL_SHARING, FILE_CREATE,
            FILE_SYNCHRONOUS_IO_NONALERT | FILE_DIRECTORY_FILE | FILE_OPEN_REPARSE_POINT, false);
    /// A new file that nobody else can open before it is a link.
    static final Opening NEW_FILE_LINK = newReparsePoint(FILE_NON_DIRECTORY_FILE);
    /// A new directory that nobody else can open before it is a link.
    static final Opening NEW_DIRECTORY_LINK = newReparsePoint(FILE_DIRECTORY_FILE);

    /// The same for less access.
    Opening withAccess(int less) {
        return new Opening(less | SYNCHRONIZE, share, disposition, options, throughLinks);
    }

    private static Opening existing(int access, int options) {
        return new Opening(access | SYNCHRONIZE, ALL_SHARING, FILE_OPEN, options | FILE_SYNCHRONOUS_IO_NONALERT, false);
    }

    private static Opening newReparsePoint(int type) {
        return new Opening(DELETE | FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES | SYNCHRONIZE, NO_SHARING, FILE_CREATE,
                FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT | type, false);
    }

    /// The same while nobody may have or get the right to delete. Only handles with a right to data count, so one that was
    /// opened for less holds nobody off.
    private Opening withoutSharingDeletion() {
        return new Opening(access, share & ~FILE_SHARE_DELETE, disposition, options, throughLinks);
    }

    private Opening followingLinks() {
        return new Opening(access, share, disposition, options, true);
    }

    @Override
    public String toString() {
        return "access " + NtDll.hex(access) + ", share " + share + ", disposition " + disposition + ", options "
                + NtDll.hex(options);
    }
}
