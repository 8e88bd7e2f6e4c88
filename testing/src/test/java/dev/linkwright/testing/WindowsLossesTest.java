package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Primitive;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.Loss;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the link system of Windows keeps under names of extended attributes is lost as what it is.
final class WindowsLossesTest {
    private static final Name FILE = Name.of("file");
    private static final Name OTHER = Name.of("other");
    private static final Name COPY = Name.of("copy");

    private final FakeLinkSystem system = FakeLinkSystem.posix();
    private final LinkPath tree = system.root().resolve(Name.of("tree"));

    @BeforeEach
    void plant() throws IOException {
        system.at(system.root()).makeDirectory(Name.of("tree"));
        for (Name each : List.of(FILE, OTHER)) {
            system.at(tree).contents().createFile(each).close();
        }
    }

    private void give(Name file, String name) throws IOException {
        try (HeldObject held = system.at(tree).contents().hold(file)) {
            held.setExtendedAttribute(attribute(name));
        }
    }

    private static ExtendedAttribute attribute(String name) {
        return new ExtendedAttribute(ByteString.of(name.getBytes(StandardCharsets.UTF_8)), ByteString.of((byte) 1));
    }

    private static LinkSystem refusing(LinkSystem system, Reason reason) {
        return InterceptingLinkSystem.of(system, call -> {
            if (call.primitive() == Primitive.SET_EXTENDED_ATTRIBUTE) {
                throw FailureDetails.of(call.words(), call.path(), reason).toException();
            }
        });
    }

    private Copied copy(LinkSystem with) throws IOException {
        return Trees.on(with).copy(tree, system.root().resolve(COPY), CopyOptions.defaults());
    }

    @ParameterizedTest
    @CsvSource({"windows.owner, OWNER", "windows.access_control_list, ACCESS_CONTROL_LIST",
            "windows.attributes, FILE_ATTRIBUTES", "windows.created, TIMES", "windows.ea.X, EXTENDED_ATTRIBUTES",
            "user.Zone.Identifier, EXTENDED_ATTRIBUTES"})
    void whatTheFileSystemDoesNotKeepIsToldOnceForEachKind(String name, Loss.Kind kind) throws IOException {
        give(FILE, name);
        give(OTHER, name);

        Copied copied = copy(refusing(system, Reason.UNSUPPORTED_BY_FILE_SYSTEM));

        assertThat(copied.isComplete()).isTrue();
        assertThat(copied.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.kind()).isEqualTo(kind);
            assertThat(loss.count()).isEqualTo(2);
            assertThat(loss.first().operation()).isEqualTo("copy the " + kind.words() + " of");
        });
    }

    @ParameterizedTest
    @CsvSource({"windows.owner", "windows.attributes"})
    void whatFailsIsNoLoss(String name) throws IOException {
        give(FILE, name);

        Copied copied = copy(refusing(system, Reason.IO_ERROR));

        assertThat(copied.losses()).isEmpty();
        assertThat(copied.failures()).extracting(FailureDetails::reason).containsExactly(Reason.IO_ERROR);
    }

    @ParameterizedTest
    @CsvSource({"windows.owner", "windows.access_control_list", "windows.attributes", "windows.created"})
    void whatIsKeptIsTheSame(String name) throws IOException {
        give(FILE, name);

        assertThat(copy(system).losses()).isEmpty();
        try (HeldObject held = system.at(system.root().resolve(COPY)).contents().hold(FILE)) {
            assertThat(held.extendedAttributes()).contains(attribute(name));
        }
    }
}
