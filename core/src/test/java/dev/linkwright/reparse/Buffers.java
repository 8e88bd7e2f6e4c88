package dev.linkwright.reparse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The buffers of `valid-buffers.txt` and `malformed-buffers.csv` by number, and what builds others.
final class Buffers {
    private static final Map<String, byte[]> VALID = read();

    private Buffers() {}

    static byte[] valid(String number) {
        return Objects.requireNonNull(VALID.get(number), number).clone();
    }

    static Map<String, byte[]> allValid() {
        return VALID;
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /// A buffer with a header that fits: 8 bytes for a Microsoft tag, else 24 with a GUID that is not zero.
    static byte[] of(int tag, byte[] data) {
        int header = tag < 0 ? 8 : 24;
        byte[] buffer = new byte[header + data.length];
        LittleEndian.putI32(buffer, 0, tag);
        LittleEndian.putU16(buffer, 4, data.length);
        if (header > 8) {
            buffer[8] = 1;
        }
        System.arraycopy(data, 0, buffer, header, data.length);
        return buffer;
    }

    static byte[] malformed(String number) {
        String row = lines("malformed-buffers.csv").stream().filter(line -> line.startsWith(number)).findFirst()
                .orElseThrow();
        return bytes(row.substring(row.lastIndexOf('|') + 1));
    }

    private static Map<String, byte[]> read() {
        Map<String, StringBuilder> hex = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : lines("valid-buffers.txt")) {
            if (line.startsWith("V")) {
                current = new StringBuilder();
                hex.put(line.substring(0, 3), current);
            } else if (line.matches(" {2}[0-9a-f]{2}( [0-9a-f]{2})*")) {
                current.append(line.strip()).append(' ');
            }
        }
        Map<String, byte[]> buffers = new LinkedHashMap<>();
        hex.forEach((number, text) -> buffers.put(number, bytes(text.toString())));
        return buffers;
    }

    private static List<String> lines(String resource) {
        InputStream in = Objects.requireNonNull(Buffers.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
