package dev.linkwright.ffm.posix;

import dev.linkwright.LinkSystemProvider.UnavailableException;

/// The system that this JVM runs on, by the names that Java gives it.
///
/// @param system `os.name`
/// @param version `os.version`: of the kernel
/// @param architecture `os.arch`
record Host(String system, String version, String architecture) {
    /// `statx` is the youngest call that nothing works without: Linux 4.11.
    private static final int LEAST_MAJOR = 4;
    private static final int LEAST_MINOR = 11;

    /// Where this JVM runs.
    static Host ofThisJvm() {
        return new Host(System.getProperty("os.name"), System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }

    /// The layouts and numbers for this host.
    ///
    /// @throws UnavailableException if there are none
    Platform platform() throws UnavailableException {
        return switch (system) {
            case "Linux" -> linux();
            case "Mac OS X" -> macOs();
            default -> throw new UnavailableException("no native calls are known for " + system);
        };
    }

    /// Whether the calls for this host have been seen to work on one.
    boolean isProven() {
        return system.equals("Linux");
    }

    private Platform linux() throws UnavailableException {
        requireStatx();
        return switch (architecture) {
            case "amd64" -> new Linux(Numbers.LINUX_X86_64);
            case "aarch64" -> new Linux(Numbers.LINUX_ARM64);
            default -> throw new UnavailableException("no native calls are known for Linux on " + architecture);
        };
    }

    private Platform macOs() throws UnavailableException {
        return switch (architecture) {
            case "x86_64", "aarch64" -> new MacOs();
            default -> throw new UnavailableException("no native calls are known for macOS on " + architecture);
        };
    }

    private void requireStatx() throws UnavailableException {
        int dot = version.indexOf('.');
        int major = leadingNumber(version);
        int minor = leadingNumber(version.substring(dot + 1));
        boolean known = major >= 0 && minor >= 0 && dot > 0;
        if (known && (major < LEAST_MAJOR || (major == LEAST_MAJOR && minor < LEAST_MINOR))) {
            throw new UnavailableException("Linux " + version + " has no statx, which came with 4.11");
        }
    }

    /// The number at the start of a text; -1 if there is none. Not by a pattern: this is on the way of every start.
    private static int leadingNumber(String text) {
        int number = -1;
        for (int i = 0; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
            number = Math.max(number, 0) * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
