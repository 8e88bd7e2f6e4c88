package dev.linkwright.cli.output;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.linkwright.FailureDetails;
import dev.linkwright.path.PathRules;

/// One JSON object a line, in the order in which things happen: `type` is that of the result or `error`, and `summary` on the last
/// line. The first line, whatever its type, has `schema` and `command`.
public final class NdjsonReport implements Report {

    private final Output output;
    private final String command;
    private final PathRules rules;
    private final JsonGenerator json;
    private final GeneratedFields fields;
    private long results;
    private long failures;

    /// Writes to `output`; `rules` say how names that are not Unicode are spelled.
    public NdjsonReport(Output output, String command, PathRules rules) throws IOException {
        this.output = output;
        this.command = command;
        this.rules = rules;
        this.json = GeneratedFields.generator(output);
        this.fields = new GeneratedFields(json);
    }

    @Override
    public void result(Result result) throws IOException {
        begin(result.type());
        result.writeJson(fields);
        end();
        results++;
    }

    @Override
    public void failure(FailureDetails failure) throws IOException {
        begin("error");
        fields.failure(failure, rules);
        end();
        failures++;
    }

    @Override
    public void finish() throws IOException {
        begin("summary");
        fields.number("results", results);
        fields.number("errors", failures);
        end();
        json.close();
    }

    private void begin(String type) throws IOException {
        json.writeStartObject();
        fields.text("type", type);
        if (results == 0 && failures == 0) {
            fields.text("schema", GeneratedFields.SCHEMA);
            fields.text("command", command);
        }
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.flush();
        output.write('\n');
    }
}
