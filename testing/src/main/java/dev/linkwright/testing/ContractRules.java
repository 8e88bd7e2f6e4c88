package dev.linkwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.linkwright.Capability;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.Status;
import dev.linkwright.path.PathRules;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/// The scene of a contract test: a fresh directory of the link system under test, and what is done there over and over.
abstract class ContractRules {
    /// How the directory in which a primitive works was had.
    enum Naming {
        /// By [LinkSystem#open].
        OPENED,
        /// By [LinkSystem#at].
        BY_PATH
    }

    private final LinkSystemContract contract;
    private final Naming naming;
    private final List<Directory> opened = new ArrayList<>();

    LinkSystem system;
    LinkPath root;
    Directory here;
    LinkCapabilities capabilities;

    ContractRules(LinkSystemContract contract, Naming naming) {
        this.contract = contract;
        this.naming = naming;
    }

    @BeforeEach
    void enter() throws IOException {
        system = contract.linkSystem();
        root = contract.freshDirectory();
        here = naming == Naming.OPENED ? system.open(root) : system.at(root);
        capabilities = here.capabilities();
    }

    @AfterEach
    void leave() {
        here.close();
        opened.forEach(Directory::close);
    }

    final Links links() {
        return Links.on(system);
    }

    final boolean has(Capability capability) {
        return capabilities.has(capability);
    }

    /// How a link can be replaced here. Where links are reparse points their data can be replaced, if nothing better is
    /// possible.
    final Guarantee bestReplacement() {
        if (has(Capability.RENAME_EXCHANGE)) {
            return Guarantee.ATOMIC;
        }
        if (has(Capability.ATOMIC_REPLACE)) {
            return Guarantee.CHECKED;
        }
        boolean linksAreReparsePoints = has(Capability.REPARSE_POINTS) && has(Capability.TARGET_KIND);
        return linksAreReparsePoints ? Guarantee.IN_PLACE : Guarantee.GAP;
    }

    /// Skips the test without this capability; another test asserts the refusal.
    final void require(Capability capability) {
        Assumptions.assumeTrue(has(capability), () -> "skipped: " + system.name() + " has no " + capability + " here ("
                + capabilities.whyNot(capability).orElse("no reason given") + ")");
    }

    /// Skips the test with this capability: then there is nothing to be refused.
    final void requireAbsence(Capability capability) {
        Assumptions.assumeFalse(has(capability), () -> "skipped: " + system.name() + " has " + capability + " here");
    }

    /// Skips the test where other rules hold.
    final void requireRules(PathRules rules) {
        Assumptions.assumeTrue(system.rules() == rules, "skipped: other rules for paths hold here");
    }

    final void requireFollowingByTheRules() {
        Assumptions.assumeTrue(contract.followsAsItsRulesSay(),
                () -> "skipped: " + system.name() + " follows links otherwise than the rules of its paths say");
    }

    final boolean isWindows() {
        return system.rules() == PathRules.WINDOWS;
    }

    static Name name(String name) {
        return Name.of(name);
    }

    /// The text as it is stored: Windows follows only backslashes, so links are made with them.
    final LinkTarget stored(LinkTarget asked) {
        return isWindows() ? LinkTarget.of(asked.units().replace('/', '\\')) : asked;
    }

    final LinkTarget stored(String asked) {
        return stored(LinkTarget.of(asked));
    }

    /// The location below the fresh directory that these names, separated by `/`, lead to.
    final LinkPath at(String names) {
        LinkPath path = root;
        for (String each : names.split("/", -1)) {
            path = path.resolve(name(each));
        }
        return path;
    }

    /// The directory there, had in the way that is being tested, and closed when the test ends: Windows removes no
    /// directory that is open.
    final Directory in(String names) throws IOException {
        Directory there = naming == Naming.OPENED ? system.open(at(names)) : system.at(at(names));
        opened.add(there);
        return there;
    }

    /// Makes these objects: see [TreeLayout].
    final void plant(String... notations) throws IOException {
        for (TreeLayout.Item item : TreeLayout.of(notations).items()) {
            LinkPath place = root;
            for (String each : item.path().subList(0, item.path().size() - 1)) {
                makeDirectoryUnlessThere(system.at(place), name(each));
                place = place.resolve(name(each));
            }
            Name last = name(item.path().get(item.path().size() - 1));
            switch (item.kind()) {
                case DIRECTORY -> makeDirectoryUnlessThere(system.at(place), last);
                case LINK -> plantLink(place.resolve(last), item.text());
                case FILE_LINK, DIRECTORY_LINK, JUNCTION, WSL_LINK, HARD_LINK ->
                    throw new IllegalArgumentException("not in every system: " + item.notation());
                case FILE -> contract.writeFile(place.resolve(last), item.text());
            }
        }
    }

    /// A directory of its own in which [Occupant#NAME] is taken by this: dynamic tests share one fresh directory.
    final Directory takenBy(Occupant occupant) throws IOException {
        for (String notation : occupant.layout()) {
            plant(occupant.name() + "/" + notation);
        }
        return in(occupant.name());
    }

    private void plantLink(LinkPath place, String text) throws IOException {
        require(Capability.SYMBOLIC_LINKS);
        links().create(place, LinkTarget.of(text), dev.linkwright.CreateOptions.defaults());
    }

    private static void makeDirectoryUnlessThere(Directory parent, Name name) throws IOException {
        try {
            parent.makeDirectory(name);
        } catch (FileSystemException e) {
            if (!parent.stat(name).isDirectory()) {
                throw e;
            }
        }
    }

    final void write(String names, String contents) throws IOException {
        contract.writeFile(at(names), contents);
    }

    final String contents(String names) throws IOException {
        return contract.readFile(at(names));
    }

    /// Everything below the fresh directory, one object a line, sorted: paths, texts, contents, identities.
    final String picture() throws IOException {
        List<String> lines = new ArrayList<>();
        draw(root, "", lines);
        return String.join("\n", lines);
    }

    /// [#picture] of what is below a directory; empty if there is none.
    final String picture(String names) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            draw(at(names), "", lines);
        } catch (FileSystemException e) {
            failure(e, Reason.NOT_FOUND, Reason.PARENT_NOT_FOUND, Reason.NOT_A_DIRECTORY);
        }
        return String.join("\n", lines);
    }

    private void draw(LinkPath directory, String prefix, List<String> lines) throws IOException {
        Directory drawn = system.at(directory);
        for (Name name : names(drawn)) {
            Status status = drawn.stat(name);
            String line = prefix + name;
            switch (status.type()) {
                case SYMBOLIC_LINK -> lines.add(line + " => " + drawn.readLink(name) + which(status));
                case DIRECTORY -> {
                    lines.add(line + "/" + which(status));
                    draw(directory.resolve(name), line + "/", lines);
                }
                case FILE -> lines.add(line + ": " + contract.readFile(directory.resolve(name)) + which(status));
                default -> lines.add(line + ": " + status.type() + which(status));
            }
        }
    }

    private static String which(Status status) {
        return status.identity() == null ? "" : " " + status.identity();
    }

    /// The names in a directory, sorted.
    static SortedSet<Name> names(Directory directory) throws IOException {
        SortedSet<Name> names = new TreeSet<>();
        try (Cursor cursor = directory.list()) {
            while (cursor.next()) {
                assertThat(names.add(cursor.name())).as("'%s' is listed once", cursor.name()).isTrue();
            }
        }
        return names;
    }

    /// Asserts that the action is refused for one of these reasons (any, if none is given), that the failure is well
    /// formed, and that everything is as it was before.
    final FailureDetails refused(ThrowingCallable action, Reason... reasons) throws IOException {
        String before = picture();
        Throwable thrown = catchThrowable(action);
        assertThat(picture()).as("what is there after the refusal").isEqualTo(before);
        return failure(thrown, reasons);
    }

    /// Asserts that this is a failure of Linkwright, and for which reason.
    static FailureDetails failure(Throwable thrown, Reason... reasons) {
        assertThat(thrown).as("a refusal").isInstanceOf(FileSystemException.class).isInstanceOf(LinkFailure.class);
        FailureDetails details = ((LinkFailure) thrown).details();
        if (reasons.length > 0) {
            assertThat(details.reason()).as(details.describe()).isIn((Object[]) reasons);
        }
        assertThat(thrown).hasSameClassAs(details.toException());
        return details;
    }
}
