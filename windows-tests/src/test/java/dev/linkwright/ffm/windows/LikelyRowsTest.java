package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.linkwright.LinkPath;
import dev.linkwright.tree.DeleteOptions;
import dev.linkwright.tree.Deletion;
import dev.linkwright.tree.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Asks each row of the conformance table that is only likely, and keeps the answers as a table: the directory is that of the
/// system property `answers`.
final class LikelyRowsTest {
    private static final String OF_THE_TABLE = "C10 C11 C14 C16 C17 C18 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31 C32 C33"
            + " C34 C38 C39 C40 C42 C43 C45 C46 C47 C48 C49 C59 C61 C62 C63 C64 C65 C66 C67 C68 C69 C70 R10 R22 R36 R47 R48"
            + " F04 F27 F28 F29 F30 F32 F33 F34 F45 D05 D13 D20 D21 D23 D27 P11";

    /// Some names can only be deleted by those who made them.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path directory;

    @Test
    void everyRowIsAskedAndItsAnswerKept() throws Exception {
        List<LikelyRows.Row> rows = LikelyRows.all();
        assertThat(rows.stream().map(LikelyRows.Row::number).collect(Collectors.joining(" "))).isEqualTo(OF_THE_TABLE);

        StringBuilder table = new StringBuilder(circumstances());
        table.append("\n| row | asked | expected | answered |\n| --- | --- | --- | --- |\n");
        for (LikelyRows.Row row : rows) {
            String answer = answer(row);
            assertThat(answer).as(row.number()).isNotBlank();
            table.append("| %s | %s | %s | %s |%n".formatted(row.number(), shown(row.what()), shown(row.expected()),
                    shown(answer)));
        }
        Files.writeString(Path.of(System.getProperty("answers"), "likely-rows.md"), table);
    }

    private String circumstances() throws WindowsCallException {
        try (Arena arena = Arena.ofConfined()) {
            return "build %d, wine %s, privilege %s, Developer Mode %s, Java %s on %s%n%s%n".formatted(
                    NtDll.rtlGetVersion(arena), NtDll.isWine(), ProcessToken.linkRight(),
                    WindowsCapabilities.isDeveloperMode(), Runtime.version(), System.getProperty("os.arch"),
                    fileSystem());
        }
    }

    private String fileSystem() {
        try {
            return new WindowsLinkSystem().at(LinkPath.of(base())).capabilities().toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Where the contract works too, so that other volumes are asked.
    private Path base() {
        String named = System.getenv("LINKWRIGHT_TEST_DIRECTORY");
        return named == null || named.isEmpty() ? directory : Path.of(named);
    }

    private String answer(LikelyRows.Row row) throws IOException {
        Path place = Files.createTempDirectory(base(), row.number()).toRealPath();
        String answer;
        try (RowScene scene = new RowScene(place)) {
            answer = row.question().ask(scene).replace(scene.here, "W");
        } catch (IOException | WindowsCallException e) {
            answer = e.toString().replace(place.toString(), "W");
        }
        Deletion deletion = Trees.on(new WindowsLinkSystem()).delete(LinkPath.of(place), DeleteOptions.defaults());
        return deletion.isComplete() ? answer : answer + "; left behind: " + deletion.failures();
    }

    /// Long names are cut, and units that are no text are shown by their numbers.
    private static String shown(String text) {
        String plain = text.replaceAll("t{40,}", "ttt...").replaceAll("n{40,}", "nnn...").replace("|", "\\|");
        return plain.codePoints().mapToObj(point -> point < ' ' || Character.getType(point) == Character.SURROGATE
                ? "{%04X}".formatted(point)
                : Character.toString(point)).collect(Collectors.joining());
    }
}
