package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the JVM watches when the AOT cache is made: the commands that people run, and the ways in which they fail, in
/// one process. A class that none of these uses is loaded from the jar, which costs a run that needs it time and
/// nothing else.
final class Training {

    /// One command a line; `@` is the directory to work in.
    private static final String COMMANDS = """
            --version
            help
            help create
            read --help

            create @/link target
            create @/to-file @/file
            create @/to-directory directory/
            create --kind directory @/later missing
            create --kind hard @/name @/file
            create --dry-run @/dry target
            create --json @/json target
            create --ndjson --verbose @/ndjson target
            create --null @/null target
            create --color always @/loop loop
            create @/link other
            create @/missing/link target
            create @/file/link target
            create --from @/pairs --null

            read @/link
            read @/link @/to-file
            read --json @/link
            read --ndjson @/link
            read --null @/link
            read @/file
            read @/missing
            read --json @/missing

            show @/link
            show @/to-file @/to-directory @/loop @/file @/missing
            show --json @/link
            show --ndjson @/to-file @/missing
            show --color always --verbose @/loop

            remove --dry-run @/link
            remove @/file
            remove @/missing
            remove @/link
            remove @/json @/ndjson
            remove --json @/null
            remove --quiet @/missing

            create
            read --nonsense
            nonsense
            """;

    private Training() {}

    /// Runs the commands; what they print goes where the process prints.
    ///
    /// @param arguments an empty directory to work in
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Files.createDirectory(directory.resolve("directory"));
        Files.createFile(directory.resolve("file"));
        Files.writeString(directory.resolve("pairs"), directory + "/first\0text\0" + directory + "/second\0text\0");
        for (String command : COMMANDS.lines().filter(line -> !line.isEmpty()).toList()) {
            Main.run(Main.ofProcess(command.replace("@", directory.toString()).split(" ")));
        }
    }
}
