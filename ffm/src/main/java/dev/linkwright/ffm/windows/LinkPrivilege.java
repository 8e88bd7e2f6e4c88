package dev.linkwright.ffm.windows;

import dev.linkwright.ffm.windows.ProcessToken.LinkRight;

/// The privilege to make symbolic links, in force as long as somebody holds this. It belongs to the whole process, so
/// its users are counted, and the last one puts it back as it was.
final class LinkPrivilege implements AutoCloseable {
    private static int users;
    private static boolean wasDisabled;

    private LinkPrivilege() {}

    /// Enables it if the token has it. Who has it not, or may not change the token, may be allowed to make links all the
    /// same, by Developer Mode: the call itself tells.
    static synchronized LinkPrivilege enable() {
        if (users == 0 && ProcessToken.linkRight() == LinkRight.DISABLED) {
            wasDisabled = changed(LinkRight.ENABLED);
        }
        users++;
        return new LinkPrivilege();
    }

    @Override
    public void close() {
        leave();
    }

    private static synchronized void leave() {
        users--;
        if (users == 0 && wasDisabled) {
            wasDisabled = !changed(LinkRight.DISABLED);
        }
    }

    private static boolean changed(LinkRight wanted) {
        try {
            return ProcessToken.setLinkRight(wanted);
        } catch (WindowsCallException refused) {
            return false;
        }
    }
}
