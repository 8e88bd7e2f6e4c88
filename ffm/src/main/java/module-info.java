import org.jspecify.annotations.NullMarked;

/// Native access for Linkwright: the only module that uses java.lang.foreign.
@NullMarked
module dev.linkwright.ffm {
    requires dev.linkwright;
    requires static org.jspecify;

    provides dev.linkwright.LinkSystemProvider with
            dev.linkwright.ffm.posix.PosixProvider,
            dev.linkwright.ffm.windows.WindowsProvider;
    provides dev.linkwright.win32.Kernel32Provider with
            dev.linkwright.ffm.windows.WindowsProvider;
}
