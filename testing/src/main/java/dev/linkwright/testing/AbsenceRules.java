package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.IfExists;
import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.LinkTarget;
import dev.linkwright.Reason;
import dev.linkwright.ReparseOptions;
import dev.linkwright.RetargetOptions;
import dev.linkwright.TargetKind;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;

/// What is asked of a system that lacks what it takes: it is refused for that reason, nothing is touched, and nothing is
/// left.
abstract class AbsenceRules extends ContractRules {
    /// Why there are no links. Who has nothing but a function that lies finds out by looking.
    private static final Reason[] NO_LINKS_HERE = {Reason.CAPABILITY_MISSING, Reason.UNSUPPORTED_BY_FILE_SYSTEM,
            Reason.PRIVILEGE_NOT_HELD, Reason.SILENT_FAILURE};

    AbsenceRules(LinkSystemContract contract) {
        super(contract, Naming.BY_PATH);
    }

    @Test
    void withoutSymbolicLinksNoneIsCreatedHoweverItIsAskedFor() throws IOException {
        requireAbsence(Capability.SYMBOLIC_LINKS);
        plant("file", "dir/inside");
        CreateOptions asked = CreateOptions.defaults();
        for (CreateOptions options : List.of(asked, asked.withTargetKind(TargetKind.FILE),
                asked.withTargetKind(TargetKind.DIRECTORY), asked.withIfExists(IfExists.KEEP),
                asked.withIfExists(IfExists.REPLACE))) {
            refused(() -> links().create(at("link"), LinkTarget.of("file"), options), NO_LINKS_HERE);
            refused(() -> links().create(at("file"), LinkTarget.of("dir"), options));
            refused(() -> links().create(at("dir"), LinkTarget.of("file"), options));
        }
    }

    @Test
    void withoutSymbolicLinksNoDirectoryIsLeftThatWasMadeForOne() throws IOException {
        requireAbsence(Capability.SYMBOLIC_LINKS);
        plant("dir/");
        CreateOptions options = CreateOptions.defaults().withParents(Parents.MADE);
        refused(() -> links().create(at("dir/new/deep/link"), LinkTarget.of("target"), options), NO_LINKS_HERE);
        assertThat(names(in("dir"))).isEmpty();
    }

    @Test
    void whatIsNoLinkIsNeitherReadNorReplacedNorRemovedAsOne() throws IOException {
        plant("file", "dir/inside");
        for (String other : List.of("file", "dir")) {
            refused(() -> links().read(at(other)), Reason.NOT_A_LINK);
            refused(() -> links().retarget(at(other), LinkTarget.of("new"), RetargetOptions.defaults()),
                    Reason.NOT_A_LINK);
            refused(() -> links().remove(at(other)), Reason.NOT_A_LINK);
        }
    }

    @Test
    void withoutJunctionsNoneIsMade() throws IOException {
        requireAbsence(Capability.JUNCTIONS);
        plant("dir/");
        refused(() -> links().createReparsePoint(at("junction"), LinkTarget.of(at("dir").units()),
                ReparseOptions.defaults().withKind(ReparseOptions.Kind.JUNCTION)), Reason.CAPABILITY_MISSING);
    }

    @Test
    void withoutReparsePointsNoLinkOfWindowsIsMade() throws IOException {
        requireAbsence(Capability.REPARSE_POINTS);
        for (ReparseOptions.Kind kind : List.of(ReparseOptions.Kind.FILE, ReparseOptions.Kind.DIRECTORY)) {
            refused(() -> links().createReparsePoint(at("link"), LinkTarget.of("target"),
                    ReparseOptions.defaults().withKind(kind)), Reason.CAPABILITY_MISSING);
        }
    }

    @Test
    void withoutContentsNoTreeIsCopied() throws IOException {
        requireAbsence(Capability.CONTENTS);
        plant("tree/dir/file");
        refused(() -> Trees.on(system).copy(at("tree"), at("copy"), CopyOptions.defaults()),
                Reason.CAPABILITY_MISSING);
    }
}
