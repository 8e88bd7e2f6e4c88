package dev.linkwright.cli.output;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkTarget;
import dev.linkwright.NativeText;
import dev.linkwright.path.PathRules;

/// Fields written by the JSON library.
final class GeneratedFields implements JsonFields {

    static final String SCHEMA = "linkwright/1";

    private final JsonGenerator json;

    GeneratedFields(JsonGenerator json) {
        this.json = json;
    }

    /// A generator for any number of objects; closing it leaves `output` open, and so does flushing it.
    static JsonGenerator generator(Output output) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        factory.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        JsonGenerator generator = factory.createGenerator(output, JsonEncoding.UTF8);
        // The lines are ended by the report, not by a blank between two objects.
        return generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public void text(String field, String value) throws IOException {
        json.writeStringField(field, value);
    }

    @Override
    public void name(String field, NativeText value, PathRules rules) throws IOException {
        json.writeStringField(field, value.toString());
        if (!value.isUnicode()) {
            json.writeStringField(field + "Bytes", value.hex(rules));
        }
    }

    @Override
    public void number(String field, long value) throws IOException {
        json.writeNumberField(field, value);
    }

    @Override
    public void flag(String field, boolean value) throws IOException {
        json.writeBooleanField(field, value);
    }

    @Override
    public void texts(String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    @Override
    public void objects(String field, List<? extends JsonPart> parts) throws IOException {
        json.writeArrayFieldStart(field);
        for (JsonPart part : parts) {
            json.writeStartObject();
            part.writeJson(this);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void failure(FailureDetails failure, PathRules rules) throws IOException {
        name("path", failure.link(), rules);
        LinkTarget target = failure.target();
        if (target != null) {
            name("target", target, rules);
        }
        text("operation", failure.operation());
        text("reason", failure.reason().name());
        if (failure.code() != 0) {
            number("code", failure.code());
        }
        String codeName = failure.codeName();
        if (codeName != null) {
            text("codeName", codeName);
        }
        String function = failure.function();
        if (function != null) {
            text("function", function);
        }
        text("message", Diagnostics.describe(failure));
        String advice = failure.advice();
        if (advice != null) {
            text("advice", advice);
        }
    }
}
