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
record Family(String why, Set<Capability> absent) {
    /// Of this kernel, with everything.
    static final Family LOCAL = of("");
    /// Of this kernel, but names cannot change places.
    static final Family WITHOUT_EXCHANGE = of("cannot exchange two names, or not in every version",
            RENAME_EXCHANGE, COMPARE_AND_SET);
    /// The same, and names that differ in spelling may be one.
    static final Family OTHER_NAMES = of("spells names in its own way and cannot exchange two",
            VERBATIM_NAMES, RENAME_EXCHANGE, COMPARE_AND_SET);
    /// Of this kernel, for the disks of another system: names and texts are translated.
    static final Family TRANSLATING = of("translates names and link texts and cannot exchange two names",
            VERBATIM_NAMES, VERBATIM_TEXT, RENAME_EXCHANGE, COMPARE_AND_SET, BELIEVED_SUCCESS);
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
    /// Nothing is known about it.
    static final Family UNKNOWN = of("is not known to Linkwright",
            VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_NO_REPLACE, RENAME_EXCHANGE, COMPARE_AND_SET,
            BELIEVED_SUCCESS);

    private static final LinkCapabilities EVERYTHING = LinkCapabilities.none()
            .with(SYMBOLIC_LINKS, HARD_LINKS, VERBATIM_TEXT, VERBATIM_NAMES, ATOMIC_REPLACE, RENAME_NO_REPLACE,
                    RENAME_EXCHANGE, COMPARE_AND_SET, HELD_DIRECTORIES, IDENTITY, NATIVE_CODES, BELIEVED_SUCCESS,
                    CONTENTS)
            .without(TARGET_KIND, "links of POSIX systems do not tell what they are for")
            .without(JUNCTIONS, "POSIX systems have no junctions")
            .without(REPARSE_POINTS, "POSIX systems have no reparse points");

    /// What a file system with this name, or without a known one, can do.
    LinkCapabilities capabilities(String name) {
        String subject = name.isEmpty() ? "this file system " : name + " ";
        LinkCapabilities rest = EVERYTHING;
        for (Capability capability : absent) {
            rest = rest.without(capability, subject + why);
        }
        return rest;
    }

    private static Family of(String why, Capability... absent) {
        return new Family(why, Set.of(absent));
    }
}
