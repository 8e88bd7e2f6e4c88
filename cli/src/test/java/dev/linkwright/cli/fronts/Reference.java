package dev.linkwright.cli.fronts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Programs of GNU, run by a script (`references.py`) because thousands of processes are slow to start from a JVM, and
/// because it knows names and files byte by byte.
final class Reference {
    /// Where a newer version is unpacked: a directory with `ld.so`, `lib` and the programs (`.ci/references`).
    private static final Path NEWER = Path.of("target", "coreutils").toAbsolutePath();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final List<String> loader;
    private final String programs;
    private final double seconds;

    private Reference(String version, List<String> loader, String programs, double seconds) {
        this.version = version;
        this.loader = loader;
        this.programs = programs;
        this.seconds = seconds;
    }

    /// Another program, whose first argument is the name of a front end.
    static Reference command(List<String> command) {
        return new Reference("process", command, "", 60);
    }

    /// The programs of this system, if they are GNU's, then the newer ones, if they are there.
    static List<Reference> present() throws IOException, InterruptedException {
        List<Reference> present = new ArrayList<>();
        addIfGnu(present, List.of(), "/usr/bin/");
        if (Files.exists(NEWER.resolve("ld.so"))) {
            addIfGnu(present, List.of(NEWER.resolve("ld.so").toString(), "--library-path",
                    NEWER.resolve("lib").toString()), NEWER + "/bin/");
        }
        return present;
    }

    private static void addIfGnu(List<Reference> present, List<String> loader, String programs)
            throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(programs, "ln"))) {
            return;
        }
        List<String> command = new ArrayList<>(loader);
        command.addAll(List.of(programs + "ln", "--version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String first = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines().findFirst().orElse("");
        process.waitFor();
        if (first.startsWith("ln (GNU coreutils) ")) {
            present.add(new Reference(first.substring(first.lastIndexOf(' ') + 1), loader, programs, 0.5));
        }
    }

    String version() {
        return version;
    }

    private List<String> command(FrontCase of) {
        List<String> command = new ArrayList<>(loader);
        if (!loader.isEmpty() && !programs.isEmpty()) {
            command.addAll(List.of("--argv0", of.program()));
        }
        command.add(programs + of.program());
        command.addAll(of.arguments());
        return command;
    }

    /// What this version does in each case.
    List<Observed> run(List<FrontCase> cases, Path scratch) throws IOException, InterruptedException {
        Path place = Files.createDirectory(scratch.resolve("r" + version));
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            FrontCase of = cases.get(i);
            Map<String, Object> order = order(place, i, true);
            order.put("tree", of.tree());
            order.put("command", command(of));
            order.put("environment", of.localEnvironment());
            order.put("stdin", of.stdin());
            order.put("scratch", place.toString());
            order.put("seconds", seconds);
            orders.add(order);
        }
        List<Observed> observed = new ArrayList<>();
        for (JsonNode answer : answers(orders, scratch)) {
            observed.add(new Observed(answer.get("code").asInt(), answer.get("out").asText(),
                    answer.get("err").asText().replace(programs.isEmpty() ? "\0" : programs, ""),
                    answer.get("tree").asText()));
        }
        return observed;
    }

    /// Plants the trees of all cases, for another program.
    static void plant(List<FrontCase> cases, Path place, Path scratch) throws IOException, InterruptedException {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Map<String, Object> order = order(place, i, false);
            order.put("tree", cases.get(i).tree());
            orders.add(order);
        }
        answers(orders, scratch);
    }

    /// Removes a directory with all trees, links in them not followed.
    static void remove(Path scratch) throws IOException, InterruptedException {
        new ProcessBuilder("rm", "-rf", scratch.toString()).inheritIO().start().waitFor();
    }

    /// What is in the trees now.
    static List<String> snapshots(int count, Path place, Path scratch) throws IOException, InterruptedException {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(order(place, i, true));
        }
        return answers(orders, scratch).stream().map(answer -> answer.get("tree").asText()).toList();
    }

    /// The place of one tree. The directories above it have the same names for every program, because results may name
    /// them.
    static Path root(Path place, int number) {
        return place.resolve("t" + number).resolve("above/tree");
    }

    private static Map<String, Object> order(Path place, int number, boolean snapshot) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("root", root(place, number).toString());
        order.put("snapshot", snapshot);
        return order;
    }

    private static List<JsonNode> answers(List<Map<String, Object>> orders, Path scratch)
            throws IOException, InterruptedException {
        Path script = scratch.resolve("references.py");
        try (InputStream resource = Reference.class.getResourceAsStream("references.py")) {
            Files.write(script, Objects.requireNonNull(resource).readAllBytes());
        }
        Path orderFile = scratch.resolve("orders");
        Path answerFile = scratch.resolve("answers");
        try (Writer writer = Files.newBufferedWriter(orderFile)) {
            for (Map<String, Object> order : orders) {
                writer.write(JSON.writeValueAsString(order) + "\n");
            }
        }
        Path log = scratch.resolve("log");
        int code = new ProcessBuilder("python3", script.toString(), orderFile.toString(), answerFile.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertThat(code).as(() -> read(log)).isZero();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(answerFile)) {
            answers.add(JSON.readTree(line));
        }
        assertThat(answers).hasSameSizeAs(orders);
        return answers;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
