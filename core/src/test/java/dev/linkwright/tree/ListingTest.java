package dev.linkwright.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;

import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.system.NioLinkSystem;
import org.junit.jupiter.api.Test;

final class ListingTest {
    private static final class Empty implements Cursor {
        private boolean closed;

        @Override
        public boolean next() {
            return false;
        }

        @Override
        public FileType type() {
            throw new IllegalStateException();
        }

        @Override
        public int reparseTag() {
            throw new IllegalStateException();
        }

        @Override
        public Name name() {
            throw new IllegalStateException();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Empty cursor = new Empty();
    private final Listing listing = listing();

    private Listing listing() {
        LinkPath path = LinkPath.of(".");
        Directory directory = NioLinkSystem.of(FileSystems.getDefault()).at(path);
        return new Listing(new Branch(path, directory), cursor);
    }

    @Test
    void theLastOneToLeaveKnowsWhatAllHaveSeen() {
        listing.join();
        listing.join();
        assertThat(listing.leave(3)).isFalse();
        assertThat(listing.leave(4)).isFalse();
        assertThat(listing.leave(5)).isTrue();
        assertThat(listing.shown()).isEqualTo(12);
        assertThat(listing.hasFailed()).isFalse();
        listing.close();
        assertThat(cursor.closed).isTrue();
    }

    @Test
    void aListingThatFailsForTwoHasFailedOnce() {
        listing.join();
        assertThat(listing.fail()).isTrue();
        assertThat(listing.leave(3)).isFalse();
        assertThat(listing.fail()).isFalse();
        assertThat(listing.leave(4)).isTrue();
        assertThat(listing.hasFailed()).isTrue();
    }

    @Test
    void aSystemWhoseCursorsDoNotSplitLetsNobodyHelp() {
        assertThat(listing.split()).isNull();
    }
}
