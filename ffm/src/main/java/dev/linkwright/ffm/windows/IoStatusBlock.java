package dev.linkwright.ffm.windows;

/// `IO_STATUS_BLOCK`: what a call on a file tells besides its status.
final class IoStatusBlock {
    static final long SIZE = 16;
    static final WindowsField INFORMATION = new WindowsField("IO_STATUS_BLOCK", "Information", 8, 64);

    private IoStatusBlock() {}
}
