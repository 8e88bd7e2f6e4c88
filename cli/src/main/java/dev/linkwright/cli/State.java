package dev.linkwright.cli;

import dev.linkwright.LinkState;

/// How following a link ends, as the command line spells it: once for programs, once for people.
enum State {
    OK("ok", "ok"),
    MISSING("missing", "target missing"),
    LOOP("loop", "loop"),
    HOP_LIMIT("hop-limit", "too many links"),
    UNREACHABLE("unreachable", "target unreachable"),
    WRONG_TYPE("wrong-type", "target of the wrong type");

    private final String json;
    private final String words;

    State(String json, String words) {
        this.json = json;
        this.words = words;
    }

    static State of(LinkState state) {
        return switch (state) {
            case OK -> OK;
            case MISSING -> MISSING;
            case LOOP -> LOOP;
            case HOP_LIMIT -> HOP_LIMIT;
            case UNREACHABLE -> UNREACHABLE;
            case WRONG_TYPE -> WRONG_TYPE;
        };
    }

    /// The value of the JSON field `state`.
    String json() {
        return json;
    }

    /// The state for people.
    String words() {
        return words;
    }
}
