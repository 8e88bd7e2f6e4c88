package dev.linkwright.cli.fronts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes up command lines and the small trees that they work in, the same ones for the same seed.
final class CaseGenerator {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e~", "b.~1~", "b.~2~", "b~", "x y", "it's",
            "n\u00e9",
            "\u00c3\u00a9");
    private static final List<String> TEXTS = List.of("a", "b", "c", "d", "../a", "./b", "nowhere", ".", "..", "@/a",
            "@/b", "/", "nowhere/x", "..//c");

    private final Random random;

    CaseGenerator(long seed) {
        this.random = new Random(seed);
    }

    List<FrontCase> cases(int count) {
        List<FrontCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(next());
        }
        return cases;
    }

    private FrontCase next() {
        List<List<String>> tree = chance(4) ? FrontCase.USUAL_TREE : tree();
        List<String> names = tree.stream().map(entry -> entry.get(1)).toList();
        Map<String, String> environment = new LinkedHashMap<>();
        if (chance(12)) {
            environment.put("POSIXLY_CORRECT", chance(2) ? "" : "1");
        }
        if (chance(8)) {
            environment.put("LC_ALL", pick(List.of("C", "POSIX")));
        }
        return switch (random.nextInt(7)) {
            case 0 -> readlink(tree, names, environment);
            case 1, 2 -> realpath(tree, names, environment);
            default -> ln(tree, names, environment);
        };
    }

    private FrontCase ln(List<List<String>> tree, List<String> names, Map<String, String> environment) {
        List<List<String>> safe = tree.stream().map(entry -> entry.get(2).equals("/")
                ? List.of("l", entry.get(1), ".")
                : entry).toList();
        return lnIn(safe, names, environment);
    }

    /// Nothing here may lead to the root directory, where a link would stay.
    private FrontCase lnIn(List<List<String>> tree, List<String> names, Map<String, String> environment) {
        if (chance(10)) {
            environment.put("VERSION_CONTROL", pick(List.of("t", "numbered", "never", "nil", "off", "n", "sim", "")));
        }
        if (chance(12)) {
            environment.put("SIMPLE_BACKUP_SUFFIX", pick(List.of(".bak", "~", "/x", "", ".~1~")));
        }
        List<String> options = new ArrayList<>();
        String[] letters = {"s", "s", "s", "f", "f", "n", "i", "b", "T", "r", "v", "v", "L", "P", "d", "F"};
        StringBuilder bundle = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            bundle.append(letters[random.nextInt(letters.length)]);
        }
        addBundled(options, bundle.toString());
        if (chance(4)) {
            options.add(pick(List.of("--symbolic", "--force", "--no-dereference", "--interactive", "--backup",
                    "--backup=numbered", "--backup=t", "--backup=nil", "--backup=never", "--backup=none", "--backup=x",
                    "--backup=n", "--backup=", "--suffix=.bak", "--suffix=", "-S~~", "--relative", "--rel",
                    "--no-target",
                    "--verbose", "--logical", "--physical", "--directory", "--s", "--no", "--bac=simple", "--sy",
                    "--f")));
        }
        List<String> words = new ArrayList<>();
        String into = path(names).replaceFirst("^/+$", "@/d");
        if (chance(6)) {
            words.addAll(pick(List.of(List.of("-t", into), List.of("--target-directory=" + into),
                    List.of("-t" + into), List.of("--target-directory", into))));
        }
        int operands = chance(6) ? random.nextInt(4) : 2;
        for (int i = 0; i < operands; i++) {
            words.add(path(names).replaceFirst("^/+$", "@/d"));
        }
        String stdin = chance(2) ? "y\ny\n" : chance(2) ? "n\nY\n" : "";
        return new FrontCase(tree, environment, stdin, "ln", mixed(options, words));
    }

    private FrontCase readlink(List<List<String>> tree, List<String> names, Map<String, String> environment) {
        List<String> options = new ArrayList<>();
        String letters = "ffeemmnqsvvz";
        StringBuilder bundle = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            bundle.append(letters.charAt(random.nextInt(letters.length())));
        }
        addBundled(options, bundle.toString());
        if (chance(6)) {
            options.add(pick(List.of("--canonicalize", "--canonicalize-e", "--canonicalize-missing", "--verbose",
                    "--no-newline", "--zero", "--quiet", "--silent", "--canon", "--n")));
        }
        return new FrontCase(tree, environment, "", "readlink", mixed(options, paths(names)));
    }

    private FrontCase realpath(List<List<String>> tree, List<String> names, Map<String, String> environment) {
        List<String> options = new ArrayList<>();
        String letters = "eemmLPsssqz";
        StringBuilder bundle = new StringBuilder(chance(12) ? "E" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            bundle.append(letters.charAt(random.nextInt(letters.length())));
        }
        addBundled(options, bundle.toString());
        if (chance(3)) {
            options.add("--relative-to=" + path(names));
        }
        if (chance(3)) {
            options.add("--relative-base=" + path(names));
        }
        if (chance(8)) {
            options.add(pick(List.of("--strip", "--no-symlinks", "--logical", "--physical", "--canonicalize-existing",
                    "--canonicalize-missing", "--quiet", "--zero", "--relative", "--s", "--l", "--canonicalize")));
        }
        return new FrontCase(tree, environment, "", "realpath", mixed(options, paths(names)));
    }

    private List<List<String>> tree() {
        List<List<String>> tree = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> files = new ArrayList<>();
        List<String> directories = new ArrayList<>(List.of(""));
        for (int i = 3 + random.nextInt(7); i > 0; i--) {
            String name = pick(directories) + pick(NAMES);
            if (taken.contains(name)) {
                continue;
            }
            taken.add(name);
            int kind = random.nextInt(8);
            if (kind < 2 || (kind == 2 && files.isEmpty())) {
                tree.add(List.of("f", name, "content of " + i));
                files.add(name);
            } else if (kind == 2) {
                tree.add(List.of("h", name, pick(files)));
            } else if (kind < 5) {
                tree.add(List.of("d", name, ""));
                directories.add(name + "/");
            } else {
                tree.add(List.of("l", name, text(name, directories)));
                files.add(name);
            }
        }
        return tree;
    }

    /// A text goes on behind a name only if that is a directory: a cycle whose text grows with every turn would keep GNU's
    /// programs busy until memory is full.
    private String text(String link, List<String> directories) {
        boolean through = link.indexOf('/') < 0 && directories.size() > 1 && chance(3);
        return through
                ? pick(directories.subList(1, directories.size())) + pick(List.of("", "a", "../b", ".."))
                : pick(TEXTS);
    }

    private List<String> paths(List<String> names) {
        List<String> paths = new ArrayList<>();
        for (int i = chance(15) ? 0 : 1 + random.nextInt(3); i > 0; i--) {
            paths.add(path(names));
        }
        return paths;
    }

    private String path(List<String> names) {
        String path = chance(5) || names.isEmpty() ? pick(NAMES) : pick(names);
        switch (random.nextInt(16)) {
            case 0 -> path = path + "/";
            case 1 -> path = path + "/" + pick(NAMES);
            case 2 -> path = "./" + path;
            case 3 -> path = path + "/..";
            case 4 -> path = path + "/../" + pick(NAMES);
            case 5 -> path = "@/" + path;
            case 6 ->
                path = pick(List.of("", ".", "..", "/", "-", "//", "a//b", path + "//", path + "/.", "d/./" + path));
            default -> {
                return path;
            }
        }
        return path;
    }

    private void addBundled(List<String> options, String letters) {
        if (letters.isEmpty()) {
            return;
        }
        if (chance(3)) {
            for (int i = 0; i < letters.length(); i++) {
                options.add("-" + letters.charAt(i));
            }
        } else {
            options.add("-" + letters);
        }
    }

    /// Options mostly before, sometimes behind or between, sometimes ended.
    private List<String> mixed(List<String> options, List<String> words) {
        List<String> line = new ArrayList<>(options);
        if (chance(5)) {
            line.addAll(0, words);
        } else {
            line.addAll(chance(15) ? List.of("--") : List.of());
            line.addAll(words);
        }
        return line;
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
