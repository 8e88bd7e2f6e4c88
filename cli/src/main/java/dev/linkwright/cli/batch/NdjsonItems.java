package dev.linkwright.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Items as JSON objects, one a line: `path` or `pathBytes`, `target` or `targetBytes`, `kind`,
/// `expect` or `expectBytes`. Other fields are passed
/// over, so that what `--ndjson` wrote can be read again; its `summary` line is no item.
public final class NdjsonItems {

    /// Where an object or array began, at the end of some messages of the parser, in words for programmers.
    private static final Pattern PLACE_IN_MESSAGE = Pattern.compile(" \\([^()]*\\[Source: .*");

    private final JsonParser json;
    private final Item.Form form;
    private final PathRules rules;

    private @Nullable String type;
    private @Nullable String path;
    private @Nullable String pathBytes;
    private @Nullable String target;
    private @Nullable String targetBytes;
    private @Nullable String kind;
    private @Nullable String expect;
    private @Nullable String expectBytes;

    private NdjsonItems(JsonParser json, Item.Form form, PathRules rules) {
        this.json = json;
        this.form = form;
        this.rules = rules;
    }

    /// Reads all of `input`.
    ///
    /// @throws IOException    if it cannot be read
    /// @throws UsageException if it is not JSON, or an object is no item; the message tells the line
    public static List<Item> read(InputStream input, Item.Form form, PathRules rules)
            throws IOException, UsageException {
        JsonFactory factory = new JsonFactory();
        factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        factory.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        try (JsonParser json = factory.createParser(input)) {
            return new NdjsonItems(json, form, rules).all();
        } catch (JsonProcessingException e) {
            throw wrong(e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    PLACE_IN_MESSAGE.matcher(e.getOriginalMessage()).replaceFirst(""));
        }
    }

    private List<Item> all() throws IOException, UsageException {
        List<Item> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            int line = json.currentLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                throw wrong(line, "an object is wanted");
            }
            readFields(line);
            if ("error".equals(type)) {
                throw wrong(line, "it tells of an error in an earlier run and is no item");
            }
            if (!"summary".equals(type)) {
                items.add(item(line));
            }
        }
        return items;
    }

    private void readFields(int line) throws IOException, UsageException {
        type = path = pathBytes = target = targetBytes = kind = expect = expectBytes = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "type" -> type = string(field, line);
                case "path" -> path = string(field, line);
                case "pathBytes" -> pathBytes = string(field, line);
                case "target" -> target = string(field, line);
                case "targetBytes" -> targetBytes = string(field, line);
                case "kind" -> kind = string(field, line);
                case "expect" -> expect = string(field, line);
                case "expectBytes" -> expectBytes = string(field, line);
                default -> json.skipChildren();
            }
        }
    }

    private String string(String field, int line) throws IOException, UsageException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(line, "'" + field + "' is not a string");
        }
        return json.getText();
    }

    private Item item(int line) throws UsageException {
        try {
            byte[] where = bytes("path", path, pathBytes, line);
            if (where == null) {
                throw wrong(line, "'path' is missing");
            }
            byte[] text = bytes("target", target, targetBytes, line);
            if (text == null && form == Item.Form.PATH_AND_TARGET) {
                throw wrong(line, "'target' is missing");
            }
            LinkTarget wanted = text == null || form == Item.Form.PATH ? null : LinkTarget.ofBytes(text);
            byte[] before = bytes("expect", expect, expectBytes, line);
            LinkTarget expected = before == null ? null : LinkTarget.ofBytes(before);
            return new Item(LinkPath.ofBytes(rules, where), wanted, kind, expected);
        } catch (InvalidPathException e) {
            throw wrong(line, e.getReason());
        }
    }

    /// The bytes of a text that is given as Unicode, in hexadecimal, or both ways.
    private byte @Nullable [] bytes(String field, @Nullable String unicode, @Nullable String hex, int line)
            throws UsageException {
        if (hex != null) {
            LinkTarget exact = fromHex(field, hex, line);
            if (unicode != null && !unicode.equals(exact.toString())) {
                throw wrong(line, "'" + field + "' and '" + field + "Bytes' are different texts");
            }
            return exact.bytes();
        }
        if (unicode == null) {
            return null;
        }
        LinkTarget exact = LinkTarget.of(unicode);
        if (!exact.isUnicode()) {
            throw wrong(line, "'" + field + "' has half a surrogate pair; '" + field + "Bytes' can carry it");
        }
        return exact.bytes();
    }

    private LinkTarget fromHex(String field, String hex, int line) throws UsageException {
        byte[] units;
        try {
            units = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw wrong(line, "'" + field + "Bytes' is not hexadecimal");
        }
        if (rules != PathRules.WINDOWS) {
            return LinkTarget.ofBytes(units);
        }
        if (units.length % 2 != 0) {
            throw wrong(line, "'" + field + "Bytes' has half a unit: UTF-16LE is wanted here");
        }
        StringBuilder text = new StringBuilder(units.length / 2);
        for (int i = 0; i < units.length; i += 2) {
            text.append((char) ((units[i] & 0xff) | ((units[i + 1] & 0xff) << 8)));
        }
        return LinkTarget.of(text.toString());
    }

    private static UsageException wrong(int line, String what) {
        return new UsageException("line " + line + " of the input: " + Quoting.line(what));
    }
}
