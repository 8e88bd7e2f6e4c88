package dev.linkwright.tree;

import dev.linkwright.Status;

/// Files and directories of Windows whose contents are elsewhere until somebody wants them.
final class CloudFiles {
    /// Why one of them is left alone.
    static final String REMARK = "it would have to be fetched first";

    private static final int FILE_ATTRIBUTE_RECALL_ON_OPEN = 0x0004_0000;
    private static final int FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS = 0x0040_0000;
    private static final int WOULD_BE_FETCHED = FILE_ATTRIBUTE_RECALL_ON_OPEN | FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS;

    private CloudFiles() {}

    /// Whether to list or read it means to fetch it. Elsewhere than on Windows nothing has these attributes.
    static boolean wouldBeFetched(Status status) {
        return (status.attributes() & WOULD_BE_FETCHED) != 0;
    }
}
