package dev.linkwright.ffm.posix;

import static dev.linkwright.Capability.ATOMIC_REPLACE;
import static dev.linkwright.Capability.BELIEVED_SUCCESS;
import static dev.linkwright.Capability.COMPARE_AND_SET;
import static dev.linkwright.Capability.CONTENTS;
import static dev.linkwright.Capability.HARD_LINKS;
import static dev.linkwright.Capability.HELD_DIRECTORIES;
import static dev.linkwright.Capability.IDENTITY;
import static dev.linkwright.Capability.JUNCTIONS;
import static dev.linkwright.Capability.NATIVE_CODES;
import static dev.linkwright.Capability.RENAME_EXCHANGE;
import static dev.linkwright.Capability.RENAME_NO_REPLACE;
import static dev.linkwright.Capability.REPARSE_POINTS;
import static dev.linkwright.Capability.SYMBOLIC_LINKS;
import static dev.linkwright.Capability.TARGET_KIND;
import static dev.linkwright.Capability.VERBATIM_NAMES;
import static dev.linkwright.Capability.VERBATIM_TEXT;

import java.util.Set;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;

/// What file systems of one family lack, and why.
///
/// @param why what follows the name of the file system, as a clause
/// @param absent what they lack
/// @param others what is known of the rest
record Family(String why, Set<Capability> absent, LinkCapabilities others) {
    private static final String NEEDS_NTFS_3G = "reparse points belong to NTFS, and of the drivers of this system only"
            + " ntfs-3g gives access to them";
    private static final String NEEDS_ANOTHER_DRIVER = "the kernel's driver ntfs3 gives no access to reparse points;"
            + " mount the volume with ntfs-3g";
    private static final String PLAIN_LINKS_DO_NOT_TELL = "plain links, which ntfs-3g stores in a way of its own, do not"
            + " tell what they are for; reparse points do";

    private static final LinkCapabilities EVERYTHING = LinkCapabilities.none()
            .with(SYMBOLIC_LINKS, HARD_LINKS, VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_NO_REPLACE,
                    RENAME_EXCHANGE, COMPARE_AND_SET, HELD_DIRECTORIES, IDENTITY, NATIVE_CODES, BELIEVED_SUCCESS,
                    CONTENTS)
            .without(TARGET_KIND, "links of POSIX systems do not tell what they are for")
            .without(JUNCTIONS, NEEDS_NTFS_3G)
            .without(REPARSE_POINTS, NEEDS_NTFS_3G);

    /// Of this kernel, with everything.
    static final Family LOCAL = of("");
    /// Of this kernel, but names cannot change places.
    static final Family WITHOUT_EXCHANGE = of("cannot exchange two names, or not in every version",
            RENAME_EXCHANGE, COMPARE_AND_SET);
    /// The same, and names that differ in spelling may be one.
    static final Family OTHER_NAMES = of("spells names in its own way and cannot exchange two",
            VERBATIM_NAMES, RENAME_EXCHANGE, COMPARE_AND_SET);
    /// NTFS in the kernel: names and texts are translated, and reparse points are shown only as what becomes of them.
    static final Family TRANSLATING = new Family("translates names and link texts and cannot exchange two names",
            Set.of(VERBATIM_NAMES, VERBATIM_TEXT, RENAME_EXCHANGE, COMPARE_AND_SET, BELIEVED_SUCCESS),
            EVERYTHING.without(JUNCTIONS, NEEDS_ANOTHER_DRIVER).without(REPARSE_POINTS, NEEDS_ANOTHER_DRIVER));
    /// Of this kernel, without links of any kind.
    static final Family WITHOUT_LINKS = of("has no links",
            SYMBOLIC_LINKS, HARD_LINKS, VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_EXCHANGE,
            COMPARE_AND_SET);
    /// On a server that keeps POSIX names and texts. A reply may be lost after the deed.
    static final Family NETWORK = of("is on a server, whose report may be lost, and which only renames plainly",
            RENAME_NO_REPLACE, RENAME_EXCHANGE, COMPARE_AND_SET, BELIEVED_SUCCESS);
    /// On a server of another kind.
    static final Family FOREIGN_SERVER = of("is on a server, which has rules of its own",
            VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_EXCHANGE, COMPARE_AND_SET, BELIEVED_SUCCESS);
    /// Played by another program.
    static final Family PLAYED = of("is played by a program, which has rules of its own",
            VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_NO_REPLACE, RENAME_EXCHANGE, COMPARE_AND_SET,
            BELIEVED_SUCCESS);
    /// NTFS, played by ntfs-3g, which gives access to reparse points. A rename of its leaves moments in which a reader
    /// finds nothing.
    static final Family NTFS_3G = new Family(
            "has rules of its own for names and plain links, and renames in several steps",
            Set.of(VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_NO_REPLACE, RENAME_EXCHANGE, COMPARE_AND_SET,
                    BELIEVED_SUCCESS),
            EVERYTHING.with(JUNCTIONS, REPARSE_POINTS).without(TARGET_KIND, PLAIN_LINKS_DO_NOT_TELL));
    /// Nothing is known about it.
    static final Family UNKNOWN = of("is not known to Linkwright",
            VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_NO_REPLACE, RENAME_EXCHANGE, COMPARE_AND_SET,
            BELIEVED_SUCCESS);

    /// What a file system with this name, or without a known one, can do.
    LinkCapabilities capabilities(String name) {
        String subject = name.isEmpty() ? "this file system " : name + " ";
        LinkCapabilities rest = others;
        for (Capability capability : absent) {
            rest = rest.without(capability, subject + why);
        }
        return rest;
    }

    private static Family of(String why, Capability... absent) {
        return new Family(why, Set.of(absent), EVERYTHING);
    }
}
