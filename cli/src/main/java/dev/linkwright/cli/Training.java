package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the JVM watches when the class data archive is made: the commands that people run, and the ways in which they
/// fail, in one process. A class that none of these uses is loaded from the jar, which costs a run that needs it time
/// and nothing else.
final class Training {

    /// One command a line; `@` is the working directory.
    private static final String COMMANDS = """
            --version
            help
            help create
            read --help

            create link target
            create @/absolute target
            create to-file file
            create to-directory directory/
            create --kind directory later some/where/else
            create --kind hard name file
            create --dry-run dry target
            create --json json target
            create --ndjson --verbose ndjson target
            create --null null target
            create --color always loop loop
            create link other
            create missing/link target
            create file/link target
            create --from pairs --null

            read link
            read link to-file ./later
            read --json link
            read --ndjson @/link
            read --null link
            read file
            read missing
            read --json missing

            show link
            show @/link
            show to-file to-directory later loop file directory missing
            show --json later
            show --ndjson to-file missing
            show --color always --verbose loop

            retarget link another
            retarget --dry-run link target
            retarget missing target

            remove --dry-run link
            remove file
            remove missing
            remove link
            remove json @/ndjson
            remove --json null
            remove --quiet missing

            scan --problems .
            scan --names .
            scan .
            scan --problems --json .
            scan --ndjson .
            scan --problems --null .
            scan missing

            copy directory copied
            copy --json . @/directory/inside
            copy missing copied
            delete --dry-run copied
            delete copied
            delete missing

            ln -s text plain
            ln -s other plain
            ln -sfn other plain
            ln -sb again plain
            ln -sv one two directory
            ln -st directory three four
            ln -sr file directory/relative
            ln file hard
            ln file hard
            ln -f file hard
            ln --nonsense
            readlink plain
            readlink -f plain @/plain
            readlink -v missing
            realpath plain missing/x
            realpath --relative-to=directory file
            mklink later text
            mklink later text

            create
            read --nonsense
            nonsense
            """;

    private Training() {}

    /// Runs the commands in the working directory, which must be empty; what they print goes where the process prints.
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of("").toAbsolutePath();
        Files.createDirectory(Path.of("directory"));
        Files.createFile(Path.of("file"));
        Files.writeString(Path.of("pairs"), "first\0text\0second\0text\0");
        for (String command : COMMANDS.lines().filter(line -> !line.isEmpty()).toList()) {
            Main.run(Main.ofProcess(command.replace("@", directory.toString()).split(" ")));
        }
    }
}
