package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.linkwright.Cursor;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.cli.Invocation;
import dev.linkwright.cli.Main;
import dev.linkwright.path.PathRules;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `ln` does with a backup where the system refuses a part of it. Root, by whom the comparison is run, meets no such
/// refusal; what is expected here was seen of GNU's ln as an ordinary user, unless a test says otherwise.
class BackupRefusalsTest {
    private static final LinkPath WORK = LinkPath.of(PathRules.POSIX, "/work");

    private final FakeLinkSystem system = FakeLinkSystem.posix();

    @BeforeEach
    void makeTree() throws FileSystemException {
        system.at(system.root()).makeDirectory(Name.of("work"));
        system.writeFile(path("new"), "new");
        system.writeFile(path("old"), "old");
    }

    @ParameterizedTest
    @CsvSource({"ln -b new old, old~", "ln -sb new old, old~", "ln --backup=t new old, old.~1~",
            "ln -s --backup=t new old, old.~1~"})
    void aDirectoryThatCannotBeReadNeedsNoReadingForABackup(String line, String backup) throws Exception {
        assertThat(run(refusing(Primitive.LIST, Reason.ACCESS_DENIED), line)).isEqualTo("0 ");

        assertThat(names()).containsExactlyInAnyOrder("new", "old", backup);
        assertThat(system.readFile(path(backup))).isEqualTo("old");
    }

    /// GNU's ln takes the first number then, and the backup that had it is lost.
    @Test
    void aNumberedBackupIsNotLostWhereItsDirectoryCannotBeRead() throws Exception {
        system.writeFile(path("old.~1~"), "first");
        system.at(WORK).makeLink(Name.of("old.~2~"), LinkTarget.of("nowhere"), TargetKind.FILE);

        assertThat(run(refusing(Primitive.LIST, Reason.ACCESS_DENIED), "ln -s --backup=t new old")).isEqualTo("0 ");

        assertThat(names()).contains("old.~1~", "old.~2~", "old.~3~");
        assertThat(system.readFile(path("old.~1~"))).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({"ACCESS_DENIED, Permission denied", "READ_ONLY_FILE_SYSTEM, Read-only file system"})
    void whereNothingCanBeMadeTheBackupIsWhatFails(Reason reason, String words) throws Exception {
        assertThat(run(refusingOnceWhereNothingIs(Primitive.MAKE_LINK, reason), "ln -sb new old"))
                .isEqualTo("1 ln: cannot backup 'old': " + words + "\n");
        assertThat(names()).containsExactlyInAnyOrder("new", "old");
    }

    @Test
    void aRefusedRenameIsARefusedBackup() throws Exception {
        assertThat(run(refusing(Primitive.RENAME, Reason.NOT_PERMITTED), "ln -sb new old"))
                .isEqualTo("1 ln: cannot backup 'old': Operation not permitted\n");
        assertThat(run(refusing(Primitive.RENAME, Reason.NOT_PERMITTED), "ln -b new old"))
                .isEqualTo("1 ln: cannot backup 'old': Operation not permitted\n");
        assertThat(names()).containsExactlyInAnyOrder("new", "old");
    }

    @Test
    void whatWasMovedAsideComesBackIfTheLinkCannotBeMade() throws Exception {
        Interceptor full = refusingOnceWhereNothingIs(Primitive.MAKE_HARD_LINK, Reason.NO_SPACE);

        assertThat(run(full, "ln -b new old"))
                .isEqualTo("1 ln: failed to create hard link 'old': No space left on device\n");

        assertThat(names()).containsExactlyInAnyOrder("new", "old");
        assertThat(system.readFile(path("old"))).isEqualTo("old");
    }

    @Test
    void aFileThatIsItsOwnBackupKeepsBothNamesIfTheLinkCannotBeMade() throws Exception {
        system.at(WORK).makeHardLink(Name.of("old~"), system.at(WORK), Name.of("old"));
        Interceptor full = refusingOnceWhereNothingIs(Primitive.MAKE_HARD_LINK, Reason.NO_SPACE);

        assertThat(run(full, "ln -b new old"))
                .isEqualTo("1 ln: failed to create hard link 'old': No space left on device\n");

        assertThat(names()).containsExactlyInAnyOrder("new", "old", "old~");
        assertThat(system.readFile(path("old"))).isEqualTo("old");
    }

    private static Interceptor refusing(Primitive primitive, Reason reason) {
        return call -> {
            if (call.primitive() == primitive) {
                throw FailureDetails.of(call.words(), call.path(), reason).toException();
            }
        };
    }

    /// A name that is taken is refused for that reason first, as systems do it.
    private Interceptor refusingOnceWhereNothingIs(Primitive primitive, Reason reason) {
        AtomicBoolean refused = new AtomicBoolean();
        return call -> {
            if (call.primitive() == primitive && !names().contains(call.path().name().orElseThrow().toString())
                    && refused.compareAndSet(false, true)) {
                throw FailureDetails.of(call.words(), call.path(), reason).toException();
            }
        };
    }

    /// The exit code and what was said.
    private String run(Interceptor interceptor, String line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(Invocation.of(line.split(" ")).inDirectory(WORK).withEnvironment(Map.of())
                .withLinkSystem(() -> InterceptingLinkSystem.of(system, interceptor))
                .withStreams(InputStream.nullInputStream(), new ByteArrayOutputStream(), err));
        return code + " " + err.toString(StandardCharsets.UTF_8);
    }

    private List<String> names() throws FileSystemException {
        List<String> names = new ArrayList<>();
        try (Cursor cursor = system.at(WORK).list()) {
            while (cursor.next()) {
                names.add(cursor.name().toString());
            }
        }
        return names;
    }

    private static LinkPath path(String name) {
        return WORK.resolve(Name.of(name));
    }
}
