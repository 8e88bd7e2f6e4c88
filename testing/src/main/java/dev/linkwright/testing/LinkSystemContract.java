package dev.linkwright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import org.junit.jupiter.api.Nested;

/// What every [LinkSystem] keeps to, as tests: extend this class, say which system and where, and run it with JUnit.
///
/// ```java
/// final class MyLinkSystemTest extends LinkSystemContract {
///     @TempDir
///     Path directory;
///
///     @Override
///     protected LinkSystem linkSystem() {
///         return new MyLinkSystem();
///     }
///
///     @Override
///     protected LinkPath freshDirectory() throws IOException {
///         return LinkPath.of(directory.toRealPath());
///     }
/// }
/// ```
///
/// What a system lacks is known from the capabilities that it reports in the fresh directory. Where one is absent, the
/// tests assert that what needs it is refused and nothing is touched; what cannot be tested then is skipped with a
/// line that says why. So a system cannot pass by claiming less than it does silently, nor by claiming more.
///
/// Every primitive of [dev.linkwright.Directory] is tested in a directory that was opened and in one that is only
/// named by its path, and [dev.linkwright.Links] on top of them.
public abstract class LinkSystemContract {
    /// For subclasses.
    protected LinkSystemContract() {}

    /// The link system under test. Called once for each test; may give the same one each time.
    ///
    /// @throws IOException if it cannot be had
    protected abstract LinkSystem linkSystem() throws IOException;

    /// An empty directory that nothing else uses, by an absolute path without links in it. Called once for each test,
    /// after [#linkSystem]; cleaning up is the subclass's business.
    ///
    /// @throws IOException if it cannot be made
    protected abstract LinkPath freshDirectory() throws IOException;

    /// Whether the system follows links as real systems with its rules do. Here: yes. A file system that only has the
    /// syntax of Windows, and climbs from links as POSIX does, says no.
    protected boolean followsAsItsRulesSay() {
        return true;
    }

    /// The `Path` of a location, for what a link system cannot do: see [#writeFile] and [#readFile]. Here: in the
    /// default file system.
    protected Path toPath(LinkPath location) {
        return location.toPath().orElseThrow();
    }

    /// Makes a file with these contents. Here: by `java.nio.file` at [#toPath].
    ///
    /// @throws IOException if it cannot be made
    protected void writeFile(LinkPath file, String contents) throws IOException {
        Files.writeString(toPath(file), contents);
    }

    /// The contents of a file, links followed. Here: by `java.nio.file` at [#toPath].
    ///
    /// @throws IOException if it cannot be read
    protected String readFile(LinkPath file) throws IOException {
        return Files.readString(toPath(file));
    }

    /// [LinkPrimitiveRules] where the directory was opened.
    @Nested
    class LinksInAnOpenedDirectory extends LinkPrimitiveRules {
        LinksInAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [LinkPrimitiveRules] where the directory is named by its path.
    @Nested
    class LinksInANamedDirectory extends LinkPrimitiveRules {
        LinksInANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [RemovalRules] where the directory was opened.
    @Nested
    class RemovalInAnOpenedDirectory extends RemovalRules {
        RemovalInAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [RemovalRules] where the directory is named by its path.
    @Nested
    class RemovalInANamedDirectory extends RemovalRules {
        RemovalInANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [EntryRules] where the directory was opened.
    @Nested
    class EntriesOfAnOpenedDirectory extends EntryRules {
        EntriesOfAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [EntryRules] where the directory is named by its path.
    @Nested
    class EntriesOfANamedDirectory extends EntryRules {
        EntriesOfANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [RenameRules] where the directory was opened.
    @Nested
    class RenamingInAnOpenedDirectory extends RenameRules {
        RenamingInAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [RenameRules] where the directory is named by its path.
    @Nested
    class RenamingInANamedDirectory extends RenameRules {
        RenamingInANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [HardLinkRules] where the directory was opened.
    @Nested
    class HardLinksInAnOpenedDirectory extends HardLinkRules {
        HardLinksInAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [HardLinkRules] where the directory is named by its path.
    @Nested
    class HardLinksInANamedDirectory extends HardLinkRules {
        HardLinksInANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [DeleteRules]: deleting trees.
    @Nested
    class DeletingTrees extends DeleteRules {
        DeletingTrees() {
            super(LinkSystemContract.this);
        }
    }

    /// [CopyRules]: copying trees.
    @Nested
    class CopyingTrees extends CopyRules {
        CopyingTrees() {
            super(LinkSystemContract.this);
        }
    }

    /// [TreeAttackRules]: deleting and copying trees while others swap directories, and while the system fails.
    @Nested
    class TreesUnderAttack extends TreeAttackRules {
        TreesUnderAttack() {
            super(LinkSystemContract.this);
        }
    }

    /// [ContentsRules] where the directory was opened.
    @Nested
    class ContentsInAnOpenedDirectory extends ContentsRules {
        ContentsInAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [ContentsRules] where the directory is named by its path.
    @Nested
    class ContentsInANamedDirectory extends ContentsRules {
        ContentsInANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [DirectoryRules]: finding, opening, holding and closing directories.
    @Nested
    class Directories extends DirectoryRules {
        Directories() {
            super(LinkSystemContract.this);
        }
    }

    /// [LinksRules]: [dev.linkwright.Links] on top of the system.
    @Nested
    class LinksOnTop extends LinksRules {
        LinksOnTop() {
            super(LinkSystemContract.this);
        }
    }

    /// [ResolutionRules]: following paths.
    @Nested
    class Resolving extends ResolutionRules {
        Resolving() {
            super(LinkSystemContract.this);
        }
    }

    /// [RetargetRules]: replacing the text of a link.
    @Nested
    class Retargeting extends RetargetRules {
        Retargeting() {
            super(LinkSystemContract.this);
        }
    }

    /// [InheritanceRules]: what a new link has from the one whose place it gets.
    @Nested
    class Inheriting extends InheritanceRules {
        Inheriting() {
            super(LinkSystemContract.this);
        }
    }

    /// [ReplacementRules]: replacing while others work at the same name, and while the system fails.
    @Nested
    class ReplacingUnderAttack extends ReplacementRules {
        ReplacingUnderAttack() {
            super(LinkSystemContract.this);
        }
    }

    /// [CreateOptionsRules]: what [dev.linkwright.CreateOptions] ask for.
    @Nested
    class CreatingWithOptions extends CreateOptionsRules {
        CreatingWithOptions() {
            super(LinkSystemContract.this);
        }
    }

    /// [DiagnosisRules]: finding out what can be made, and what is left.
    @Nested
    class Diagnosing extends DiagnosisRules {
        Diagnosing() {
            super(LinkSystemContract.this);
        }
    }

    /// [Kernel32Rules]: the function `CreateSymbolicLink` over the system.
    @Nested
    class CreatingAsKernel32 extends Kernel32Rules {
        CreatingAsKernel32() {
            super(LinkSystemContract.this);
        }
    }

    /// [WalkRules]: walking trees.
    @Nested
    class Walking extends WalkRules {
        Walking() {
            super(LinkSystemContract.this);
        }
    }

    /// [ScanRules]: finding links in trees and judging them.
    @Nested
    class Scanning extends ScanRules {
        Scanning() {
            super(LinkSystemContract.this);
        }
    }

    /// [FileAndDirectoryRules] where the directory was opened.
    @Nested
    class FilesInAnOpenedDirectory extends FileAndDirectoryRules {
        FilesInAnOpenedDirectory() {
            super(LinkSystemContract.this, Naming.OPENED);
        }
    }

    /// [FileAndDirectoryRules] where the directory is named by its path.
    @Nested
    class FilesInANamedDirectory extends FileAndDirectoryRules {
        FilesInANamedDirectory() {
            super(LinkSystemContract.this, Naming.BY_PATH);
        }
    }

    /// [AbsenceRules]: what is asked of a system that lacks what it takes.
    @Nested
    class Lacking extends AbsenceRules {
        Lacking() {
            super(LinkSystemContract.this);
        }
    }
}
