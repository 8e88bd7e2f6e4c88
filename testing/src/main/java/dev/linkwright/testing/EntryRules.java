package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FileType;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import org.junit.jupiter.api.Test;

/// Looking at entries, listing them, and making directories.
abstract class EntryRules extends ContractRules {
    EntryRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    @Test
    void aStatusTellsWhatTheObjectItselfIs() throws IOException {
        plant("file", "dir/");
        assertThat(here.stat(name("file")).type()).isEqualTo(FileType.FILE);
        assertThat(here.stat(name("file")).size()).isEqualTo("contents of file".length());
        assertThat(here.stat(name("dir")).type()).isEqualTo(FileType.DIRECTORY);
        refused(() -> here.stat(name("missing")), Reason.NOT_FOUND);
        plant("to-file => file", "to-dir => dir", "dangling => nowhere", "loop => loop");
        for (String link : List.of("to-file", "to-dir", "dangling", "loop")) {
            assertThat(here.stat(name(link)).type()).as(link).isEqualTo(FileType.SYMBOLIC_LINK);
        }
    }

    @Test
    void onlySystemsWhoseLinksHaveAKindTellOne() throws IOException {
        plant("file", "dir/", "to-file => file", "to-dir => dir");
        boolean told = has(Capability.TARGET_KIND);
        assertThat(here.stat(name("to-dir")).targetKind())
                .isEqualTo(told ? TargetKind.DIRECTORY : TargetKind.UNSPECIFIED);
        assertThat(here.stat(name("to-file")).targetKind()).isEqualTo(told ? TargetKind.FILE : TargetKind.UNSPECIFIED);
        assertThat(here.stat(name("dir")).targetKind()).isEqualTo(TargetKind.UNSPECIFIED);
    }

    @Test
    void identitiesTellObjectsApart() throws IOException {
        plant("file", "other", "dir/");
        Status file = here.stat(name("file"));
        if (!has(Capability.IDENTITY)) {
            assertThat(file.identity()).isNull();
            return;
        }
        assertThat(file.identity()).isNotNull().isEqualTo(here.stat(name("file")).identity())
                .isNotEqualTo(here.stat(name("other")).identity()).isNotEqualTo(here.stat(name("dir")).identity());
        assertThat(in("dir").status().identity()).isEqualTo(here.stat(name("dir")).identity());
        plant("link => file");
        assertThat(here.stat(name("link")).identity()).isNotEqualTo(file.identity());
        assertThat(here.follow(name("link")).identity()).isEqualTo(file.identity());
    }

    @Test
    void followingEndsAtTheTarget() throws IOException {
        plant("file", "dir/inside", "to-file => file", "to-dir => dir", "twice => to-dir", "below => twice/inside");
        assertThat(here.follow(name("file")).type()).isEqualTo(FileType.FILE);
        assertThat(here.follow(name("to-file")).type()).isEqualTo(FileType.FILE);
        assertThat(here.follow(name("to-dir")).type()).isEqualTo(FileType.DIRECTORY);
        assertThat(here.follow(name("twice")).type()).isEqualTo(FileType.DIRECTORY);
        assertThat(here.follow(name("below")).type()).isEqualTo(FileType.FILE);
    }

    @Test
    void followingTellsWhyItDoesNotEnd() throws IOException {
        refused(() -> here.follow(name("missing")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        plant("dangling => nowhere", "loop => loop", "a => b", "b => a");
        refused(() -> here.follow(name("dangling")), Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND);
        refused(() -> here.follow(name("loop")), Reason.TOO_MANY_LINKS_IN_PATH);
        refused(() -> here.follow(name("a")), Reason.TOO_MANY_LINKS_IN_PATH);
    }

    @Test
    void aListingNamesEveryEntryOnce() throws IOException {
        assertThat(names(here)).isEmpty();
        plant("file", "dir/inside", ".hidden", "with space");
        assertThat(names(here)).containsExactly(name(".hidden"), name("dir"), name("file"), name("with space"));
    }

    @Test
    void aListingTellsTypesThatAreTrueOrUnknown() throws IOException {
        plant("file", "dir/", "to-dir => dir", "to-file => file", "dangling => nowhere");
        Map<Name, FileType> told = new HashMap<>();
        try (Cursor cursor = here.list()) {
            while (cursor.next()) {
                FileType type = cursor.type();
                told.put(cursor.name(), type);
                assertThat(cursor.type()).as("asked again").isEqualTo(type);
            }
        }
        assertThat(told).hasSize(5);
        for (Map.Entry<Name, FileType> entry : told.entrySet()) {
            assertThat(entry.getValue()).isIn(FileType.UNKNOWN, here.stat(entry.getKey()).type());
        }
    }

    @Test
    void onlyFilesArePassedAndEachIsCounted() throws IOException {
        plant("file-1", "dir/", "file-2", "to-dir => dir", "to-file => file-1", "dangling => nowhere", "file-3");
        SortedSet<Name> others = new TreeSet<>();
        long files = 0;
        try (Cursor cursor = here.list()) {
            for (files += cursor.passFiles(); cursor.next(); files += cursor.passFiles()) {
                boolean isFile = here.stat(cursor.name()).type() == FileType.FILE;
                files += isFile ? 1 : 0;
                assertThat(isFile || others.add(cursor.name())).isTrue();
            }
            assertThat(cursor.next()).as("at the end").isFalse();
        }
        assertThat(files).isEqualTo(3);
        assertThat(others).containsExactly(name("dangling"), name("dir"), name("to-dir"), name("to-file"));
    }

    @Test
    void aDirectoryOfFilesIsPassedAtOnceOrNotAtAll() throws IOException {
        try (Cursor cursor = here.list()) {
            assertThat(cursor.passFiles()).isZero();
            assertThat(cursor.next()).isFalse();
        }
        for (int i = 0; i < 1000; i++) {
            plant("file-with-quite-a-long-name-so-that-one-buffer-cannot-hold-them-all-in-one-place-" + i);
        }
        try (Cursor cursor = here.list()) {
            long passed = cursor.passFiles();
            assertThat(passed).isIn(0L, 1000L);
            assertThat(cursor.next()).isEqualTo(passed == 0);
        }
    }

    @Test
    void aLongListingIsWhole() throws IOException {
        SortedSet<Name> expected = new TreeSet<>();
        for (int i = 0; i < 700; i++) {
            Name name = name("directory-with-quite-a-long-name-so-that-one-buffer-cannot-hold-them-all-" + i);
            here.makeDirectory(name);
            expected.add(name);
        }
        assertThat(names(here)).isEqualTo(expected);
        assertThat(names(here)).as("listed again").isEqualTo(expected);
    }

    @Test
    void listingsDoNotDisturbEachOther() throws IOException {
        plant("a/", "b/", "c/");
        try (Cursor first = here.list(); Cursor second = here.list()) {
            assertThat(first.next()).isTrue();
            assertThat(names(here)).hasSize(3);
            int more = 0;
            while (second.next()) {
                more++;
            }
            assertThat(more).isEqualTo(3);
            assertThat(first.next()).isTrue();
        }
    }

    @Test
    void aCursorMayBeClosedTwiceAndInTheMiddle() throws IOException {
        plant("a/", "b/");
        Cursor cursor = here.list();
        assertThat(cursor.next()).isTrue();
        cursor.close();
        cursor.close();
        assertThat(names(here)).hasSize(2);
    }

    @Test
    void whileEntriesAreRemovedAListingGoesOn() throws IOException {
        for (int i = 0; i < 100; i++) {
            here.makeDirectory(name("d" + i));
        }
        try (Cursor cursor = here.list()) {
            while (cursor.next()) {
                here.removeDirectory(cursor.name());
            }
        }
        assertThat(names(here)).isEmpty();
    }

    @Test
    void aDirectoryIsMadeEmpty() throws IOException {
        here.makeDirectory(name("dir"));
        assertThat(here.stat(name("dir")).type()).isEqualTo(FileType.DIRECTORY);
        assertThat(names(in("dir"))).isEmpty();
    }

    @Test
    void aPrivateDirectoryIsForItsOwnerOnly() throws IOException {
        here.makePrivateDirectory(name("dir"));
        Status status = here.stat(name("dir"));
        assertThat(status.type()).isEqualTo(FileType.DIRECTORY);
        if (status.owner() != null) {
            assertThat(Integer.toOctalString(status.owner().mode() & 0777)).isEqualTo("700");
        }
    }

    @Test
    void aDirectoryIsNeverMadeWhereTheNameIsTaken() throws IOException {
        for (Occupant occupant : Occupant.values()) {
            if (!occupant.isLink() || has(Capability.SYMBOLIC_LINKS)) {
                Directory there = takenBy(occupant);
                refused(() -> there.makeDirectory(name(Occupant.NAME)), Reason.EXISTS);
                refused(() -> there.makePrivateDirectory(name(Occupant.NAME)), Reason.EXISTS);
            }
        }
    }

    @Test
    void withoutReparsePointsTheirDataIsRefused() throws IOException {
        plant("file");
        if (has(Capability.REPARSE_POINTS)) {
            assertThat(here.readReparseData(name("file"))).isNull();
        } else {
            byte[] data = {0, 0, 0, 0, 0, 0, 0, 0};
            refused(() -> here.readReparseData(name("file")), Reason.CAPABILITY_MISSING);
            refused(() -> here.makeReparsePoint(name("new"), data, TargetKind.FILE), Reason.CAPABILITY_MISSING);
            refused(() -> here.replaceReparseData(name("file"), data, data), Reason.CAPABILITY_MISSING);
        }
    }
}
