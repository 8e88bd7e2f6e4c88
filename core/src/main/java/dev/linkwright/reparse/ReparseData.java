package dev.linkwright.reparse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import dev.linkwright.path.StoredTarget;

/// What a reparse point holds, one record for each kind of data that is understood, and two for all others.
///
/// A record keeps what the data *mean*, not how they were laid out: see [ReparseBuffer#encode]. Records can hold what
/// Windows would not let be written, because such buffers can be read (from other drivers, from images); whether data
/// can be written is decided when they are encoded. New kinds may come in minor versions.
///
/// Source: MS-FSCC 2.1.2; `docs/windows-links.md`, "Reparse data".
public sealed interface ReparseData {
    /// The tag of the reparse point.
    ReparseTag tag();

    /// A symbolic link, tag [ReparseTag#SYMLINK]. Whether it is a file link or a directory link is not in these data:
    /// the object that carries them is a file or a directory.
    ///
    /// @param substituteName what is followed: an NT path, or a relative text
    /// @param printName a label for people, which may lie
    /// @param relative whether the substitute name is relative (bit 0 of the flags; the other bits are not kept)
    record SymbolicLink(String substituteName, String printName, boolean relative) implements ReparseData {
        /// @throws NullPointerException if a name is null
        public SymbolicLink {
            Objects.requireNonNull(substituteName, "substituteName");
            Objects.requireNonNull(printName, "printName");
        }

        /// The link that holds what was stored for a text.
        public static SymbolicLink of(StoredTarget stored) {
            return new SymbolicLink(stored.substituteName(), stored.printName(), stored.relative());
        }

        /// The two names and the flag, for [dev.linkwright.path.PathRules#warnings(StoredTarget)].
        public StoredTarget stored() {
            return new StoredTarget(substituteName, printName, relative);
        }

        /// Whether the print name, which people see, names another object than the one that is followed, as far as
        /// letters tell.
        public boolean isDeceptive() {
            return PrintName.isDeceptive(printName, substituteName, relative);
        }

        /// The text of the link: the substitute name, with the prefix of a drive or a share shortened if it is
        /// absolute. Never the print name.
        public String text() {
            return relative ? substituteName : NtPath.shortened(substituteName);
        }

        @Override
        public ReparseTag tag() {
            return ReparseTag.SYMLINK;
        }
    }

    /// A junction or a volume mount point, tag [ReparseTag#MOUNT_POINT].
    ///
    /// @param substituteName what is followed: an NT path
    /// @param printName a label for people, which may lie; may be empty
    record MountPoint(String substituteName, String printName) implements ReparseData {
        /// @throws NullPointerException if a name is null
        public MountPoint {
            Objects.requireNonNull(substituteName, "substituteName");
            Objects.requireNonNull(printName, "printName");
        }

        /// A mount point as Windows makes it for an absolute DOS path: no `.` and `..`, a separator at the end only for
        /// a root, and a print name. A volume has the same NT path for both names.
        ///
        /// @throws IllegalArgumentException if the path is not absolute, holds U+0000, or has dots that Windows does
        ///         not fold (after `\\?\`)
        public static MountPoint to(String directory) {
            return MountPoints.to(directory);
        }

        /// Whether this mounts a whole volume (`\??\Volume{GUID}\`). Such a mount point belongs to the mount manager;
        /// everything else is a junction, also one that names its volume by the identity.
        public boolean isVolume() {
            return MountPoints.isVolume(substituteName);
        }

        /// The two names, for [dev.linkwright.path.PathRules#warnings(StoredTarget)].
        public StoredTarget stored() {
            return new StoredTarget(substituteName, printName, false);
        }

        /// Whether the print name, which people see, names another object than the one that is followed, as far as
        /// letters tell.
        public boolean isDeceptive() {
            return PrintName.isDeceptive(printName, substituteName, false);
        }

        /// The text of the link: the substitute name with the prefix of a drive or a share shortened. Never the print
        /// name.
        public String text() {
            return NtPath.shortened(substituteName);
        }

        @Override
        public ReparseTag tag() {
            return ReparseTag.MOUNT_POINT;
        }
    }

    /// A symbolic link of the Windows Subsystem for Linux, tag [ReparseTag#LX_SYMLINK], version 2. Windows itself does
    /// not follow it.
    ///
    /// @param target the text as bytes, meant to be UTF-8; absolute ones are Linux paths (`/mnt/c/…`)
    record WslLink(ByteString target) implements ReparseData {
        /// @throws NullPointerException if the target is null
        public WslLink {
            Objects.requireNonNull(target, "target");
        }

        /// The link with a text in UTF-8.
        public static WslLink of(String text) {
            return new WslLink(ByteString.of(text.getBytes(StandardCharsets.UTF_8)));
        }

        /// The text for people: bytes that are not UTF-8 are replaced by U+FFFD.
        public String text() {
            return new String(target.array(), StandardCharsets.UTF_8);
        }

        @Override
        public ReparseTag tag() {
            return ReparseTag.LX_SYMLINK;
        }
    }

    /// An app execution alias, tag [ReparseTag#APPEXECLINK], version 3. Only CreateProcess follows it.
    ///
    /// @param strings the strings of the data, three or more, none with U+0000. Unmodifiable
    record AppExecutionAlias(List<String> strings) implements ReparseData {
        static final int LEAST_STRINGS = 3;

        /// Copies the list.
        ///
        /// @throws IllegalArgumentException if there are fewer than three strings, or one holds U+0000
        /// @throws NullPointerException if a string is null
        public AppExecutionAlias {
            strings = List.copyOf(strings);
            if (strings.size() < LEAST_STRINGS || strings.stream().anyMatch(s -> s.indexOf('\0') >= 0)) {
                throw new IllegalArgumentException("three strings or more without U+0000 make an alias: " + strings);
            }
        }

        /// The family name of the package.
        public String packageFamilyName() {
            return strings.get(0);
        }

        /// The application user model id.
        public String applicationUserModelId() {
            return strings.get(1);
        }

        /// The path of the program.
        public String executable() {
            return strings.get(2);
        }

        /// The fourth string, `0` or `1` in the aliases that were seen.
        public Optional<String> applicationType() {
            return strings.size() > LEAST_STRINGS ? Optional.of(strings.get(LEAST_STRINGS)) : Optional.empty();
        }

        @Override
        public ReparseTag tag() {
            return ReparseTag.APPEXECLINK;
        }
    }

    /// An object of the Windows NFS server, tag [ReparseTag#NFS]. New kinds may come in minor versions.
    sealed interface Nfs extends ReparseData {
        @Override
        default ReparseTag tag() {
            return ReparseTag.NFS;
        }

        /// A symbolic link.
        ///
        /// @param target its text, a POSIX path
        record Link(String target) implements Nfs {
            /// @throws NullPointerException if the target is null
            public Link {
                Objects.requireNonNull(target, "target");
            }
        }

        /// A character device.
        ///
        /// @param major its major number, unsigned
        /// @param minor its minor number, unsigned
        record CharacterDevice(int major, int minor) implements Nfs {}

        /// A block device.
        ///
        /// @param major its major number, unsigned
        /// @param minor its minor number, unsigned
        record BlockDevice(int major, int minor) implements Nfs {}

        /// A named pipe.
        record Fifo() implements Nfs {}

        /// A socket.
        record Socket() implements Nfs {}
    }

    /// A file of the Windows overlay filter, tag [ReparseTag#WOF], version 1. The filter hides the tag from ordinary
    /// opens; the data describe where the contents are.
    ///
    /// @param provider [#IMAGE] or [#FILE]
    /// @param providerVersion the version of the provider's data
    /// @param details the provider's data after its version: at least 4 bytes for [#FILE], 32 for [#IMAGE]
    record Wof(int provider, int providerVersion, ByteString details) implements ReparseData {
        /// The contents are in an image (WIM).
        public static final int IMAGE = 1;

        /// The contents are a compressed stream of the file itself.
        public static final int FILE = 2;

        /// @throws IllegalArgumentException if the provider is another one, or the details are too short for it
        public Wof {
            if (!isProvider(provider) || details.length() < leastDetails(provider)) {
                throw new IllegalArgumentException("provider " + provider + " with details " + details);
            }
        }

        static boolean isProvider(int provider) {
            return provider == FILE || provider == IMAGE;
        }

        static int leastDetails(int provider) {
            return provider == FILE ? 4 : 32;
        }

        /// How a compressed file is compressed: 0 XPRESS4K, 1 LZX, 2 XPRESS8K, 3 XPRESS16K; empty for an image.
        public OptionalInt algorithm() {
            return provider == FILE ? OptionalInt.of(LittleEndian.i32(details.array(), 0)) : OptionalInt.empty();
        }

        @Override
        public ReparseTag tag() {
            return ReparseTag.WOF;
        }
    }

    /// Data of a Microsoft tag whose layout is not known here, or is of an unknown version or type.
    ///
    /// @param tag a Microsoft tag
    /// @param data everything after the 8 bytes of the header
    record Opaque(ReparseTag tag, ByteString data) implements ReparseData {
        /// @throws IllegalArgumentException if the tag is not Microsoft's, or the data are of a layout that has a record
        ///         of its own: there is one value for one meaning
        public Opaque {
            if (!tag.isMicrosoft()) {
                throw new IllegalArgumentException("not a tag of Microsoft: " + tag);
            }
            if (Payloads.isKnown(tag.value(), data.array(), 0, data.length())) {
                throw new IllegalArgumentException("the data of tag " + tag + " have a record of their own");
            }
        }
    }

    /// Data of a tag that is not Microsoft's.
    ///
    /// @param tag a tag with bit 31 clear, neither 0 nor 1
    /// @param guid the identity of the owner, in the usual reading (the first three numbers are little-endian in the
    ///        buffer)
    /// @param data everything after the 24 bytes of the header
    record ThirdParty(ReparseTag tag, UUID guid, ByteString data) implements ReparseData {
        /// @throws IllegalArgumentException if the tag is Microsoft's, 0 or 1
        /// @throws NullPointerException if an argument is null
        public ThirdParty {
            if (tag.isMicrosoft() || ReparseTag.isReservedValue(tag.value())) {
                throw new IllegalArgumentException("not a tag of a third party: " + tag);
            }
            Objects.requireNonNull(guid, "guid");
            Objects.requireNonNull(data, "data");
        }
    }
}
