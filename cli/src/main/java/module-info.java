import org.jspecify.annotations.NullMarked;

/// The command line of Linkwright. Exports nothing: programs use the module `dev.linkwright`.
@NullMarked
module dev.linkwright.cli {
    requires com.fasterxml.jackson.core;
    requires dev.linkwright;
    requires static org.jspecify;

    uses dev.linkwright.win32.Kernel32Provider;
}
