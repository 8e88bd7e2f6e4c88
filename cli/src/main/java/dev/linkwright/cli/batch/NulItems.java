package dev.linkwright.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.cli.syntax.UsageException;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Items as fields that are ended by a zero byte: the path, and for commands that want one the text. The last field may
/// lack its zero byte.
public final class NulItems {

    private NulItems() {}

    /// Reads all of `input`.
    ///
    /// @throws IOException    if it cannot be read
    /// @throws UsageException if a path stands without its text
    public static List<Item> read(InputStream input, Item.Form form, PathRules rules)
            throws IOException, UsageException {
        byte[] all = input.readAllBytes();
        List<Item> items = new ArrayList<>();
        @Nullable
        LinkPath path = null;
        for (int start = 0; start < all.length;) {
            int end = start;
            while (end < all.length && all[end] != 0) {
                end++;
            }
            byte[] field = Arrays.copyOfRange(all, start, end);
            if (path != null) {
                items.add(new Item(path, LinkTarget.ofBytes(field)));
                path = null;
            } else if (form == Item.Form.PATH) {
                items.add(new Item(LinkPath.ofBytes(rules, field), null));
            } else {
                path = LinkPath.ofBytes(rules, field);
            }
            start = end + 1;
        }
        if (path != null) {
            throw new UsageException(
                    "the input ends after the path of item " + (items.size() + 1) + ", without its text");
        }
        return items;
    }
}
