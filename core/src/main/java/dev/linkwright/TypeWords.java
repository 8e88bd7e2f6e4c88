package dev.linkwright;

/// What an object is, with its article, for messages.
final class TypeWords {
    private TypeWords() {}

    static String of(FileType type) {
        return switch (type) {
            case FILE -> "a file";
            case DIRECTORY -> "a directory";
            case SYMBOLIC_LINK -> "a symbolic link";
            case REPARSE_POINT -> "a reparse point";
            case FIFO -> "a named pipe";
            case SOCKET -> "a socket";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
            case OTHER, UNKNOWN -> "another kind of object";
        };
    }
}
