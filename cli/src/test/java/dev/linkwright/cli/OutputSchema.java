package dev.linkwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/// The published schema, made stricter than it is for users: here a field that it does not know is an error.
final class OutputSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema DOCUMENT = schema("document");
    private static final Schema LINE = schema("line");

    private OutputSchema() {}

    static JsonNode document(String text) {
        return valid(DOCUMENT, text);
    }

    static JsonNode line(String text) {
        return valid(LINE, text);
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode valid(Schema schema, String text) {
        JsonNode node = read(text);
        assertThat(schema.validate(node)).as(text).isEmpty();
        return node;
    }

    private static Schema schema(String definition) {
        try {
            JsonNode published = JSON.readTree(Files.readString(Path.of("..", "docs", "linkwright-1.schema.json")));
            JsonNode definitions = published.get("$defs");
            for (String closed : List.of("document", "linkLine", "diagnosisLine", "errorLine", "summaryLine", "hop",
                    "probe", "lack", "leftover")) {
                close(definitions.get(closed));
            }
            JsonNode fields = definitions.get("document").get("properties");
            close(fields.get("results").get("items"));
            close(fields.get("errors").get("items"));
            ObjectNode root = (ObjectNode) published;
            root.remove("oneOf");
            root.put("$ref", "#/$defs/" + definition);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode object) {
        ((ObjectNode) object).put("unevaluatedProperties", false);
    }
}
