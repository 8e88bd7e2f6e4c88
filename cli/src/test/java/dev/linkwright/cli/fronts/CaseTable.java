package dev.linkwright.cli.fronts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads tables of command lines: one a line, words with blanks between them, `'…'` around what has blanks or is empty,
/// `\n`, `\t` and `\xHH` in quotes, variables in front, `<<<` and the input at the end. `{LONG}` is 300 characters.
final class CaseTable {
    private CaseTable() {}

    static List<FrontCase> read(String resource) throws IOException {
        try (InputStream table = Objects.requireNonNull(CaseTable.class.getResourceAsStream(resource), resource)) {
            return new String(table.readAllBytes(), StandardCharsets.ISO_8859_1).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(CaseTable::parse).toList();
        }
    }

    private static FrontCase parse(String line) {
        List<String> words = words(line.replace("{LONG}", "n".repeat(300)));
        Map<String, String> environment = new LinkedHashMap<>();
        while (words.get(0).matches("[A-Z_]+=.*")) {
            String[] variable = words.remove(0).split("=", 2);
            environment.put(variable[0], variable[1]);
        }
        String stdin = "";
        int input = words.indexOf("<<<");
        if (input >= 0) {
            stdin = words.get(input + 1);
            words = new ArrayList<>(words.subList(0, input));
        }
        return new FrontCase(FrontCase.USUAL_TREE, environment, stdin, words.get(0), words.subList(1, words.size()));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (c == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else if (c == '\\' && quoted) {
                i = escape(line, i + 1, word);
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    private static int escape(String line, int at, StringBuilder word) {
        switch (line.charAt(at)) {
            case 'n' -> word.append('\n');
            case 't' -> word.append('\t');
            case 'q' -> word.append('\'');
            case 'x' -> {
                word.append((char) Integer.parseInt(line, at + 1, at + 3, 16));
                return at + 2;
            }
            default -> word.append(line.charAt(at));
        }
        return at;
    }
}
