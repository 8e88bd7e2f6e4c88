package dev.linkwright.cli.fronts;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One command line in a small tree. All text is Latin-1, so that every byte is one character; `@` stands for the
/// absolute path of the tree.
///
/// @param tree lines of a kind, a name and a text: `d`, `f`, `l` (a link) and `h` (a hard link)
/// @param environment variables
/// @param stdin what the program can read
/// @param program `ln`, `readlink` or `realpath`
/// @param arguments after the name of the program
record FrontCase(List<List<String>> tree, Map<String, String> environment, String stdin, String program,
        List<String> arguments) {
    /// What is in the tree of most cases.
    static final List<List<String>> USUAL_TREE = List.of(
            List.of("f", "file", "F"), List.of("f", "g", "G"), List.of("h", "hard", "file"), List.of("f", "g~", "old"),
            List.of("d", "dir", ""), List.of("d", "dir/sub", ""), List.of("f", "dir/file", "D"),
            List.of("l", "dir/lf", "../file"), List.of("l", "dir/up", ".."), List.of("l", "ldir", "dir"),
            List.of("l", "lfile", "file"), List.of("l", "dang", "nowhere"), List.of("l", "loop", "loop"),
            List.of("f", "w", "W"), List.of("h", "w~", "w"), List.of("h", "w.bak", "w"),
            List.of("l", "a1", "a2"), List.of("l", "a2", "a3"), List.of("l", "a3", "a1"), List.of("l", "abs", "@/dir"));

    /// The variables, with a locale in which characters beyond ASCII can be shown unless the case has another.
    Map<String, String> localEnvironment() {
        Map<String, String> local = new LinkedHashMap<>(environment);
        local.putIfAbsent("LC_ALL", "C.UTF-8");
        return local;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        environment.forEach((name, value) -> line.append(name).append('=').append(quoted(value)).append(' '));
        line.append(program);
        for (String argument : arguments) {
            line.append(' ').append(quoted(argument));
        }
        return stdin.isEmpty() ? line.toString() : line + " <<< " + quoted(stdin);
    }

    private static String quoted(String text) {
        return text.matches("[-A-Za-z0-9_./=@~]+") ? text : "'" + text.replace("\n", "\\n") + "'";
    }
}
