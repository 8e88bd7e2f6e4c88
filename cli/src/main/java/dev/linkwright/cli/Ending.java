package dev.linkwright.cli;

import java.io.IOException;

import dev.linkwright.FailureDetails;
import dev.linkwright.Hop;
import dev.linkwright.Reason;
import dev.linkwright.Resolution;
import dev.linkwright.cli.output.Colour;
import dev.linkwright.cli.output.JsonFields;
import dev.linkwright.cli.output.OutputFailure;
import dev.linkwright.cli.output.Page;
import dev.linkwright.cli.text.Quoting;
import dev.linkwright.path.PathRules;

/// How following a path ends, in words and for programs.
record Ending(Resolution resolution, PathRules rules) {

    private State state() {
        return State.of(resolution.state());
    }

    void writeText(Page page) throws OutputFailure {
        if (state() == State.OK) {
            Labels.label(page, "state").words(state().words()).endLine();
            Labels.label(page, "ends at").name(resolution.reached());
            if (resolution.end() != null) {
                page.words("  (").words(Kind.ofOrdinary(resolution.end()).words()).words(")");
            }
            page.endLine();
            return;
        }
        Labels.label(page, "state").words(Colour.PROBLEM, state().words()).endLine();
        FailureDetails cause = resolution.cause();
        if (cause != null && (resolution.missing().isEmpty() || cause.reason() == Reason.NOT_A_DIRECTORY)) {
            Labels.label(page, "why").words(why(cause)).endLine();
            writeAdvice(page, cause);
        }
        if (resolution.missing().isPresent()) {
            Labels.label(page, "missing").name(resolution.missing().get()).endLine();
        }
        for (Hop hop : resolution.cycle()) {
            Labels.label(page, "cycle").name(hop.path()).words(" -> ").name(hop.target()).endLine();
        }
    }

    /// Only for what cannot be reached: elsewhere the state says it all.
    private static void writeDetails(JsonFields fields, FailureDetails cause) throws IOException {
        String codeName = cause.codeName();
        if (codeName != null) {
            fields.text("codeName", codeName);
        }
        String advice = cause.advice();
        if (advice != null) {
            fields.text("advice", advice);
        }
    }

    /// What is there to be said about a code; of loops and missing parts all is said by what follows.
    private void writeAdvice(Page page, FailureDetails cause) throws OutputFailure {
        String advice = cause.advice();
        if (state() == State.UNREACHABLE && advice != null) {
            Labels.label(page, "").words(advice).endLine();
        }
    }

    private String why(FailureDetails cause) {
        String remark = cause.remark();
        String code = cause.codeName();
        return sentence(cause) + (remark == null ? "" : " (" + Quoting.line(remark) + ")")
                + (code == null ? "" : " [" + code + "]");
    }

    /// The system has one code for loops and for too many links; here it is known which it is.
    private String sentence(FailureDetails cause) {
        return switch (state()) {
            case LOOP -> "the links on the way form a loop";
            case HOP_LIMIT -> "there is no loop, but more links on the way than the system follows";
            default -> cause.reason().sentence();
        };
    }

    void writeJson(JsonFields fields) throws IOException {
        fields.text("state", state().json());
        if (resolution.resolved().isPresent()) {
            fields.name("resolved", resolution.resolved().get(), rules);
        }
        if (resolution.missing().isPresent()) {
            fields.name("missing", resolution.missing().get(), rules);
        }
        FailureDetails cause = resolution.cause();
        if (cause != null && state() != State.OK) {
            fields.text("reason", cause.reason().name());
        }
        if (cause != null && state() == State.UNREACHABLE) {
            writeDetails(fields, cause);
        }
    }
}
