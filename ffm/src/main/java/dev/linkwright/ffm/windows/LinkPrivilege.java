package dev.linkwright.ffm.windows;

import dev.linkwright.ffm.windows.ProcessToken.LinkRight;

/// The privilege to make symbolic links, in force as long as somebody holds this. It belongs to the whole process, so
/// its users are counted, and the last one puts it back as it was.
final class LinkPrivilege implements AutoCloseable {
    private static int users;
    private static boolean wasDisabled;

    private LinkPrivilege() {}

    /// Enables it if the token has it. Who has it not may be allowed to make links all the same, by Developer Mode.
    static synchronized LinkPrivilege enable() throws WindowsCallException {
        if (users == 0 && ProcessToken.linkRight() == LinkRight.DISABLED) {
            wasDisabled = ProcessToken.setLinkRight(LinkRight.ENABLED);
        }
        users++;
        return new LinkPrivilege();
    }

    @Override
    public void close() throws WindowsCallException {
        leave();
    }

    private static synchronized void leave() throws WindowsCallException {
        users--;
        if (users == 0 && wasDisabled) {
            wasDisabled = false;
            boolean restored = ProcessToken.setLinkRight(LinkRight.DISABLED);
            assert restored;
        }
    }
}
