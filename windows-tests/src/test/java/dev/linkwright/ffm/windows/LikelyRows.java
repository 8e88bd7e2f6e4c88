package dev.linkwright.ffm.windows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.linkwright.RenameMode;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.CreateSymbolicLinkW;
import org.jspecify.annotations.Nullable;

/// The rows of the conformance table of which nobody has certain knowledge. Whatever Windows answers is no failure: it is
/// written down, to be compared with what is expected. The order is that of the table.
final class LikelyRows {
    private static final int UNITS_OF_THE_LONGEST_TARGET = 4091;
    private static final byte[] LINK_TO_X = RowScene.hex("0c0000a01000000002000200000002000100000078007800");
    private static final byte[] WSL_LINK = RowScene.hex("1d0000a005000000" + "02000000" + "78");

    /// What is asked in a fresh scene; the answer is a text.
    @FunctionalInterface
    interface Question {
        String ask(RowScene scene) throws IOException, WindowsCallException;
    }

    /// One row.
    ///
    /// @param number its number in the table
    /// @param what what is done
    /// @param expected what is believed
    record Row(String number, String what, String expected, Question question) {}

    private final List<Row> rows = new ArrayList<>();

    private LikelyRows() {
        creating();
        difficultNames();
        reading();
        settingData();
        replacing();
    }

    static List<Row> all() {
        return List.copyOf(new LikelyRows().rows);
    }

    private void row(String number, String what, String expected, Question question) {
        rows.add(new Row(number, what, expected, question));
    }

    /// A row that this cannot ask, and why.
    private void unasked(String number, String what, String expected, String why) {
        row(number, what, expected, scene -> "not asked: " + why);
    }

    /// A row about a link to a target, with what is there afterwards.
    private void stored(String number, String target, int flags, String expected) {
        row(number, "create lnk => " + target, expected, scene -> created(scene, "lnk",
                target.replace("%W", scene.here), flags));
    }

    /// A row about the name of a link.
    private void named(String number, String link, int flags, String expected) {
        row(number, "create " + link + " => x", expected, scene -> created(scene, link, "x", flags));
    }

    private void creating() {
        stored("C10", "%W/f.txt", 0, "S with backslashes, P as given");
        stored("C11", "%W\\d\\..\\f.txt", 0, "S folded, P as given");
        unasked("C14", "rooted target on another volume", "TRUE; open: 3 or 2", "it takes a second volume");
        stored("C16", "C:", 1, "S is the current directory of C:, Flags 0");
        stored("C17", "C:\\", 1, "S=\\??\\C:\\, Flags 0");
        stored("C18", "\\", 1, "S=P=\\, Flags 1");
        stored("C22", "\\\\?\\%W\\f.txt", 0, "S=\\??\\..., P as given, Flags 0");
        stored("C23", "\\\\?\\%W\\d\\..\\f.txt", 0, "S keeps the dots; open: 123");
        stored("C24", "\\\\?\\UNC\\srv\\share\\x", 0, "S=\\??\\UNC\\srv\\share\\x");
        stored("C25", "\\\\?\\Volume{00000000-0000-0000-0000-000000000001}\\", 1, "S=\\??\\Volume{...}\\, Flags 0");
        stored("C26", "\\??\\%W\\f.txt", 0, "S=P as given, Flags 1; open: 123");
        stored("C27", "NUL", 0, "S=P=NUL, Flags 1");
        stored("C28", "\\\\.\\PhysicalDrive0", 0, "S=\\??\\PhysicalDrive0, Flags 0");
        stored("C29", "f.txt:s", 0, "S=P as given, Flags 1");
        stored("C30", "%W\\f.txt. ", 0, "S without dot and blank, P as given");
        stored("C31", "t".repeat(300), 0, "stored as given");
        stored("C32", "t".repeat(UNITS_OF_THE_LONGEST_TARGET), 0, "16384 bytes");
        stored("C33", "t".repeat(UNITS_OF_THE_LONGEST_TARGET + 1), 0, "FALSE, 4392 or 206; nothing");
        stored("C34", "a\uD800b", 0, "the unit D800 is stored");
        named("C38", "d", 0, "FALSE, 183");
        row("C39", "create over a dangling link", "FALSE, 183; it stays", scene -> {
            scene.create("dang", "missing", 0);
            return created(scene, "dang", "x", 0);
        });
        row("C40", "create LNK where lnk is", "FALSE, 183; it stays", scene -> {
            scene.create("lnk", "f.txt", 0);
            return created(scene, "LNK", "x", 0);
        });
        named("C42", "f.txt\\lnk", 0, "FALSE, 3");
        row("C43", "create Q:\\lnk => x", "FALSE, 3", scene -> answer(RowScene.createAt("Q:\\lnk", "x", 0)));
    }

    private void difficultNames() {
        row("C45", "create NULL => x", "FALSE, 87", scene -> withNull(null, "x"));
        row("C46", "create lnk => NULL", "FALSE, 87", scene -> withNull(scene.here + "\\lnk", null));
        row("C47", "create (empty) => x", "FALSE, 3 (123, 87)", scene -> answer(RowScene.createAt("", "x", 0)));
        stored("C48", "", 0, "FALSE, 4392 (87); nothing");
        stored("C49", "x", 0x4, "FALSE, 87; nothing");
        unasked("C59", "create on a read-only NTFS", "FALSE, 19", "it takes a read-only volume");
        row("C61", "create at 300 units, no prefix", "FALSE, 3 (206), unless long paths are on", scene -> answer(
                RowScene.createAt(longPath(scene, scene.here), "x", 0)));
        row("C62", "create at 300 units with \\\\?\\", "TRUE", scene -> answer(
                RowScene.createAt(longPath(scene, "\\\\?\\" + scene.here), "x", 0)));
        row("C63", "create 'lnk. '", "TRUE; called lnk", scene -> answer(scene.create("lnk. ", "x", 0)) + "; lnk: "
                + look(scene, "lnk"));
        row("C64", "create \\\\?\\...\\lnk.", "TRUE; called lnk.", scene -> answer(RowScene.createAt(
                "\\\\?\\" + scene.here + "\\lnk.", "x", 0)) + "; lnk.: " + look(scene, "lnk."));
        row("C65", "create lnkd\\new, lnkd => d", "TRUE; d\\new", scene -> {
            scene.create("lnkd", "d", 1);
            return answer(scene.create("lnkd\\new", "x", 0)) + "; d\\new: " + look(scene, "d\\new");
        });
        row("C66", "two threads create one name", "one TRUE, one FALSE, 183", LikelyRows::twoAtOnce);
        row("C67", "a look while links are made", "an empty ordinary file may be seen", LikelyRows::lookingOn);
        unasked("C68", "CreateSymbolicLinkA, a character outside the code page", "another name",
                "no text passes through a code page here");
        unasked("C69", "CreateSymbolicLinkTransactedW, no transaction", "FALSE, 6", "it is never called");
        unasked("C70", "create on a share without reparse points", "FALSE, 1 (50)", "it takes such a server");
    }

    private void reading() {
        row("R10", "follow a link to none\\x", "3", scene -> {
            scene.create("dang2", "none\\x", 0);
            return String.valueOf(scene.follow("dang2"));
        });
        row("R22", "FileAttributeTagInfo, 4 bytes of room", "24", scene -> {
            try (OpenObject opened = scene.open("f.txt", Opening.LOOK)) {
                MemorySegment room = scene.arena.allocate(4, Long.BYTES);
                return String.valueOf(RowScene.error(() -> NtDll.ntQueryInformationFile(
                        scene.arena, opened.handle(), room, FileInformation.FileAttributeTagInformation)));
            }
        });
        row("R36", "follow a WSL link", "1920", scene -> set(scene, "wsl", WSL_LINK) + "; follow: "
                + scene.follow("wsl"));
        row("R47", "an absolute directory link, then a link with ..", "climbs from the target", scene -> {
            scene.create("bylink", scene.here + "\\full", 1);
            return climbed(scene, "bylink");
        });
        row("R48", "a junction, then a link with ..", "climbs from the junction", scene -> {
            scene.empty("byjunction", true);
            int set = RowScene.error(() -> scene.set("byjunction", junctionTo(scene.here + "\\full")));
            return "set: " + set + "; " + climbed(scene, "byjunction");
        });
    }

    private void settingData() {
        row("F04", "set a link without the privilege, Developer Mode on", "TRUE", scene -> "privilege "
                + ProcessToken.linkRight() + ", Developer Mode " + WindowsCapabilities.isDeveloperMode() + ": "
                + set(scene, "x", LINK_TO_X));
        refusedData("F27", "odd length (M07)", "4392",
                "0c0000a0140000000400030000000400010000007800790078007900");
        refusedData("F28", "a link with a GUID (M13)", "4392",
                "0c0000a010000000" + "11".repeat(16) + "02000200000002000100000078007800");
        refusedData("F29", "a reserved bit in the tag (M24)", "4393",
                "0c0001a01000000002000200000002000100000078007800");
        refusedData("F30", "tag 1 (M15)", "4393 (4392)", "0100000005000000" + "22".repeat(16) + "68656c6c6f");
        unasked("F32", "set on a file with extended attributes", "TRUE (282)", "nothing here writes those");
        row("F33", "set on FAT32 or exFAT", "1 (4392)", scene -> fileSystem(scene) + ": " + set(scene, "x", LINK_TO_X));
        row("F34", "set a WSL link", "TRUE, without privilege", scene -> set(scene, "x", WSL_LINK));
        row("F45", "SET_EX from mount point to link", "TRUE", LikelyRows::exchangedTag);
    }

    private void refusedData(String number, String what, String expected, String hex) {
        row(number, "set " + what, expected, scene -> set(scene, "x", RowScene.hex(hex)));
    }

    private void replacing() {
        row("D05", "remove a junction to nothing", "TRUE", scene -> {
            scene.empty("j", true);
            int set = RowScene.error(() -> scene.set("j", junctionTo(scene.here + "\\none")));
            int removed = RowScene.error(() -> {
                try (OpenObject opened = scene.open("j", Opening.REMOVE_DIRECTORY)) {
                    Removal.mark(scene.arena, opened.handle(), Removal.Mark.SET);
                }
            });
            return "set: " + set + "; remove: " + removed + "; " + look(scene, "j");
        });
        row("D13", "MoveFileExW(REPLACE_EXISTING), file link over file link", "TRUE", scene -> {
            scene.create("lnk", "f.txt", 0);
            scene.create("tmp", "new", 0);
            // The JDK's atomic move is this call.
            Files.move(scene.directory.resolve("tmp"), scene.directory.resolve("lnk"), StandardCopyOption.ATOMIC_MOVE);
            return look(scene, "lnk");
        });
        row("D20", "POSIX rename, file link over file link", "TRUE", scene -> renamed(scene, 0, 0));
        row("D21", "POSIX rename, directory link over directory link", "TRUE", scene -> renamed(scene, 1, 1));
        row("D23", "POSIX rename, file link over directory link", "5", scene -> renamed(scene, 0, 1));
        row("D27", "set the same tag again", "identity and creation time stay", scene -> {
            scene.create("lnkd", "d", 1);
            String before = identity(scene, "lnkd");
            byte[] data = ReparseBuffer.encode(new ReparseData.SymbolicLink("full", "full", true));
            int set = RowScene.error(() -> scene.set("lnkd", data));
            return "set: " + set + "; the same object: " + before.equals(identity(scene, "lnkd"));
        });
        unasked("P11", "a junction of others, with redirection trust enforced", "448",
                "it takes a process with that policy");
    }

    private static String created(RowScene scene, String link, String target, int flags) throws WindowsCallException {
        String answer = answer(scene.create(link, target, flags));
        return answer + "; " + look(scene, link) + "; open: " + scene.follow(link);
    }

    private static String answer(CreateSymbolicLinkW.Answer answer) {
        return String.valueOf(answer.created()).toUpperCase(Locale.ROOT) + ", " + answer.lastError();
    }

    private static String withNull(@Nullable String link, @Nullable String target) {
        // Wine ends the process.
        return NtDll.isWine() ? "not asked: not of Wine" : answer(Kernel32Library.createSymbolicLinkW(link, target, 0));
    }

    /// What is at a name: what it holds, or which attributes it has.
    private static String look(RowScene scene, String name) {
        try {
            int attributes = scene.attributes(name);
            if (attributes == RowScene.NOTHING) {
                return "nothing";
            }
            byte[] data = scene.data(name);
            String kind = "attributes 0x" + Integer.toHexString(attributes);
            return data == null ? kind : kind + ", " + data.length + " bytes: " + ReparseBuffer.decode(data);
        } catch (WindowsCallException e) {
            return "look: " + e.win32();
        } catch (IOException e) {
            return "malformed: " + e.getMessage();
        }
    }

    private static String longPath(RowScene scene, String prefix) throws IOException {
        String name = "n".repeat(100);
        Files.createDirectories(scene.directory.resolve(name).resolve(name));
        return prefix + "\\" + name + "\\" + name + "\\" + name;
    }

    private static String twoAtOnce(RowScene scene) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<String> call = () -> answer(scene.create("lnk", "x", 0));
            List<String> answers = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(List.of(call, call))) {
                answers.add(each.get());
            }
            return String.join(" and ", answers.stream().sorted().toList());
        } catch (InterruptedException | ExecutionException e) {
            return e.toString();
        } finally {
            threads.shutdown();
        }
    }

    private static String lookingOn(RowScene scene) throws WindowsCallException {
        int ordinary = 0;
        Thread maker = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                scene.create("made" + i, "x", 0);
            }
        });
        maker.start();
        for (int i = 0; i < 200 && maker.isAlive(); i++) {
            try (Arena own = Arena.ofConfined();
                    OpenObject seen = OpenObject.open(own, scene.name("made" + i), Opening.LOOK)) {
                ordinary += FileInformation.kind(own, seen.handle()).isReparsePoint() ? 0 : 1;
            } catch (WindowsCallException notYet) {
                // Not there, or not to be looked at yet.
            }
        }
        try {
            maker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ordinary + " of 200 were seen as ordinary files";
    }

    private static byte[] junctionTo(String path) {
        return ReparseBuffer.encode(ReparseData.MountPoint.to(path));
    }

    /// Sets the data of a new empty file.
    private static String set(RowScene scene, String name, byte[] data) throws IOException {
        scene.empty(name, false);
        return "set: " + RowScene.error(() -> scene.set(name, data)) + "; " + look(scene, name);
    }

    private static String climbed(RowScene scene, String through) throws IOException {
        scene.empty("full\\f.txt", false);
        scene.create("full\\up", "..\\f.txt", 0);
        try {
            return scene.reached(through + "\\up").replace(scene.here, "W");
        } catch (WindowsCallException e) {
            return "open: " + e.win32();
        }
    }

    private static String fileSystem(RowScene scene) throws IOException {
        return Files.getFileStore(scene.directory).type();
    }

    /// FSCTL_SET_REPARSE_POINT_EX: no flags, the tag that is there, no GUID, then the new buffer.
    private static String exchangedTag(RowScene scene) throws IOException, WindowsCallException {
        scene.empty("e", true);
        int junction = RowScene.error(() -> scene.set("e", junctionTo(scene.here)));
        byte[] request = new byte[32 + LINK_TO_X.length];
        System.arraycopy(RowScene.hex("030000a0"), 0, request, 4, 4);
        System.arraycopy(LINK_TO_X, 0, request, 32, LINK_TO_X.length);
        try (LinkPrivilege privilege = LinkPrivilege.enable(); OpenObject opened = scene.open("e", Opening.HARD_LINK)) {
            int exchanged = RowScene.error(() -> scene.control(opened, 0x9040C, request));
            return "set: " + junction + "; set_ex: " + exchanged + "; " + look(scene, "e");
        }
    }

    private static String renamed(RowScene scene, int flags, int replacedFlags) throws WindowsCallException {
        scene.create("tmp", "new", flags);
        scene.create("lnk", "d", replacedFlags);
        try (OpenObject opened = scene.open("tmp", Opening.RENAME)) {
            int error = RowScene.error(
                    () -> Renaming.rename(scene.arena, opened.handle(), scene.name("lnk"), RenameMode.REPLACE));
            return error + "; " + look(scene, "lnk");
        }
    }

    private static String identity(RowScene scene, String name) throws WindowsCallException {
        try (OpenObject opened = scene.open(name, Opening.LOOK)) {
            return String.valueOf(FileInformation.identity(scene.arena, opened.handle()))
                    + Files.readAttributes(Path.of(scene.here, name), java.nio.file.attribute.BasicFileAttributes.class,
                            java.nio.file.LinkOption.NOFOLLOW_LINKS).creationTime();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
