package dev.linkwright.cli;

import java.io.IOException;
import java.util.List;

import dev.linkwright.FailureDetails;
import dev.linkwright.NotKept;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.JsonPart;
import dev.linkwright.cli.output.Page;

/// Something that the replaced link had and the new one lacks.
record Lost(NotKept notKept) implements JsonPart {

    /// What follows in the brackets of a result; the reasons for those who want to know more.
    static void writeText(Page page, List<NotKept> all) throws IOException {
        for (NotKept each : all) {
            page.words(", ").words(Colour.PROBLEM, each.kind().words() + " not kept");
        }
    }

    static void writeJson(JsonFields fields, List<NotKept> all) throws IOException {
        if (!all.isEmpty()) {
            fields.objects("notKept", all.stream().map(Lost::new).toList());
        }
    }

    static void tellWhy(List<NotKept> all, Work work) {
        for (NotKept each : all) {
            work.detail(each.kind().words() + " not kept: " + why(each.failure()));
        }
    }

    @Override
    public void writeJson(JsonFields fields) throws IOException {
        fields.text("kind", notKept.kind().words());
        fields.text("why", why(notKept.failure()));
    }

    private static String why(FailureDetails failure) {
        String remark = failure.remark();
        String code = failure.codeName();
        return (remark == null ? failure.reason().sentence() : remark) + (code == null ? "" : ", " + code);
    }
}
