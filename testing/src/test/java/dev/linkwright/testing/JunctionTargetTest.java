package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.FileSystemException;

import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkNotFoundException;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.ReparseOptions;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a junction may lead: the system follows it for every session of its own machine.
final class JunctionTargetTest {
    private static final ReparseOptions JUNCTION = ReparseOptions.defaults().withKind(ReparseOptions.Kind.JUNCTION);

    private final FakeLinkSystem fake = FakeLinkSystem.windows();
    private final Links links = Links.on(fake);
    private final LinkPath junction = path("C:\\junction");

    @BeforeEach
    void make() throws FileSystemException {
        Directory root = fake.at(fake.root());
        root.makeDirectory(Name.of("work"));
        fake.at(path("C:\\work")).makeDirectory(Name.of("project"));
        fake.addDrive('Z', FakeCondition.REMOTE);
        fake.substitute('S', path("C:\\work"));
    }

    private static LinkPath path(String text) {
        return LinkPath.of(PathRules.WINDOWS, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z:\\project", "z:\\", "\\\\?\\Z:\\project", "\\\\server\\share\\project"})
    void aDirectoryOfAnotherMachineIsRefused(String target) {
        Throwable refusal = catchThrowable(
                () -> links.createReparsePoint(junction, LinkTarget.of(target), JUNCTION));

        assertThat(refusal).isInstanceOfSatisfying(LinkFailure.class,
                failure -> assertThat(failure.reason()).isEqualTo(Reason.INVALID_TARGET));
        assertThat(refusal).hasMessageContaining("a junction leads to a directory of its own machine");
        assertThat(catchThrowable(() -> links.show(junction))).isInstanceOf(LinkNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S:\\project", "s:/project", "\\\\?\\S:\\project"})
    void aDriveOfThisSessionIsReplacedByTheDirectoryThatItStandsFor(String target) throws FileSystemException {
        links.createReparsePoint(junction, LinkTarget.of(target), JUNCTION);

        assertThat(links.show(junction)).extracting("target").hasToString("C:\\work\\project");
        assertThat(links.state(junction)).isEqualTo(LinkState.OK);
    }

    @Test
    void theRootOfADriveOfThisSessionIsReplacedToo() throws FileSystemException {
        links.createReparsePoint(junction, LinkTarget.of("S:\\"), JUNCTION);

        assertThat(links.show(junction)).extracting("target").hasToString("C:\\work");
    }
}
