package dev.linkwright.cli.output;

import dev.linkwright.NativeText;

/// Fields for programs, each ended by a zero byte: names and texts byte by byte, nothing in between.
public final class NulFields {

    private final Output output;

    NulFields(Output output) {
        this.output = output;
    }

    /// Writes a name or a link's text.
    public NulFields name(NativeText name) throws OutputFailure {
        output.write(name.bytes(), 0, name.length());
        output.write(0);
        return this;
    }

    /// Writes a word of the program; the empty word says that the field does not apply.
    public NulFields word(String word) throws OutputFailure {
        output.text(word);
        output.write(0);
        return this;
    }
}
