import org.jspecify.annotations.NullMarked;

/// Test kit for link systems and for programs that use them.
@NullMarked
module dev.linkwright.testing {
    requires transitive dev.linkwright;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.linkwright.testing;
}
