package dev.linkwright.tree;

import java.nio.file.FileSystemException;
import java.util.Iterator;

import dev.linkwright.Attributes;
import dev.linkwright.Contents;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.HeldObject;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.git.GitIndex;
import dev.linkwright.git.IndexedLink;
import dev.linkwright.git.MalformedIndexException;
import dev.linkwright.path.PathRules;
import org.jspecify.annotations.Nullable;

/// Finds the placeholders of git: where `core.symlinks` is false, links of the repository stand in the work tree as
/// files whose contents are the text of the link. Only the index tells them from other files.
///
/// git is never started: the configuration of a repository can make it run programs.
final class Placeholders {
    private static final Name INDEX = Name.of("index");
    private static final String GIT = ".git";
    private static final String READ_INDEX = "read the index of git";
    private static final int LARGEST_INDEX = 64 << 20;
    /// It is in memory whole, and several may be at the same time.
    private static final int SHARE_OF_MEMORY = 8;
    private static final int MOST = (int) Math.min(LARGEST_INDEX, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);

    private final PathRules rules;
    private final WalkOptions options;
    private final Findings findings;

    /// Who is told.
    interface Findings {
        /// A placeholder.
        ///
        /// @return whether anybody still listens
        boolean found(ScanEvent.Found placeholder);

        /// Something that could not be examined.
        void failed(WalkFailure failure);

        /// Asked now and then: whether to go on.
        boolean goesOn();
    }

    Placeholders(PathRules rules, WalkOptions options, Findings findings) {
        this.rules = rules;
        this.options = options;
        this.findings = findings;
    }

    /// Whether the directory of this entry is the top of a work tree. A `.git` that is a file (of a submodule, or of a
    /// second work tree) leads elsewhere, and is left alone like one that is a link.
    boolean marksWorkTree(TreeEntry entry) {
        return entry.type() == FileType.DIRECTORY && entry.reparseTag() == 0 && isGit(entry.name());
    }

    private boolean isGit(Name name) {
        return name.length() == GIT.length() && rules.sameName(name.units(), GIT);
    }

    /// Tells the placeholders of a work tree.
    ///
    /// @param top the top of it; held
    /// @param git the name of its repository
    void find(TreeDirectory top, Name git) {
        LinkPath place = top.path().resolve(git).resolve(INDEX);
        GitIndex index;
        try {
            index = index(top.directory(), git, place);
        } catch (FileSystemException e) {
            findings.failed(new WalkFailure(top.depth() + 2,
                    LinkFailure.detailsOf(e, READ_INDEX, place).during(READ_INDEX, place)));
            return;
        }
        if (index == null) {
            return;
        }
        try (WorkTree tree = new WorkTree(top, git, rules, options)) {
            boolean goesOn = true;
            for (Iterator<IndexedLink> each = index.links().iterator(); goesOn && each.hasNext();) {
                goesOn = examine(tree, each.next(), index) && findings.goesOn();
            }
        }
    }

    private boolean examine(WorkTree tree, IndexedLink link, GitIndex index) {
        try {
            ScanEvent.Found found = tree.placeholder(link, index.format());
            return found == null || findings.found(found);
        } catch (FileSystemException e) {
            LinkPath path = tree.path();
            findings.failed(new WalkFailure(tree.depth(),
                    LinkFailure.detailsOf(e, "examine", path).during("examine", path)));
            return true;
        }
    }

    /// The index; null if there is none, which is so before the first checkout, and where contents cannot be read at all.
    private static @Nullable GitIndex index(Directory top, Name git, LinkPath place) throws FileSystemException {
        try (Directory repository = top.open(git)) {
            Contents contents = repository.contents();
            Attributes attributes = contents.attributes(INDEX);
            if (CloudFiles.wouldBeFetched(attributes.status())) {
                throw FailureDetails.of(READ_INDEX, place, Reason.UNREACHABLE).withRemark(CloudFiles.REMARK)
                        .toException();
            }
            try (HeldObject file = contents.openFile(INDEX, attributes)) {
                return GitIndex.of(file.readContents(MOST));
            }
        } catch (MalformedIndexException e) {
            FileSystemException refusal = FailureDetails.of(READ_INDEX, place, Reason.MALFORMED)
                    .withRemark(String.valueOf(e.getMessage())).toException();
            refusal.initCause(e);
            throw refusal;
        } catch (FileSystemException e) {
            Reason reason = LinkFailure.detailsOf(e, READ_INDEX, place).reason();
            if (reason == Reason.NOT_FOUND || reason == Reason.CAPABILITY_MISSING) {
                return null;
            }
            throw e;
        }
    }
}
