package dev.linkwright;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.reparse.ReparseData.MountPoint;
import dev.linkwright.reparse.ReparseData.SymbolicLink;
import dev.linkwright.reparse.ReparseTag;
import org.jspecify.annotations.Nullable;

/// Tries out what can be made in a directory, in a private sub-directory that is removed again.
final class Doctor {
    private static final Name FIRST = Name.of("a");
    private static final Name SECOND = Name.of("b");
    private static final LinkTarget MISSING = LinkTarget.of("missing");
    private static final String UNTIDY = "a//b/./c/../d/";

    private final LinkSystem system;
    private final LinkPath given;
    private Optional<Diagnosis.PlainLink> plainLink = Optional.empty();

    Doctor(LinkSystem system, LinkPath given) {
        this.system = system;
        this.given = given;
    }

    /// Looks at the directory, tries things out, and looks for what interrupted operations have left.
    Diagnosis examine(LinkPath place, Diagnosis.Trying trying) throws FileSystemException {
        try (Directory directory = system.open(place)) {
            LinkCapabilities capabilities = directory.capabilities();
            boolean nothing = trying == Diagnosis.Trying.NOTHING;
            List<Diagnosis.Probe> probes = nothing ? List.of() : probesIn(directory, capabilities);
            Leftovers.Found left = new Leftovers(directory, given).find();
            return new Diagnosis(given, system.name(), capabilities, conditions(directory, capabilities), probes,
                    left.all(),
                    left.kept(), plainLink);
        }
    }

    /// Links that can be made where nobody may follow them are of no use.
    private static List<Condition> conditions(Directory directory, LinkCapabilities can) throws FileSystemException {
        if (!can.mountOptions().contains("nosymfollow")) {
            return directory.conditions();
        }
        List<Condition> conditions = new ArrayList<>(directory.conditions());
        conditions.add(Condition.hindering("nosymfollow", "on",
                "no link here is followed: the file system is mounted with nosymfollow",
                "Mount it without nosymfollow."));
        return conditions;
    }

    private List<Diagnosis.Probe> probesIn(Directory directory, LinkCapabilities can) throws FileSystemException {
        Name name = TemporaryNames.next();
        List<String> kinds = kinds(can);
        try {
            directory.makePrivateDirectory(name);
        } catch (FileSystemException e) {
            return kinds.stream().map(kind -> failed(kind, e, can)).toList();
        }
        FileSystemException trouble = null;
        List<Diagnosis.Probe> probes = new ArrayList<>();
        try (Directory scratch = directory.open(name)) {
            for (String kind : kinds) {
                probes.add(probe(scratch, kind, can));
            }
        } catch (FileSystemException e) {
            trouble = e;
        }
        removeScratch(directory, name, trouble);
        return probes;
    }

    private static void removeScratch(Directory directory, Name name, @Nullable FileSystemException trouble)
            throws FileSystemException {
        try {
            directory.removeDirectory(name);
        } catch (FileSystemException e) {
            FileSystemException told = LinkFailure.detailsOf(e, "examine", directory.path())
                    .alsoSaying("'" + directory.path().resolve(name) + "' is left").toException();
            told.initCause(e);
            throw told;
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private List<String> kinds(LinkCapabilities can) {
        List<String> kinds = new ArrayList<>();
        if (can.has(Capability.TARGET_KIND)) {
            kinds.add("file-symlink");
            kinds.add("directory-symlink");
        } else {
            kinds.add("symlink");
        }
        if (can.has(Capability.REPARSE_POINTS) && !can.has(Capability.TARGET_KIND)) {
            kinds.add("file-symlink");
            kinds.add("directory-symlink");
        }
        if (system.rules() == PathRules.WINDOWS || can.has(Capability.JUNCTIONS)) {
            kinds.add("junction");
        }
        kinds.add("hard-link");
        kinds.add("verbatim-text");
        kinds.add("atomic-replace");
        return kinds;
    }

    private Diagnosis.Probe probe(Directory scratch, String kind, LinkCapabilities can) {
        try {
            switch (kind) {
                case "file-symlink" -> makeOfKind(scratch, TargetKind.FILE, can);
                case "directory-symlink" -> makeOfKind(scratch, TargetKind.DIRECTORY, can);
                case "junction" -> junction(scratch);
                case "hard-link" -> hardLink(scratch);
                case "verbatim-text" -> keepToTheLetter(scratch);
                case "atomic-replace" -> replace(scratch);
                default -> {
                    makeAndRead(scratch, MISSING, TargetKind.UNSPECIFIED);
                    plainLink = can.has(Capability.REPARSE_POINTS) ? plainLink(scratch.stat(FIRST)) : Optional.empty();
                }
            }
            return new Diagnosis.Probe(kind, true, Optional.empty(), Optional.empty());
        } catch (FileSystemException e) {
            return failed(kind, e, can);
        } finally {
            empty(scratch);
        }
    }

    private void makeAndRead(Directory scratch, LinkTarget text, TargetKind kind) throws FileSystemException {
        scratch.makeLink(FIRST, text, kind);
        new ReadBack(system.rules()).verify(scratch, FIRST, text);
    }

    private void makeOfKind(Directory scratch, TargetKind kind, LinkCapabilities can) throws FileSystemException {
        if (can.has(Capability.TARGET_KIND)) {
            makeAndRead(scratch, MISSING, kind);
        } else {
            makeReparsePoint(scratch, new SymbolicLink("missing", "missing", true), kind);
        }
    }

    private static void makeReparsePoint(Directory scratch, ReparseData data, TargetKind kind)
            throws FileSystemException {
        byte[] bytes = ReparseBuffer.encode(data);
        scratch.makeReparsePoint(FIRST, bytes, kind);
        if (!Arrays.equals(scratch.readReparseData(FIRST), bytes)) {
            throw FailureDetails.of("create", scratch.path().resolve(FIRST), Reason.SILENT_FAILURE)
                    .withRemark("it stores other reparse data").toException();
        }
    }

    private static Optional<Diagnosis.PlainLink> plainLink(Status made) {
        if (made.reparseTag() == 0) {
            return Optional.of(Diagnosis.PlainLink.OF_THE_DRIVER);
        }
        return made.reparseTag() == ReparseTag.LX_SYMLINK.value()
                ? Optional.of(Diagnosis.PlainLink.OF_WSL)
                : Optional.empty();
    }

    private void keepToTheLetter(Directory scratch) throws FileSystemException {
        LinkTarget untidy = untidy();
        scratch.makeLink(FIRST, untidy, TargetKind.UNSPECIFIED);
        LinkTarget stored = scratch.readLink(FIRST);
        if (!stored.equals(untidy)) {
            throw FailureDetails.of("create", scratch.path().resolve(FIRST), Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                    .withTarget(untidy).withRemark("it stores '" + stored + "'").toException();
        }
    }

    /// With what a system that reads texts would change: separators and dots, and on POSIX a byte that is not UTF-8.
    private LinkTarget untidy() {
        return system.rules() == PathRules.POSIX
                ? LinkTarget.ofBytes((UNTIDY + '\u00FF').getBytes(StandardCharsets.ISO_8859_1))
                : LinkTarget.of(system.rules().withNativeSeparators(UNTIDY));
    }

    /// An absolute path is what a junction wants: that of the directory in which it is, where paths are those of
    /// Windows.
    private void junction(Directory scratch) throws FileSystemException {
        boolean onWindows = system.rules() == PathRules.WINDOWS;
        String target = onWindows ? scratch.physicalPath().units() : "C:\\missing";
        makeReparsePoint(scratch, MountPoint.to(target), TargetKind.DIRECTORY);
    }

    private static void hardLink(Directory scratch) throws FileSystemException {
        scratch.makeLink(FIRST, MISSING, TargetKind.UNSPECIFIED);
        scratch.makeHardLink(SECOND, scratch, FIRST);
    }

    /// With an exchange nothing that others put there can be lost, so that is what is looked for.
    private void replace(Directory scratch) throws FileSystemException {
        scratch.makeLink(FIRST, MISSING, TargetKind.UNSPECIFIED);
        Guarantee guarantee = new LinkReplacer(system, scratch, FIRST, LinkTarget.of("other"),
                RetargetOptions.defaults())
                .replace().guarantee();
        if (guarantee != Guarantee.ATOMIC && guarantee != Guarantee.IN_PLACE) {
            throw FailureDetails.of("replace", scratch.path().resolve(FIRST), Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                    .withRemark("links are checked and then renamed over: guarantee " + guarantee)
                    .withAdvice("See to it that nobody else works at such a name at that moment, or use another file"
                            + " system.")
                    .toException();
        }
    }

    private static void empty(Directory scratch) {
        for (Name name : List.of(FIRST, SECOND)) {
            try {
                scratch.removeLink(name, new OnlyLinks(scratch, name));
            } catch (FileSystemException notThere) {
                // Whatever is left keeps the directory from being removed, which is told.
            }
        }
    }

    private static Diagnosis.Probe failed(String kind, FileSystemException e, LinkCapabilities can) {
        FailureDetails failure = LinkFailure.detailsOf(e, "try " + kind, LinkPath.of("."));
        return new Diagnosis.Probe(kind, false, Optional.of(failure), Optional.of(Remedies.forFailure(failure, can)));
    }
}
