import org.jspecify.annotations.NullMarked;

/// The symbolic-link toolkit: pure Java over any file system.
@NullMarked
module dev.linkwright {
    requires static org.jspecify;

    exports dev.linkwright;
    exports dev.linkwright.path;
    exports dev.linkwright.reparse;
    exports dev.linkwright.system;
    exports dev.linkwright.tree;
    exports dev.linkwright.win32;

    uses dev.linkwright.LinkSystemProvider;
    uses dev.linkwright.win32.Kernel32Provider;

    provides dev.linkwright.LinkSystemProvider with dev.linkwright.system.NioProvider;
}
