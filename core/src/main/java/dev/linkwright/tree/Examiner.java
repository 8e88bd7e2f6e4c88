package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Directory;
import dev.linkwright.Entry;
import dev.linkwright.FileType;
import dev.linkwright.Hop;
import dev.linkwright.Identity;
import dev.linkwright.Link;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkState;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.Resolution;
import dev.linkwright.Status;
import dev.linkwright.SymbolicLink;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Judges links. The system is asked first, in one call; only what that call cannot settle is read and followed hop by
/// hop, by the one way in which Linkwright follows links ([Links#resolve]).
final class Examiner {
    private static final Set<Verdict> NOTHING = Set.of();

    private final Links links;
    private final PathRules rules;
    private final ScanOptions options;
    private final LinkPath physicalRoot;
    private final @Nullable Identity identityOfRoot;
    private final TextVerdicts texts;
    private final Cases cases;
    private final boolean oneCallSettlesGoodLinks;

    Examiner(LinkSystem system, ScanOptions options, Directory root) throws FileSystemException {
        this.links = Links.on(system);
        this.rules = system.rules();
        this.options = options;
        this.physicalRoot = root.physicalPath();
        this.identityOfRoot = root.status().identity();
        this.texts = new TextVerdicts(rules);
        this.cases = new Cases(system);
        // The texts of Windows are judged before anything is asked that may follow them.
        this.oneCallSettlesGoodLinks = rules == PathRules.POSIX && isSettledByFollowing(options.wanted());
    }

    /// The placeholders of git are no links: what is wanted of them does not matter here.
    private static boolean isSettledByFollowing(Set<Verdict> wanted) {
        Set<Verdict> ofLinks = EnumSet.copyOf(wanted);
        ofLinks.remove(Verdict.GIT_PLACEHOLDER);
        return Verdict.problems().containsAll(ofLinks);
    }

    /// Whether an entry may be a link of some kind.
    static boolean mayBeLink(TreeEntry entry) {
        return entry.type() == FileType.SYMBOLIC_LINK || entry.reparseTag() != 0;
    }

    /// What is to be said of an entry that may be a link; null if it is none, or not wanted.
    ///
    /// @throws FileSystemException if it cannot be examined
    ScanEvent.@Nullable Found examine(TreeDirectory directory, TreeEntry entry) throws FileSystemException {
        if (options.judgement() == ScanOptions.Judgement.NONE) {
            return new ScanEvent.Found(entry.path(), entry.depth(), Optional.empty(), Optional.empty(), NOTHING,
                    Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
        if (rules != PathRules.POSIX || directory.directory().mayHaveReparsePoints()) {
            return judgedByEntry(directory, entry);
        }
        Reason known = oneCallSettlesGoodLinks ? entry.whyNotFollowed() : null;
        return oneCallSettlesGoodLinks && known == null ? null : judgedByText(directory, entry, known);
    }

    /// The texts of reparse points are those of Windows, on other systems too.
    private void judgeText(LinkTarget target, Optional<Entry> found, Set<Verdict> verdicts) {
        boolean isReparsePoint = found.isPresent() && found.get().status().reparseTag() != 0;
        if (rules != PathRules.POSIX || found.isEmpty()) {
            texts.judge(target, verdicts);
        } else if (isReparsePoint) {
            new TextVerdicts(PathRules.WINDOWS).judge(target, verdicts);
        } else {
            texts.judge(target, verdicts);
            verdicts.add(Verdict.NOT_PORTABLE);
        }
    }

    /// The first hop is the link itself, so its text is not read another time.
    private ScanEvent.@Nullable Found judgedByText(TreeDirectory directory, TreeEntry entry, @Nullable Reason known)
            throws FileSystemException {
        Resolution resolution = links.resolve(directory.directory(), placeOf(directory), entry.name(), known);
        LinkTarget target = resolution.hops().isEmpty()
                ? directory.directory().readLink(entry.name())
                : resolution.hops().get(0).target();
        return judged(entry, Optional.empty(), target, resolution, false);
    }

    private ScanEvent.@Nullable Found judgedByEntry(TreeDirectory directory, TreeEntry entry)
            throws FileSystemException {
        Entry found = Entry.in(directory.directory(), entry.name());
        if (!(found instanceof Link link)) {
            return null;
        }
        Resolution resolution = links.resolve(directory.directory(), placeOf(directory), entry.name(), null);
        boolean deceptive = Labels.deceive(links, directory.directory(), found, resolution);
        return judged(entry, Optional.of(found), link.target(), resolution, deceptive);
    }

    private ScanEvent.@Nullable Found judged(TreeEntry entry, Optional<Entry> found, LinkTarget target,
            Resolution resolution, boolean deceptive) {
        EnumSet<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        LinkState state = stateOf(resolution, found);
        verdicts.add(verdictOf(state));
        judgeText(target, found, verdicts);
        judgePlace(resolution, verdicts);
        if (deceptive) {
            verdicts.add(Verdict.DECEPTIVE);
        }
        if (state == LinkState.MISSING && options.wanted().contains(Verdict.CASE_MISMATCH)
                && cases.explain(resolution.reached())) {
            verdicts.add(Verdict.CASE_MISMATCH);
        }
        if (Collections.disjoint(verdicts, options.wanted())) {
            return null;
        }
        return new ScanEvent.Found(entry.path(), entry.depth(), found, Optional.of(target),
                Collections.unmodifiableSet(verdicts), Optional.of(state), resolution.resolved(),
                inOneOrder(resolution.cycle()), resolution.failure());
    }

    /// Made once for each directory that has a link which must be explained.
    private LinkPath placeOf(TreeDirectory directory) {
        if (directory.attachment() instanceof LinkPath known) {
            return known;
        }
        LinkPath place = ((Branch) directory).below(physicalRoot);
        directory.attach(place);
        return place;
    }

    /// Where the system follows a link of the wrong kind all the same, it is wrong still.
    private static LinkState stateOf(Resolution resolution, Optional<Entry> found) {
        Status end = resolution.end();
        boolean wrong = resolution.state() == LinkState.OK && end != null
                && found.orElse(null) instanceof SymbolicLink link && link.targetKind() != TargetKind.UNSPECIFIED
                && (link.targetKind() == TargetKind.DIRECTORY) != end.isDirectory();
        return wrong ? LinkState.WRONG_TYPE : resolution.state();
    }

    private static Verdict verdictOf(LinkState state) {
        return switch (state) {
            case OK -> Verdict.OK;
            case MISSING -> Verdict.MISSING;
            case LOOP -> Verdict.LOOP;
            case HOP_LIMIT -> Verdict.HOP_LIMIT;
            case UNREACHABLE -> Verdict.UNREACHABLE;
            case WRONG_TYPE -> Verdict.WRONG_TYPE;
        };
    }

    private void judgePlace(Resolution resolution, Set<Verdict> verdicts) {
        boolean known = resolution.resolved().isPresent() || resolution.missing().isPresent();
        if (known && !isInTree(resolution.reached())) {
            verdicts.add(Verdict.ESCAPING);
        }
        Identity end = resolution.end() == null ? null : resolution.end().identity();
        if (end != null && identityOfRoot != null && end.volume() != identityOfRoot.volume()) {
            verdicts.add(Verdict.OTHER_FILESYSTEM);
        }
    }

    private boolean isInTree(LinkPath path) {
        int length = physicalRoot.length();
        if (path.length() < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (path.byteAt(i) != physicalRoot.byteAt(i)) {
                return false;
            }
        }
        return path.length() == length || isSeparator(path.byteAt(length)) || isSeparator(path.byteAt(length - 1));
    }

    private boolean isSeparator(byte unit) {
        return unit == '/' || (rules == PathRules.WINDOWS && unit == '\\');
    }

    private static List<Hop> inOneOrder(List<Hop> cycle) {
        if (cycle.isEmpty()) {
            return cycle;
        }
        List<Hop> ordered = new ArrayList<>(cycle);
        for (int first = 1; first < cycle.size(); first++) {
            if (cycle.get(first).path().compareTo(ordered.get(0).path()) < 0) {
                ordered.clear();
                ordered.addAll(cycle.subList(first, cycle.size()));
                ordered.addAll(cycle.subList(0, first));
            }
        }
        return List.copyOf(ordered);
    }
}
