package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.ffm.windows.EaList.Ea;
import dev.linkwright.reparse.ByteString;
import dev.linkwright.tree.Copied;
import dev.linkwright.tree.CopyOptions;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Loss;
import dev.linkwright.tree.Trees;
import dev.linkwright.win32.Win32Error;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contents and attributes by handle, and trees that are copied and deleted with them.
final class ContentsTest {
    private static final Name FILE = Name.of("file");
    private static final Name COPY = Name.of("copy");
    private static final int BLOCK = 256 << 10;

    @TempDir
    private Path directory;

    private Scene scene;

    @BeforeEach
    void enter() throws IOException {
        scene = new Scene(directory);
    }

    private static HeldObject open(Directory here, Name name) throws IOException {
        return here.contents().openFile(name, here.contents().attributes(name));
    }

    private Copied copy(String from, String to) throws IOException {
        return Trees.on(scene.system).copy(scene.at(from), scene.at(to), CopyOptions.defaults());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK})
    void aFileIsCopiedBlockByBlock(int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ((i * 31) >> 3);
        }
        Files.write(directory.resolve("file"), bytes);
        try (Directory here = scene.held();
                HeldObject from = open(here, FILE);
                HeldObject to = here.contents().createFile(COPY)) {
            assertThat(from.copyContentsTo(to)).isEqualTo(size);
            to.sync();
            assertThat(from.readContents(size)).isEqualTo(bytes);
        }
        assertThat(directory.resolve("copy")).hasBinaryContent(bytes);
    }

    @Test
    void whatAnotherHasOpenForItselfIsBusy() throws Exception {
        scene.file("file");
        try (Directory here = scene.held(); Arena arena = Arena.ofConfined()) {
            Attributes known = here.contents().attributes(FILE);
            String ntPath = NtDll.rtlDosPathNameToNtPathName(arena, directory.resolve("file").toString());
            long alone = NtDll.ntCreateFile(arena, ObjectName.ofPath(ntPath), new Opening(
                    Opening.FILE_READ_DATA | Opening.SYNCHRONIZE, 0, Opening.FILE_OPEN,
                    Opening.FILE_SYNCHRONOUS_IO_NONALERT, false));
            try {
                var busy = Scene.refused(() -> here.contents().openFile(FILE, known));
                assertThat(busy.reason()).isEqualTo(Reason.BUSY);
                assertThat(busy.code()).isEqualTo(Win32Error.SHARING_VIOLATION.code());
                assertThat(here.contents().attributes(FILE)).isEqualTo(known);

                assertThat(Scene.refused(() -> copy("file", "copy")).reason()).isEqualTo(Reason.BUSY);
            } finally {
                NtDll.ntClose(alone);
            }
        }
        assertThat(directory.resolve("copy")).doesNotExist();
    }

    @Test
    void nobodyOpensAFileThatIsBeingMade() throws IOException {
        try (Directory here = scene.held(); HeldObject made = here.contents().createFile(COPY)) {
            assertThat(made.attributes().status().size()).isZero();
            assertThat(Scene.refused(() -> open(here, COPY)).reason()).isEqualTo(Reason.BUSY);
        }
        try (Directory here = scene.held(); HeldObject again = open(here, COPY)) {
            assertThat(again.attributes().type()).isEqualTo(FileType.FILE);
        }
    }

    @Test
    void aReadOnlyFileIsCopiedAndItsCopyIsReadOnlyToo() throws IOException {
        Path original = scene.file("file");
        assertThat(original.toFile().setLastModified(1_000_000_000_000L)).isTrue();
        assertThat(original.toFile().setReadOnly()).isTrue();

        Copied copied = copy("file", "copy");

        assertThat(copied.losses()).isEmpty();
        assertThat(directory.resolve("copy")).hasContent("file");
        assertThat(directory.resolve("copy").toFile().canWrite()).isFalse();
        assertThat(Files.getLastModifiedTime(directory.resolve("copy")).toMillis()).isEqualTo(1_000_000_000_000L);
        assertThat(extras(COPY)).isEqualTo(extras(FILE));
        Trees.on(scene.system).delete(scene.at("copy"), DeleteOptions.defaults()).orThrow();
        assertThat(directory.resolve("copy")).doesNotExist();
    }

    /// Wine has no time of creation: it tells that of the last change.
    private Map<String, ByteString> extras(Name name) throws IOException {
        Map<String, ByteString> found = new TreeMap<>();
        try (Directory here = scene.held(); HeldObject held = here.contents().hold(name)) {
            for (ExtendedAttribute each : held.extendedAttributes()) {
                found.put(new String(each.name().toArray(), StandardCharsets.UTF_8), each.value());
            }
        }
        assertThat(found).containsKeys("windows.attributes", "windows.created");
        return found;
    }

    @Test
    void namesThatWin32WouldChangeAreCopiedAndDeletedAsTheyAre() throws IOException {
        List<Name> names = Stream.of("x", "x.", "x ", "nul", "CON.txt", "com1", "a..", " b", "ж日本").map(Name::of)
                .toList();
        scene.folder("tree");
        try (Directory tree = scene.system.open(scene.at("tree"))) {
            for (Name name : names) {
                try (HeldObject made = tree.contents().createFile(name)) {
                    made.setTimes(Instant.parse("2001-02-03T04:05:06Z"), Instant.parse("2002-03-04T05:06:07Z"));
                }
            }
        }
        assertThat(copy("tree", "copy").orThrow().files()).isEqualTo(names.size());
        try (Directory copy = scene.system.open(scene.at("copy"))) {
            for (Name name : names) {
                assertThat(copy.stat(name).modified()).as(name.toString())
                        .isEqualTo(Instant.parse("2002-03-04T05:06:07Z"));
            }
        }
        for (String each : List.of("tree", "copy")) {
            Trees.on(scene.system).delete(scene.at(each), DeleteOptions.defaults()).orThrow();
            assertThat(directory.resolve(each)).doesNotExist();
        }
    }

    @Test
    void aTreeBeyondTheLongestPathOfWin32IsCopiedAndDeleted() throws IOException {
        int levels = 30;
        Name level = Name.of("a-name-of-20-letters");
        Directory at = scene.held();
        for (int i = 0; i < levels; i++) {
            at.makeDirectory(level);
            Directory below = at.open(level);
            at.close();
            at = below;
        }
        try (Directory deepest = at; HeldObject made = deepest.contents().createFile(FILE)) {
            assertThat(made.path().units().length()).isGreaterThan(600);
        }
        Copied copied = copy(level.toString(), "copy").orThrow();

        assertThat(copied.directories()).isEqualTo(levels);
        assertThat(copied.files()).isEqualTo(1);
        for (String each : List.of(level.toString(), "copy")) {
            Trees.on(scene.system).delete(scene.at(each), DeleteOptions.defaults()).orThrow();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsClosedIsOfNoUseAndClosedOnlyOnce() throws IOException {
        scene.file("file");
        try (Directory here = scene.held()) {
            HeldObject first = open(here, FILE);
            first.close();
            try (HeldObject second = here.contents().hold(FILE)) {
                first.close();
                assertThat(second.extendedAttributes()).isNotEmpty();
            }
            Stream<ThrowingCallable> calls = Stream.of(first::extendedAttributes, first::sync,
                    () -> first.setTimes(Instant.EPOCH, Instant.EPOCH));
            calls.forEach(call -> assertThat(Scene.refused(call).remark()).contains("it has been closed"));
        }
    }

    @Test
    void anObjectOutlivesTheHandleOfItsDirectory() throws IOException {
        scene.file("file");
        HeldObject held;
        Contents contents;
        try (Directory here = scene.held()) {
            contents = here.contents();
            held = contents.hold(FILE);
        }
        held.setTimes(Instant.EPOCH, Instant.EPOCH);
        held.close();

        assertThat(Files.getLastModifiedTime(directory.resolve("file")).toInstant()).isEqualTo(Instant.EPOCH);
        assertThat(Scene.refused(() -> contents.hold(FILE)).remark()).contains("the directory has been closed");
    }

    @Test
    void whatWouldHaveToBeFetchedIsNotOpened() throws IOException {
        scene.file("file");
        try (Directory here = scene.held()) {
            Attributes known = here.contents().attributes(FILE);
            for (int bit : new int[]{0x1000, 0x40000, 0x400000}) {
                assertThat(Scene.refused(() -> here.contents().openFile(FILE, with(known, bit, 0))).reason())
                        .isEqualTo(Reason.UNREACHABLE);
            }
            assertThat(Scene.refused(() -> here.contents().openFile(FILE, with(known, 0x400, 0x8000001B))).reason())
                    .as("an app execution alias").isEqualTo(Reason.PROTECTED_REPARSE_POINT);
            here.contents().openFile(FILE, with(known, 0x400, WindowsContents.IO_REPARSE_TAG_DEDUP)).close();
        }
    }

    private static Attributes with(Attributes known, int attribute, int tag) {
        Status status = known.status();
        return new Attributes(new Status(FileType.FILE, TargetKind.UNSPECIFIED, tag, status.identity(), 1,
                status.size(), status.modified(), null, status.attributes() | attribute), known.accessed(), 0);
    }

    @Test
    void whatPosixHasIsRefusedAndWhatIsUnknownIsNotTakenAway() throws IOException {
        scene.file("file");
        try (Directory here = scene.held(); HeldObject held = here.contents().hold(FILE)) {
            assertThat(Scene.refused(() -> held.setOwner(1, 1)).reason()).isEqualTo(Reason.CAPABILITY_MISSING);
            assertThat(Scene.refused(() -> held.setMode(0644)).reason()).isEqualTo(Reason.CAPABILITY_MISSING);
            ExtendedAttribute unknown = attribute("system.posix_acl_access", (byte) 1);
            assertThat(Scene.refused(() -> held.setExtendedAttribute(unknown)).reason())
                    .isEqualTo(Reason.CAPABILITY_MISSING);
            held.removeExtendedAttribute(unknown.name());
            held.removeExtendedAttribute(attribute("windows.attributes").name());
            assertThat(Scene.refused(() -> held.setTimes(Instant.parse("1500-01-01T00:00:00Z"), Instant.EPOCH))
                    .reason()).isEqualTo(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
        }
    }

    @Test
    void valuesThatAreNoneAreRefused() throws IOException {
        scene.file("file");
        Map<String, ByteString> before = extras(FILE);
        try (Directory here = scene.held(); HeldObject held = here.contents().hold(FILE)) {
            for (String name : List.of("windows.attributes", "windows.created", "windows.owner",
                    "windows.access_control_list")) {
                Scene.refused(() -> held.setExtendedAttribute(attribute(name, (byte) 1, (byte) 2)));
            }
            byte[] garbage = new byte[64];
            Arrays.fill(garbage, (byte) 0xA5);
            Scene.refused(() -> held.setExtendedAttribute(attribute("windows.access_control_list", garbage)));
            for (String name : List.of("user.a:b", "user.a\\b", "user.a/b")) {
                assertThat(Scene.refused(() -> held.setExtendedAttribute(attribute(name, (byte) 1))).reason())
                        .isEqualTo(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
            }
        }
        assertThat(extras(FILE)).isEqualTo(before);
        assertThat(directory).isDirectoryNotContaining("glob:**b");
    }

    @Test
    void namedStreamsAreKeptOrTold() throws IOException {
        Path file = scene.file("file");
        try (Directory here = scene.held(); HeldObject held = here.contents().hold(FILE)) {
            if (NtDll.isWine()) {
                var refused = Scene.refused(() -> held.setExtendedAttribute(attribute("user.note", (byte) 1)));
                assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED_BY_FILE_SYSTEM);
                assertThat(refused.remark()).contains("keeps no named streams here");
                return;
            }
        }
        byte[] large = new byte[3 * BLOCK + 5];
        Files.write(Path.of(file + ":large"), large);
        Files.writeString(Path.of(file + ":small"), "small");
        Copied copied = copy("file", "copy");

        assertThat(copied.losses()).isEmpty();
        assertThat(Path.of(directory.resolve("copy") + ":small")).hasContent("small");
        assertThat(Path.of(directory.resolve("copy") + ":large")).hasBinaryContent(large);
    }

    /// Wine answers that it has none, and keeps none.
    @Test
    void extendedAttributesOfWindowsAreKeptOrRefused() throws Exception {
        scene.file("file");
        Ea ea = new Ea("LINKWRIGHT", ByteString.of((byte) 1, (byte) 2));
        try (Directory here = scene.held();
                Arena arena = Arena.ofConfined();
                HeldObject held = here.contents().hold(FILE)) {
            assertThat(held.attributes().type()).isEqualTo(FileType.FILE);
            String path = NtDll.rtlDosPathNameToNtPathName(arena, directory.resolve("file").toString());
            try (OpenObject file = OpenObject.open(arena, ObjectName.ofPath(path),
                    Opening.ATTRIBUTES.withAccess(Opening.FILE_READ_EA | Opening.FILE_WRITE_EA))) {
                assertThat(EaList.read(arena, file.handle())).isEmpty();
                if (NtDll.isWine()) {
                    assertThat(Assertions.catchThrowableOfType(WindowsCallException.class,
                            () -> EaList.write(arena, file.handle(), ea)).function()).isEqualTo("NtSetEaFile");
                } else {
                    EaList.write(arena, file.handle(), ea);
                    assertThat(EaList.read(arena, file.handle())).containsExactly(ea);
                    assertThat(copy("file", "copy").losses()).isEmpty();
                    assertThat(extras(COPY)).containsEntry("windows.ea.LINKWRIGHT", ea.value());
                }
            }
        }
    }

    @Test
    void holesStayHoles() throws Exception {
        Scene.requireNoWine("has no sparse files");
        scene.file("file");
        long size = 64L << 20;
        try (Directory here = scene.held();
                Arena arena = Arena.ofConfined();
                HeldObject made = here.contents().createFile(Name.of("sparse"))) {
            assertThat(made.attributes().status().size()).isZero();
            made.close();
            String path = NtDll.rtlDosPathNameToNtPathName(arena, directory.resolve("sparse").toString());
            long handle = NtDll.ntCreateFile(arena, ObjectName.ofPath(path), new Opening(
                    Opening.FILE_WRITE_DATA | Opening.SYNCHRONIZE, 0, Opening.FILE_OPEN,
                    Opening.FILE_SYNCHRONOUS_IO_NONALERT, false));
            NtDll.ntFsControlFile(arena, handle, FileData.FSCTL_SET_SPARSE, MemorySegment.NULL, MemorySegment.NULL);
            MemorySegment end = arena.allocate(FileData.END_OF_FILE_SIZE, Long.BYTES);
            FileData.END_OF_FILE.write(end, size);
            NtDll.ntSetInformationFile(arena, handle, end, FileData.FileEndOfFileInformation);
            FileData.write(arena, handle, new byte[]{1, 2, 3});
            NtDll.ntClose(handle);
        }
        assertThat(copy("sparse", "copy").bytes()).isEqualTo(size);
        assertThat(Files.mismatch(directory.resolve("sparse"), directory.resolve("copy"))).isEqualTo(-1);
        try (Directory here = scene.held(); HeldObject copy = open(here, COPY)) {
            assertThat(copy.attributes().status().attributes() & FileData.FILE_ATTRIBUTE_SPARSE_FILE).isNotZero();
        }
    }

    @Test
    void hardLinksAreOneFileInTheCopyToo() throws IOException {
        scene.folder("tree");
        Files.writeString(directory.resolve("tree").resolve("a"), "one");
        Files.createLink(directory.resolve("tree").resolve("b"), directory.resolve("tree").resolve("a"));

        Copied copied = copy("tree", "copy").orThrow();

        assertThat(copied.hardLinks()).isEqualTo(1);
        try (Directory copy = scene.system.open(scene.at("copy"))) {
            assertThat(copy.stat(Name.of("a")).identity()).isNotNull().isEqualTo(copy.stat(Name.of("b")).identity());
            assertThat(copy.stat(Name.of("a")).linkCount()).isEqualTo(2);
        }
    }

    @Test
    void aTimeThatIsNotKnownStaysAsItIs() throws IOException {
        Path file = scene.file("file");
        Instant begin = Instant.parse("1601-01-01T00:00:00Z");
        Instant modified = Instant.parse("2002-03-04T05:06:07.1234567Z");
        try (Directory here = scene.held(); HeldObject held = here.contents().hold(FILE)) {
            held.setTimes(begin, modified);
            assertThat(here.stat(FILE).modified()).isEqualTo(modified);
            assertThat(here.contents().attributes(FILE).accessed()).isAfter(Instant.EPOCH);
        }
        assertThat(file).hasContent("file");
    }

    @Test
    void whatACopyLosesHereIsNothing() throws IOException {
        scene.folder("tree\\dir");
        Files.writeString(directory.resolve("tree").resolve("dir").resolve("file"), "x");

        Copied copied = copy("tree", "copy");

        assertThat(copied.losses()).extracting(Loss::kind).isEmpty();
        assertThat(copied.isComplete()).isTrue();
    }

    @Test
    void aHandleThatIsNoneIsRefusedByEveryCall() throws Exception {
        long none = 0x7FFF_FFF0L;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(4096, Long.BYTES);
            byte[] descriptor = ProcessToken.descriptorForThisUserOnly(arena);
            NtFiles.Transfer transfer = NtFiles.Transfer.in(arena);
            Stream<ThrowingCallable> calls = Stream.of(
                    () -> NtFiles.ntReadFile(none, transfer, room, 0),
                    () -> NtFiles.ntWriteFile(none, transfer, room, 0),
                    () -> Security.owner(arena, none),
                    () -> Security.setAccessList(arena, none, descriptor),
                    () -> NtFiles.ntFlushBuffersFile(arena, none));
            calls.forEach(call -> {
                WindowsCallException refused = Assertions.catchThrowableOfType(WindowsCallException.class, call);
                assertThat(refused).isNotNull();
                assertThat(refused.win32()).as(refused.getMessage()).isEqualTo(Win32Error.INVALID_HANDLE.code());
            });
        }
    }

    private static ExtendedAttribute attribute(String name, byte... value) {
        return new ExtendedAttribute(ByteString.of(name.getBytes(StandardCharsets.UTF_8)), ByteString.of(value));
    }
}
