package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import dev.linkwright.Attributes;
import dev.linkwright.Capability;
import dev.linkwright.Contents;
import dev.linkwright.ExtendedAttribute;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.reparse.ByteString;
import org.junit.jupiter.api.Test;

/// What the primitives of [Contents] and [HeldObject] keep to. A system without [Capability#CONTENTS] only has to say so.
abstract class ContentsRules extends ContractRules {
    private static final Instant ACCESSED = Instant.parse("2011-12-13T14:15:16.5Z");
    private static final Instant MODIFIED = Instant.parse("2007-08-09T10:11:12.25Z");
    private static final ExtendedAttribute COMMENT = attribute("user.comment", "kept");

    ContentsRules(LinkSystemContract contract, Naming naming) {
        super(contract, naming);
    }

    private Contents contents() throws IOException {
        return here.contents();
    }

    private Status.Ownership owner(String name) throws IOException {
        return Objects.requireNonNull(here.stat(name(name)).owner());
    }

    @Test
    void withoutTheCapabilityContentsAreRefused() throws IOException {
        requireAbsence(Capability.CONTENTS);
        refused(() -> here.contents(), Reason.CAPABILITY_MISSING);
    }

    @Test
    void attributesAreThoseOfStatAndOfNothingElse() throws IOException {
        require(Capability.CONTENTS);
        write("file", "contents");
        here.makeDirectory(name("directory"));

        for (String each : new String[]{"file", "directory"}) {
            Attributes found = contents().attributes(name(each));
            assertThat(found.status()).isEqualTo(here.stat(name(each)));
            assertThat(found.device()).isZero();
        }
        assertThat(contents().attributes(name("file")).type()).isEqualTo(FileType.FILE);
        refused(() -> contents().attributes(name("missing")), Reason.NOT_FOUND);
    }

    @Test
    void attributesOfALinkAreItsOwn() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "link => file");

        assertThat(contents().attributes(name("link")).status()).isEqualTo(here.stat(name("link")));
        try (HeldObject held = contents().hold(name("link"))) {
            assertThat(held.attributes().status().isSymbolicLink()).isTrue();
        }
    }

    @Test
    void aFileIsCopiedToTheLastByte() throws IOException {
        require(Capability.CONTENTS);
        for (String text : new String[]{"", "short", "long ".repeat(60_000)}) {
            write("from", text);
            try (HeldObject from = contents().openFile(name("from"), contents().attributes(name("from")));
                    HeldObject to = contents().createFile(name("to"))) {
                assertThat(from.copyContentsTo(to)).isEqualTo(text.length());
                to.sync();
            }
            assertThat(contents("to")).isEqualTo(text);
            assertThat(contents("from")).isEqualTo(text);
            here.unlink(name("to"));
        }
    }

    @Test
    void aSmallFileIsReadWholeAndALargerOneRefused() throws IOException {
        require(Capability.CONTENTS);
        for (String text : new String[]{"", "short", "long ".repeat(60_000)}) {
            write("file", text);
            try (HeldObject file = contents().openFile(name("file"), contents().attributes(name("file")))) {
                byte[] whole = text.getBytes(StandardCharsets.US_ASCII);
                assertThat(file.readContents(whole.length)).isEqualTo(whole);
                assertThat(file.readContents(Integer.MAX_VALUE - 16)).as("from the start again").isEqualTo(whole);
                if (whole.length > 0) {
                    refused(() -> file.readContents(whole.length - 1), Reason.TOO_LARGE);
                }
            }
        }
    }

    @Test
    void onlyTheContentsOfAnOpenFileAreRead() throws IOException {
        require(Capability.CONTENTS);
        here.makeDirectory(name("directory"));
        write("file", "contents");
        try (HeldObject directory = contents().hold(name("directory"))) {
            assertThat(catchThrowable(() -> directory.readContents(10))).isInstanceOf(FileSystemException.class);
        }
        HeldObject file = contents().openFile(name("file"), contents().attributes(name("file")));
        file.close();
        assertThat(catchThrowable(() -> file.readContents(10))).isInstanceOf(FileSystemException.class);
    }

    @Test
    void aNewFileIsEmptyAndForItsOwnerOnly() throws IOException {
        require(Capability.CONTENTS);
        try (HeldObject made = contents().createFile(name("made"))) {
            Status status = made.attributes().status();
            assertThat(status.type()).isEqualTo(FileType.FILE);
            assertThat(status.size()).isZero();
            if (status.owner() != null && !isWindows()) {
                assertThat(status.owner().mode()).isEqualTo(0600);
            }
        }
        assertThat(contents("made")).isEmpty();
    }

    @Test
    void whatStandsAtTheNameIsNeitherOpenedForWritingNorReplaced() throws IOException {
        require(Capability.CONTENTS);
        write("file", "precious");
        here.makeDirectory(name("directory"));

        refused(() -> contents().createFile(name("file")), Reason.EXISTS);
        refused(() -> contents().createFile(name("directory")), Reason.EXISTS);
    }

    @Test
    void noFileIsMadeThroughALink() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "link => file", "dangling => missing");

        refused(() -> contents().createFile(name("link")), Reason.EXISTS);
        refused(() -> contents().createFile(name("dangling")), Reason.EXISTS);
    }

    @Test
    void noFileIsReadThroughALink() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "link => file");
        Attributes ofLink = contents().attributes(name("link"));
        Attributes ofFile = contents().attributes(name("file"));

        refused(() -> contents().openFile(name("link"), ofLink), Reason.IS_A_LINK);
        refused(() -> contents().openFile(name("link"), ofFile), Reason.IS_A_LINK, Reason.TOO_MANY_LINKS_IN_PATH);
    }

    @Test
    void anotherFileThanTheExpectedOneIsNotRead() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.IDENTITY);
        write("file", "one");
        write("other", "two");
        Attributes ofOther = contents().attributes(name("other"));

        refused(() -> contents().openFile(name("file"), ofOther), Reason.CHANGED_BY_OTHERS);
    }

    @Test
    void onlyRegularFilesAreOpened() throws IOException {
        require(Capability.CONTENTS);
        here.makeDirectory(name("directory"));
        Attributes ofDirectory = contents().attributes(name("directory"));

        refused(() -> contents().openFile(name("directory"), ofDirectory));
    }

    @Test
    void timesAreSetToTheHundredNanoseconds() throws IOException {
        require(Capability.CONTENTS);
        write("file", "contents");
        here.makeDirectory(name("directory"));
        for (String each : new String[]{"file", "directory"}) {
            try (HeldObject held = contents().hold(name(each))) {
                held.setTimes(ACCESSED, MODIFIED);
            }
            Attributes found = contents().attributes(name(each));
            assertThat(found.status().modified()).isEqualTo(MODIFIED);
            assertThat(Duration.between(ACCESSED, found.accessed()).abs()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void timesOfALinkAreItsOwnOrRefused() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "link => file");
        Instant ofFile = here.stat(name("file")).modified();

        try (HeldObject held = contents().hold(name("link"))) {
            Throwable refusal = catchThrowable(() -> held.setTimes(ACCESSED, MODIFIED));
            if (refusal == null) {
                assertThat(here.stat(name("link")).modified()).isEqualTo(MODIFIED);
            } else {
                failure(refusal);
            }
        }
        assertThat(here.stat(name("file")).modified()).isEqualTo(ofFile);
    }

    @Test
    void theModeOfAFileAndADirectoryIsSetAndThatOfALinkRefused() throws IOException {
        require(Capability.CONTENTS);
        plant("file", "directory/");
        for (String each : new String[]{"file", "directory"}) {
            try (HeldObject held = contents().hold(name(each))) {
                Throwable refusal = catchThrowable(() -> held.setMode(0751));
                if (refusal == null) {
                    assertThat(owner(each).mode()).isEqualTo(0751);
                } else {
                    assertThat(failure(refusal).reason()).isEqualTo(Reason.CAPABILITY_MISSING);
                }
            }
        }
    }

    @Test
    void aModeIsNotSetThroughALink() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "link => file");

        try (HeldObject held = contents().hold(name("link"))) {
            refused(() -> held.setMode(0751));
        }
    }

    @Test
    void anOwnerIsSetOrRefusedAndNeverThroughALink() throws IOException {
        require(Capability.CONTENTS);
        require(Capability.SYMBOLIC_LINKS);
        plant("file", "link => file");
        Status before = here.stat(name("file"));
        Status.Ownership mine = here.stat(name("link")).owner();

        try (HeldObject held = contents().hold(name("link"))) {
            Throwable refusal = catchThrowable(() -> held.setOwner(12_345, 23_456));
            if (refusal == null) {
                assertThat(owner("link").user()).isEqualTo(12_345);
                assertThat(owner("link").group()).isEqualTo(23_456);
            } else {
                FailureDetails details = failure(refusal);
                assertThat(details.link()).isEqualTo(at("link"));
                assertThat(here.stat(name("link")).owner()).isEqualTo(mine);
            }
        }
        assertThat(here.stat(name("file")).owner()).isEqualTo(before.owner());
    }

    @Test
    void extendedAttributesAreKeptReplacedAndTakenAway() throws IOException {
        require(Capability.CONTENTS);
        write("file", "contents");
        try (HeldObject held = contents().hold(name("file"))) {
            Throwable refusal = catchThrowable(() -> held.setExtendedAttribute(COMMENT));
            if (refusal != null) {
                failure(refusal);
                assertThat(held.extendedAttributes()).doesNotContain(COMMENT);
                return;
            }
            assertThat(held.extendedAttributes()).contains(COMMENT);
        }
        ExtendedAttribute longer = attribute("user.comment", "longer ".repeat(500));
        try (HeldObject open = contents().openFile(name("file"), contents().attributes(name("file")))) {
            open.setExtendedAttribute(longer);
            assertThat(open.extendedAttributes()).contains(longer).doesNotContain(COMMENT);
            open.removeExtendedAttribute(COMMENT.name());
            open.removeExtendedAttribute(COMMENT.name());
            assertThat(open.extendedAttributes()).doesNotContain(longer);
        }
        assertThat(contents("file")).isEqualTo("contents");
    }

    @Test
    void theDirectoryItselfIsHeld() throws IOException {
        require(Capability.CONTENTS);
        here.makeDirectory(name("directory"));
        try (var directory = here.open(name("directory")); HeldObject held = directory.contents().holdDirectory()) {
            assertThat(held.attributes().status().isDirectory()).isTrue();
            held.setTimes(ACCESSED, MODIFIED);
            held.removeExtendedAttribute(ByteString.of("user.none".getBytes(StandardCharsets.US_ASCII)));
        }
        assertThat(here.stat(name("directory")).modified()).isEqualTo(MODIFIED);
    }

    @Test
    void aNamedPipeIsMadeOrRefusedAndNeverWaitedFor() throws IOException {
        require(Capability.CONTENTS);
        Name pipe = name("pipe");
        Throwable refusal = catchThrowable(() -> contents().makeSpecialFile(pipe, FileType.FIFO, 0));
        if (refusal != null) {
            failure(refusal, Reason.CAPABILITY_MISSING);
            return;
        }
        Attributes made = contents().attributes(pipe);
        assertThat(made.type()).isEqualTo(FileType.FIFO);
        refused(() -> contents().makeSpecialFile(pipe, FileType.FIFO, 0), Reason.EXISTS);
        refused(() -> contents().openFile(pipe, made));
        refused(() -> contents().makeSpecialFile(name("file"), FileType.FILE, 0), Reason.CAPABILITY_MISSING);
    }

    @Test
    void aClosedObjectIsOfNoUse() throws IOException {
        require(Capability.CONTENTS);
        HeldObject made = contents().createFile(name("made"));
        made.close();
        made.close();
        write("file", "contents");
        try (HeldObject from = contents().openFile(name("file"), contents().attributes(name("file")))) {
            Throwable refusal = catchThrowable(() -> from.copyContentsTo(made));
            assertThat(refusal).isInstanceOf(FileSystemException.class);
        }
        assertThat(contents("made")).isEmpty();
    }

    @Test
    void nothingIsMountedBelowAFreshDirectory() throws IOException {
        require(Capability.CONTENTS);
        here.makeDirectory(name("directory"));
        assertThat(contents().mountsBelow()).isEmpty();
    }

    private static ExtendedAttribute attribute(String name, String value) {
        return new ExtendedAttribute(ByteString.of(name.getBytes(StandardCharsets.UTF_8)),
                ByteString.of(value.getBytes(StandardCharsets.UTF_8)));
    }
}
