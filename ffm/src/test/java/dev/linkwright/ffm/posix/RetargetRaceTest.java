package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.linkwright.Directory;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.testing.Bench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A thread puts a regular file, a directory and another link at the name, in turns and as fast as it can, while the link
/// there gets one text after the other. Whatever was there is there in the end, unless a call said that it replaced it.
final class RetargetRaceTest {
    private static final int ATTACKS = 20_000;
    private static final String OURS = "ours";
    private static final String THEIRS = "theirs";
    private static final Name LINK = Name.of("link");

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger attacks = new AtomicInteger();
    /// How many of each there are. Only the attacker's until he has ended.
    private final Map<Booty, Integer> brought = new EnumMap<>(Booty.class);
    private final Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
    private int replacedOfTheirs;
    private LinkSystem system;
    private Links links;
    private Path base;
    private Path link;
    private @Nullable Thread attacker;

    private enum Booty {
        FILE,
        DIRECTORY,
        LINK;

        boolean isAt(Path place) throws IOException {
            return switch (this) {
                case FILE -> Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
                case DIRECTORY -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
                case LINK -> Files.isSymbolicLink(place) && Files.readSymbolicLink(place).endsWith(THEIRS);
            };
        }

        void make(Path place) throws IOException {
            switch (this) {
                case FILE -> Files.writeString(place, "precious");
                case DIRECTORY -> Files.writeString(Files.createDirectory(place).resolve("inside"), "precious");
                case LINK -> Files.createSymbolicLink(place, Path.of(THEIRS));
            }
        }
    }

    @BeforeEach
    void enter() throws IOException {
        system = ThisHost.linkSystem();
        links = Links.on(system);
        Path memory = Path.of("/dev/shm");
        Bench.POSIX.require(Files.isWritable(memory), "a tmpfs at /dev/shm");
        base = Files.createTempDirectory(memory, "race");
        link = Files.createSymbolicLink(base.resolve(LINK.toString()), Path.of(OURS));
    }

    @AfterEach
    void leave() throws Exception {
        endAttack();
        Root.run("rm", "-rf", base.toString());
    }

    @Test
    void nothingIsLostDuringRetarget() throws Exception {
        startAttacker();
        for (int turn = 0; goesOn(Reason.CHANGED_BY_OTHERS); turn++) {
            retarget("new-" + turn, RetargetOptions.defaults());
        }
        endAttack();
        everythingIsThere();
    }

    @Test
    void nothingIsLostDuringRetargetOfAnExpectedLinkAndNoOtherLinkIsReplaced() throws Exception {
        startAttacker();
        for (int turn = 0; goesOn(Reason.UNEXPECTED_TARGET); turn++) {
            retarget(OURS + turn, RetargetOptions.defaults().withExpected(LinkTarget.of(ours())));
        }
        endAttack();
        assertThat(replacedOfTheirs).isZero();
        everythingIsThere();
    }

    /// A look, and then a rename: it goes on until a file is lost, which has to happen.
    @Test
    void aLookAndARenameLoseTheFile() throws Exception {
        startAttacker();
        Path temporary = base.resolve("temporary");
        boolean lost = false;
        while (!lost) {
            for (int turn = 0; turn < ATTACKS / 10; turn++) {
                Files.deleteIfExists(temporary);
                Files.createSymbolicLink(temporary, Path.of(OURS));
                if (Files.isSymbolicLink(link)) {
                    moveOver(temporary);
                }
            }
            endAttack();
            lost = count(Booty.FILE) < brought.getOrDefault(Booty.FILE, 0);
            over.set(false);
            startAttacker();
        }
        assertThat(attacks.get()).isPositive();
    }

    private void moveOver(Path temporary) throws IOException {
        try {
            Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException aDirectoryMeanwhile) {
            assertThat(Files.isSymbolicLink(temporary)).isTrue();
        }
    }

    private void retarget(String text, RetargetOptions options) {
        try {
            Retargeting done = links.retarget(LinkPath.of(link), LinkTarget.of(text), options);
            assertThat(done.guarantee()).isEqualTo(Guarantee.ATOMIC);
            replacedOfTheirs += done.previous().equals(LinkTarget.of(THEIRS)) ? 1 : 0;
        } catch (FileSystemException e) {
            Reason reason = ((LinkFailure) e).details().reason();
            assertThat(reason).as(e.getMessage()).isIn(Reason.CHANGED_BY_OTHERS, Reason.NOT_A_LINK,
                    Reason.UNEXPECTED_TARGET);
            refusals.merge(reason, 1, Integer::sum);
        }
    }

    /// What is at the name now, if that is one of ours.
    private String ours() throws IOException {
        try {
            String text = Files.readSymbolicLink(link).toString();
            return text.equals(THEIRS) ? OURS : text;
        } catch (FileSystemException somethingElseIsThere) {
            return OURS;
        }
    }

    /// Until there were so many attacks, and one of them was noticed in this way.
    private boolean goesOn(Reason noticed) {
        return attacks.get() < ATTACKS || !refusals.containsKey(noticed);
    }

    private void everythingIsThere() throws IOException {
        assertThat(count(Booty.FILE)).isEqualTo(brought.getOrDefault(Booty.FILE, 0));
        assertThat(count(Booty.DIRECTORY)).isEqualTo(brought.getOrDefault(Booty.DIRECTORY, 0));
        assertThat(count(Booty.LINK)).isEqualTo(brought.getOrDefault(Booty.LINK, 0) - replacedOfTheirs);
    }

    private int count(Booty booty) throws IOException {
        int found = 0;
        try (Stream<Path> all = Files.list(base)) {
            for (Path each : all.toList()) {
                found += booty.isAt(each) ? 1 : 0;
            }
        }
        return found;
    }

    private void startAttacker() {
        attacker = new Thread(this::attack);
        attacker.start();
    }

    private void endAttack() throws InterruptedException {
        over.set(true);
        Thread ending = attacker;
        if (ending != null) {
            ending.join();
        }
    }

    /// Puts something there and takes back what is there by then. Exchanges lose nothing.
    private void attack() {
        try (Directory directory = system.open(LinkPath.of(base))) {
            while (!over.get()) {
                for (Booty booty : Booty.values()) {
                    Name name = Name.of(place(booty).getFileName().toString());
                    directory.rename(name, directory, LINK, RenameMode.EXCHANGE);
                    directory.rename(name, directory, LINK, RenameMode.EXCHANGE);
                    attacks.incrementAndGet();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the last one is; one that has gone elsewhere is made anew.
    private Path place(Booty booty) throws IOException {
        Path last = base.resolve(booty + "-" + brought.getOrDefault(booty, 0));
        if (booty.isAt(last)) {
            return last;
        }
        Path next = base.resolve(booty + "-" + brought.merge(booty, 1, Integer::sum));
        booty.make(next);
        return next;
    }
}
