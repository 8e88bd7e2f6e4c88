package dev.linkwright.ffm.windows;

import dev.linkwright.TargetKind;
import dev.linkwright.win32.CreateSymbolicLinkW;
import dev.linkwright.win32.Win32Error;
import dev.linkwright.win32.WindowsFacts;

/// Calls CreateSymbolicLinkW with the flags that this Windows takes.
///
/// 0x2 lets Developer Mode act, and Windows before 10 1703 answers 87 to it, as it does to any bad argument. So an 87 is
/// tried again without it, and only on a Windows that is too old for the flag that is remembered: one bad argument must
/// not cost the whole process Developer Mode.
final class SymbolicLinkCall {
    private static volatile boolean flagIsUnknown;

    private SymbolicLinkCall() {}

    /// @param ntPath the path of the link, `\??\…`
    static void make(String ntPath, String text, TargetKind kind) throws WindowsCallException {
        String link = "\\\\?\\" + ntPath.substring("\\??\\".length());
        int wanted = kind == TargetKind.DIRECTORY ? Kernel32Library.SYMBOLIC_LINK_FLAG_DIRECTORY : 0;
        CreateSymbolicLinkW.Answer answer = call(link, text, wanted);
        if (!answer.created()) {
            throw WindowsCallException.ofLastError("CreateSymbolicLinkW",
                    "\"" + link + "\", \"" + text + "\", " + wanted, answer.lastError());
        }
    }

    private static CreateSymbolicLinkW.Answer call(String link, String text, int wanted) {
        int invalidParameter = Win32Error.INVALID_PARAMETER.code();
        if (flagIsUnknown) {
            return Kernel32Library.createSymbolicLinkW(link, text, wanted);
        }
        CreateSymbolicLinkW.Answer first = Kernel32Library.createSymbolicLinkW(
                link, text, wanted | Kernel32Library.SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE);
        if (first.created() || first.lastError() != invalidParameter) {
            return first;
        }
        CreateSymbolicLinkW.Answer second = Kernel32Library.createSymbolicLinkW(link, text, wanted);
        boolean refusedTwice = !second.created() && second.lastError() == invalidParameter;
        if (!refusedTwice && OsVersion.thisBuild() < WindowsFacts.FIRST_BUILD_WITH_UNPRIVILEGED_LINKS) {
            flagIsUnknown = true;
        }
        return second;
    }
}
