import org.jspecify.annotations.NullMarked;

/// The command line.
@NullMarked
module dev.linkwright.cli {
    requires dev.linkwright;
    requires static org.jspecify;
}
