package dev.linkwright.cli.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.linkwright.FailureDetails;
import dev.linkwright.path.PathRules;

/// One JSON document with all results and all failures, each sorted by path. It is written at the end, and also when
/// everything failed.
public final class JsonReport implements Report {

    private final Output output;
    private final String command;
    private final PathRules rules;
    private final List<Result> results = new ArrayList<>();
    private final List<FailureDetails> failures = new ArrayList<>();

    /// Writes to `output`; `rules` say how names that are not Unicode are spelled.
    public JsonReport(Output output, String command, PathRules rules) {
        this.output = output;
        this.command = command;
        this.rules = rules;
    }

    @Override
    public void result(Result result) {
        results.add(result);
    }

    @Override
    public void failure(FailureDetails failure) {
        failures.add(failure);
    }

    @Override
    public void finish() throws IOException {
        results.sort(ByPath.RESULTS);
        failures.sort(ByPath.FAILURES);
        try (JsonGenerator json = GeneratedFields.generator(output)) {
            GeneratedFields fields = new GeneratedFields(json);
            json.writeStartObject();
            fields.text("schema", GeneratedFields.SCHEMA);
            fields.text("command", command);
            json.writeArrayFieldStart("results");
            for (Result result : results) {
                json.writeStartObject();
                result.writeJson(fields);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("errors");
            for (FailureDetails failure : failures) {
                json.writeStartObject();
                fields.failure(failure, rules);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        output.write('\n');
    }
}
