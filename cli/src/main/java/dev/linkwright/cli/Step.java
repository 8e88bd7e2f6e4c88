package dev.linkwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.Entry;
import dev.linkwright.Hop;
import dev.linkwright.Link;
import dev.linkwright.Links;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.JsonPart;
import dev.linkwright.path.PathRules;

/// One link on a way, with its kind.
record Step(Hop hop, Kind kind, PathRules rules) implements JsonPart {

    static List<Step> of(List<Hop> hops, Links links) {
        List<Step> steps = new ArrayList<>();
        for (Hop hop : hops) {
            steps.add(new Step(hop, kindOf(hop, links), links.linkSystem().rules()));
        }
        return steps;
    }

    private static Kind kindOf(Hop hop, Links links) {
        try {
            Entry entry = links.show(hop.path());
            return entry instanceof Link ? Kind.of(entry) : Kind.SYMLINK;
        } catch (FileSystemException goneMeanwhile) {
            return Kind.SYMLINK;
        }
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.name("path", hop.path(), rules);
        fields.name("target", hop.target(), rules);
        fields.text("kind", kind.json());
    }
}
