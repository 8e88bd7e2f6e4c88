package dev.linkwright.cli.output;

import java.io.ByteArrayOutputStream;

/// Text for people that is kept until its turn comes: what is written to its page can be taken as bytes, and handed to the
/// page that it was made for later ([Page#written]).
public final class Draft {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output output = new Output(bytes);
    private final Page page;

    /// For `page`, whose names and colours it has.
    public Draft(Page page) {
        this.page = page.on(output);
    }

    /// Where to write.
    public Page page() {
        return page;
    }

    /// What has been written since it was last taken.
    public byte[] take() throws OutputFailure {
        output.flush();
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
