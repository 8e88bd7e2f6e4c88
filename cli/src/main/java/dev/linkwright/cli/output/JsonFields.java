package dev.linkwright.cli.output;

import java.io.IOException;
import java.util.List;

import dev.linkwright.NativeText;
import dev.linkwright.path.PathRules;

/// The fields of one JSON object.
public interface JsonFields {

    /// A string.
    void text(String field, String value) throws IOException;

    /// A name or a link's text; when it is not valid Unicode, `<field>Bytes` follows with its units in hexadecimal.
    void name(String field, NativeText value, PathRules rules) throws IOException;

    /// A number.
    void number(String field, long value) throws IOException;

    /// True or false.
    void flag(String field, boolean value) throws IOException;

    /// An array of strings.
    void texts(String field, List<String> values) throws IOException;

    /// An array of objects.
    void objects(String field, List<? extends JsonPart> parts) throws IOException;
}
