package dev.linkwright.cli.output;

import dev.linkwright.NativeText;
import dev.linkwright.cli.text.Quoting;

/// Text for people: knows whether names must be made harmless because a terminal shows them, and whether colours are
/// wanted.
public final class Page {

    /// How names and link texts are written.
    public enum Names {
        /// Byte by byte: for files and programs.
        VERBATIM,
        /// Quoted where they could be misread: for terminals.
        QUOTED
    }

    /// Whether words are coloured.
    public enum Colours {
        ON,
        OFF
    }

    private static final byte DELETE = 0x7f;

    private final Output output;
    private final Names names;
    private final Colours colours;

    /// Writes to `output`.
    public Page(Output output, Names names, Colours colours) {
        this.output = output;
        this.names = names;
        this.colours = colours;
    }

    /// Writes a name or a link's text.
    public Page name(NativeText name) throws OutputFailure {
        if (names == Names.QUOTED && !isPlain(name)) {
            output.text(Quoting.forTerminal(name.bytes()));
        } else {
            output.name(name);
        }
        return this;
    }

    /// Writes a name or a link's text in a colour.
    public Page name(Colour colour, NativeText name) throws OutputFailure {
        begin(colour);
        name(name);
        end();
        return this;
    }

    /// Writes words of the program.
    public Page words(String words) throws OutputFailure {
        output.text(words);
        return this;
    }

    /// Writes words of the program in a colour.
    public Page words(Colour colour, String words) throws OutputFailure {
        begin(colour);
        output.text(words);
        end();
        return this;
    }

    /// Writes what a [Draft] of this page has kept.
    public Page written(byte[] draft) throws OutputFailure {
        output.write(draft, 0, draft.length);
        return this;
    }

    /// The same page on another output.
    Page on(Output other) {
        return new Page(other, names, colours);
    }

    /// Ends the line.
    public void endLine() throws OutputFailure {
        output.write('\n');
    }

    /// Whether a terminal surely shows it as it is, as most names of most trees: visible ASCII, and no `$` that could begin
    /// a quoted word.
    private static boolean isPlain(NativeText name) {
        int length = name.length();
        for (int i = 0; i < length; i++) {
            byte unit = name.byteAt(i);
            if (unit <= ' ' || unit == DELETE) {
                return false;
            }
        }
        return length > 0 && name.byteAt(0) != '$';
    }

    private void begin(Colour colour) throws OutputFailure {
        if (colours == Colours.ON) {
            output.text(colour.on());
        }
    }

    private void end() throws OutputFailure {
        if (colours == Colours.ON) {
            output.text(Colour.OFF);
        }
    }
}
