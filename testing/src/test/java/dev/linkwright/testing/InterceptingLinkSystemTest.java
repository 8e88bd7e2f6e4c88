package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Identity;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.NioLinkSystem;
import dev.linkwright.system.Primitive;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InterceptingLinkSystemTest {
    private static final Configuration UNIX = Configuration.unix().toBuilder().setWorkingDirectory("/srv").build();
    private static final LinkPath WORK = LinkPath.of(PathRules.POSIX, "/srv");

    private static final Attributes REGULAR = new Attributes(
            new Status(FileType.FILE, TargetKind.UNSPECIFIED, 0, null, 1,
                    0, Instant.EPOCH, null),
            Instant.EPOCH, 0);

    private final FileSystem fileSystem = Jimfs.newFileSystem(UNIX);
    private final LinkSystem system = NioLinkSystem.of(fileSystem);

    /// Those of an object that was had before.
    private static final String OF_OBJECTS = "(SET|REMOVE_EXTENDED|EXTENDED|COPY|READ_CONTENTS|SYNC).*";

    private interface Work {
        void in(Directory directory) throws IOException;
    }

    /// Each primitive, done in a way that would succeed, or fail by itself for want of a capability.
    private static Map<Primitive, Work> works() {
        Map<Primitive, Work> works = new EnumMap<>(Primitive.class);
        Name link = Name.of("link");
        Name fresh = Name.of("fresh");
        works.put(Primitive.CAPABILITIES, Directory::capabilities);
        works.put(Primitive.STATUS, Directory::status);
        works.put(Primitive.PHYSICAL_PATH, Directory::physicalPath);
        works.put(Primitive.OPEN, d -> d.open(Name.of("dir")).close());
        works.put(Primitive.OPEN_PARENT, d -> d.openParent(new Identity(0, 0, 0, 0)).close());
        works.put(Primitive.LIST, d -> {
            try (Cursor cursor = d.list()) {
                cursor.next();
            }
        });
        works.put(Primitive.STAT, d -> d.stat(link));
        works.put(Primitive.FOLLOW, d -> d.follow(link));
        works.put(Primitive.READ_LINK, d -> d.readLink(link));
        works.put(Primitive.READ_REPARSE_DATA, d -> d.readReparseData(link));
        works.put(Primitive.MAKE_LINK, d -> d.makeLink(fresh, LinkTarget.of("t"), TargetKind.UNSPECIFIED));
        works.put(Primitive.MAKE_HARD_LINK, d -> d.makeHardLink(fresh, d, Name.of("file")));
        works.put(Primitive.MAKE_DIRECTORY, d -> d.makeDirectory(fresh));
        works.put(Primitive.MAKE_PRIVATE_DIRECTORY, d -> d.makePrivateDirectory(fresh));
        works.put(Primitive.MAKE_REPARSE_POINT, d -> d.makeReparsePoint(fresh, new byte[8], TargetKind.FILE));
        works.put(Primitive.REPLACE_REPARSE_DATA, d -> d.replaceReparseData(link, new byte[8], new byte[8]));
        works.put(Primitive.RENAME, d -> d.rename(link, d, fresh, RenameMode.REPLACE));
        works.put(Primitive.UNLINK, d -> d.unlink(link));
        works.put(Primitive.REMOVE_DIRECTORY, d -> d.removeDirectory(Name.of("dir")));
        works.put(Primitive.REMOVE_LINK, d -> d.removeLink(link, (status, reparseData) -> {}));
        works.put(Primitive.ATTRIBUTES, d -> d.contents().attributes(link));
        works.put(Primitive.OPEN_FILE, d -> d.contents().openFile(Name.of("file"), REGULAR).close());
        works.put(Primitive.CREATE_FILE, d -> d.contents().createFile(fresh).close());
        works.put(Primitive.HOLD, d -> d.contents().hold(link).close());
        works.put(Primitive.MAKE_SPECIAL_FILE, d -> d.contents().makeSpecialFile(fresh, FileType.FIFO, 0));
        works.put(Primitive.MOUNTS_BELOW, d -> d.contents().mountsBelow());
        return works;
    }

    private static void run(Primitive primitive, Directory directory) throws IOException {
        Objects.requireNonNull(works().get(primitive)).in(directory);
    }

    @BeforeEach
    void plant() throws IOException {
        TreeLayout.of("file", "dir/", "link => file").plantIn(fileSystem.getPath("/srv"));
    }

    @AfterEach
    void forget() throws IOException {
        fileSystem.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = {"OPEN_PATH", OF_OBJECTS})
    void eachPrimitiveIsToldOnceBeforeItRuns(Primitive primitive) {
        List<Interceptor.Call> told = new ArrayList<>();
        Directory directory = InterceptingLinkSystem.of(system, told::add).at(WORK);
        Throwable failure = catchThrowable(() -> run(primitive, directory));
        assertThat(told).extracting(Interceptor.Call::primitive).containsExactly(primitive);
        assertThat(told.get(0).path().toString()).startsWith("/srv");
        assertThat(failure == null || failure instanceof FileSystemException).isTrue();
    }

    private static void unlessRefused(ThrowingCallable action) {
        Throwable refusal = catchThrowable(action);
        assertThat(refusal == null || refusal instanceof FileSystemException).isTrue();
    }

    @Test
    void whatIsDoneWithAnObjectIsToldToo() throws IOException {
        List<Interceptor.Call> told = new ArrayList<>();
        ExtendedAttribute attribute = new ExtendedAttribute(ByteString.of((byte) 'a'), ByteString.empty());
        Contents contents = InterceptingLinkSystem.of(system, told::add).at(WORK).contents();
        try (HeldObject file = contents.openFile(Name.of("file"), contents.attributes(Name.of("file")));
                HeldObject copy = contents.createFile(Name.of("copy"));
                HeldObject directory = contents.holdDirectory()) {
            told.clear();
            file.readContents(1000);
            file.copyContentsTo(copy);
            file.extendedAttributes();
            copy.setTimes(Instant.EPOCH, Instant.EPOCH);
            unlessRefused(() -> copy.setMode(0600));
            unlessRefused(() -> copy.setOwner(1, 1));
            unlessRefused(() -> copy.setExtendedAttribute(attribute));
            copy.removeExtendedAttribute(attribute.name());
            directory.sync();
        }
        assertThat(told).extracting(Interceptor.Call::primitive).containsExactly(Primitive.READ_CONTENTS,
                Primitive.COPY_CONTENTS,
                Primitive.EXTENDED_ATTRIBUTES, Primitive.SET_TIMES, Primitive.SET_MODE, Primitive.SET_OWNER,
                Primitive.SET_EXTENDED_ATTRIBUTE, Primitive.REMOVE_EXTENDED_ATTRIBUTE, Primitive.SYNC);
        assertThat(told).extracting(call -> call.path().toString()).containsExactly("/srv/file", "/srv/copy",
                "/srv/file", "/srv/copy", "/srv/copy", "/srv/copy", "/srv/copy", "/srv/copy", "/srv");
    }

    @Test
    void openingADirectoryIsToldAndSoIsWhatIsDoneInIt() throws IOException {
        List<Interceptor.Call> told = new ArrayList<>();
        try (Directory opened = InterceptingLinkSystem.of(system, told::add).open(WORK);
                Directory inner = opened.open(Name.of("dir"))) {
            inner.makeDirectory(Name.of("new"));
        }
        assertThat(told).extracting(Interceptor.Call::primitive).containsExactly(Primitive.OPEN_PATH, Primitive.OPEN,
                Primitive.MAKE_DIRECTORY);
        assertThat(told).extracting(call -> call.path().toString()).containsExactly("/srv", "/srv/dir",
                "/srv/dir/new");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = {"OPEN_PATH", OF_OBJECTS})
    void aPrimitiveThatIsKeptFromRunningTouchesNothing(Primitive primitive) throws IOException {
        FileSystemException fault = FailureDetails.of("do", WORK, Reason.IO_ERROR).toException();
        Directory directory = InterceptingLinkSystem.of(system, call -> {
            throw fault;
        }).at(WORK);
        List<String> before = picture();
        assertThat(catchThrowable(() -> run(primitive, directory))).isSameAs(fault);
        assertThat(picture()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = {"OPEN_PATH", OF_OBJECTS})
    void readingOnlyRefusesWhateverChangesSomethingAndNothingElse(Primitive primitive) throws IOException {
        Directory directory = InterceptingLinkSystem.of(system, Interceptor.readOnly()).at(WORK);
        List<String> before = picture();
        Throwable withoutLeave = catchThrowable(() -> run(primitive, directory));
        assertThat(picture()).isEqualTo(before);
        if (primitive.isMutating()) {
            assertThat(ContractRules.failure(withoutLeave).reason()).isEqualTo(Reason.READ_ONLY_FILE_SYSTEM);
        } else if (withoutLeave != null) {
            assertThat(ContractRules.failure(withoutLeave).reason()).isIn(Reason.CAPABILITY_MISSING,
                    Reason.CHANGED_BY_OTHERS);
        }
    }

    @Test
    void everyPrimitiveThatCanChangeSomethingIsKnownToDoSo() throws IOException {
        for (Map.Entry<Primitive, Work> each : works().entrySet()) {
            try (FileSystem fresh = Jimfs.newFileSystem(UNIX)) {
                Path work = fresh.getPath("/srv");
                TreeLayout.of("file", "dir/", "link => file").plantIn(work);
                List<String> before = picture(work);
                Throwable refusal = catchThrowable(() -> each.getValue().in(NioLinkSystem.of(fresh).at(WORK)));
                boolean changed = !picture(work).equals(before);
                assertThat(changed && !each.getKey().isMutating()).as("%s changed something", each.getKey()).isFalse();
                assertThat(changed && refusal != null).as("%s was refused and changed something", each.getKey())
                        .isFalse();
            }
        }
    }

    private List<String> picture() throws IOException {
        return picture(fileSystem.getPath("/srv"));
    }

    private static List<String> picture(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.map(path -> path + (Files.isSymbolicLink(path) ? " => " + target(path) : "")).sorted().toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
