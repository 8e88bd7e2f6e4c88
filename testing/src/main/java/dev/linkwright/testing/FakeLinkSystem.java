package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Hold;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.TargetKind;
import dev.linkwright.path.PathRules;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData;
import dev.linkwright.win32.CreateSymbolicLinkW;
import dev.linkwright.win32.Kernel32Provider;
import dev.linkwright.win32.Win32Error;

/// A link system in memory that plays POSIX or Windows, with the answers of the real one: return values, codes, what
/// is stored, how paths are followed, how links are limited. On any machine, without rights, without traces.
///
/// ```java
/// FakeLinkSystem windows = FakeLinkSystem.windows();
/// Links links = Links.on(windows);
/// LinkPath link = windows.root().resolve(Name.of("current"));
/// links.create(link, LinkTarget.of("releases\\42"), CreateOptions.defaults());
///
/// // The same volume, seen by a user without the privilege: ERROR_PRIVILEGE_NOT_HELD (1314).
/// Links ofUser = Links.on(windows.with(FakeCondition.NO_PRIVILEGE));
/// ```
///
/// ## Strict unless told otherwise
/// [#strict] plays POSIX and refuses what would not work on Windows as well: names that Windows cannot have or tell
/// apart, texts that it would read otherwise, exchanging two names. A program that passes there works on both.
/// [#posix] and [#windows] play one system with everything that it can do.
///
/// ## Conditions
/// [#with] gives the same objects under other conditions: another user, another Windows, a full or read-only volume.
/// The system itself stays as it is: it is a view that never changes, over objects that do. So a tree can be made under
/// good conditions and used under bad ones.
///
/// ## What it does not play
/// Permissions other than a read-only directory, access control lists, short names (8.3), streams, mapped drives and
/// servers (they do not answer: 53), the policy of symbolic link evaluation, contents other than text. Times are of a
/// clock of its own that starts in 2001 and moves at each change.
///
/// Thread-safe: each primitive is one step, under one lock for all views of the objects.
public final class FakeLinkSystem implements LinkSystem, Kernel32Provider {
    private static final char FIRST_DRIVE = 'C';

    private final FakeMachine machine;
    private final FakeSettings settings;
    private final FakeRules rules;

    private FakeLinkSystem(FakeMachine machine, FakeSettings settings) {
        this.machine = machine;
        this.settings = settings;
        this.rules = machine.rules() == PathRules.WINDOWS
                ? new FakeWindowsRules(machine, settings)
                : new FakePosixRules(machine, settings);
    }

    /// An empty file system that plays POSIX (Linux), and does only what Windows could do too.
    public static FakeLinkSystem strict() {
        return create(PathRules.POSIX, FakeSettings.Portable.EVERY_SYSTEM);
    }

    /// An empty file system that plays POSIX (Linux).
    public static FakeLinkSystem posix() {
        return create(PathRules.POSIX, FakeSettings.Portable.ONE_SYSTEM);
    }

    /// An empty drive `C:` that plays Windows 11 on NTFS, under a user who holds the privilege to create symbolic links
    /// and has enabled it.
    public static FakeLinkSystem windows() {
        FakeLinkSystem system = create(PathRules.WINDOWS, FakeSettings.Portable.ONE_SYSTEM);
        system.machine.assign(FIRST_DRIVE, system.machine.firstRoot());
        return system;
    }

    private static FakeLinkSystem create(PathRules pathRules, FakeSettings.Portable portable) {
        FakeMachine machine = new FakeMachine(pathRules);
        machine.addVolume(Set.of());
        String root = pathRules == PathRules.WINDOWS ? FIRST_DRIVE + ":\\" : "/";
        return new FakeLinkSystem(machine, new FakeSettings(Set.of(), portable, LinkPath.of(pathRules, root)));
    }

    /// The same objects where these conditions hold too, on every volume.
    ///
    /// @throws IllegalArgumentException if the system that is played knows no such condition
    public FakeLinkSystem with(FakeCondition... conditions) {
        return new FakeLinkSystem(machine, settings.with(known(conditions)));
    }

    /// The same objects where these conditions do not hold, except on volumes that have them by themselves.
    public FakeLinkSystem without(FakeCondition... conditions) {
        return new FakeLinkSystem(machine, settings.without(Set.of(conditions)));
    }

    /// The same objects with relative paths counted from another directory: an absolute path without links in it.
    ///
    /// @throws IllegalArgumentException if the path is not absolute, or on Windows starts at no drive
    public FakeLinkSystem withWorkingDirectory(LinkPath directory) {
        boolean drive = rules() != PathRules.WINDOWS || directory.units().indexOf(':') == 1;
        if (!directory.isAbsolute() || !drive) {
            throw new IllegalArgumentException("not a working directory: " + directory);
        }
        return new FakeLinkSystem(machine, settings.in(directory.withoutTrailingSeparators()));
    }

    /// Adds an empty volume under a drive letter, for every view of these objects.
    ///
    /// @param conditions what is peculiar to that volume
    /// @throws IllegalArgumentException on POSIX, if the letter is taken or none, or a condition is none of volumes
    public void addDrive(char letter, FakeCondition... conditions) {
        requireFree(letter);
        machine.assign(letter, machine.addVolume(ofVolume(conditions)));
    }

    /// Lets a drive letter stand for a directory, as SUBST does, for every view of these objects.
    ///
    /// @param directory an absolute path that starts at a drive, without links in it
    /// @throws IllegalArgumentException on POSIX, if the letter is taken or none
    /// @throws FileSystemException if there is no such directory
    public void substitute(char letter, LinkPath directory) throws FileSystemException {
        requireFree(letter);
        FailureDetails failing = FailureDetails.of(FakePrimitive.OPEN.operation(), directory, Reason.OTHER);
        FakeCall.call(machine, FakePrimitive.OPEN, failing, () -> {
            machine.substitute(letter, directory.withoutTrailingSeparators(), rules.directory(directory));
            return directory;
        });
    }

    private void requireFree(char letter) {
        requireRules(PathRules.WINDOWS, "a drive");
        if (!Character.isLetter(letter) || letter >= 0x80 || machine.drive(letter) != null) {
            throw new IllegalArgumentException("not a free drive letter: " + letter);
        }
    }

    /// Mounts an empty file system in a new directory, for every view of these objects.
    ///
    /// @param conditions what is peculiar to that file system
    /// @throws IllegalArgumentException on Windows, or if a condition is none of volumes
    /// @throws FileSystemException if the directory cannot be made
    public void mount(LinkPath directory, FakeCondition... conditions) throws FileSystemException {
        requireRules(PathRules.POSIX, "a mount point");
        Set<FakeCondition> own = ofVolume(conditions);
        inParent(directory, (folder, name) -> {
            rules.makeDirectory(folder, name);
            folder.take(name);
            folder.put(name, machine.addVolume(own));
        });
    }

    private Set<FakeCondition> known(FakeCondition... conditions) {
        for (FakeCondition condition : conditions) {
            if (!condition.isKnownTo(machine.rules())) {
                throw new IllegalArgumentException(condition + " is no condition of " + machine.rules());
            }
        }
        return Set.of(conditions);
    }

    private Set<FakeCondition> ofVolume(FakeCondition... conditions) {
        for (FakeCondition condition : conditions) {
            if (!condition.isOfVolume()) {
                throw new IllegalArgumentException(condition + " is no condition of a volume");
            }
        }
        return known(conditions);
    }

    private void requireRules(PathRules wanted, String what) {
        if (machine.rules() != wanted) {
            throw new IllegalArgumentException("there is no such thing as " + what + " on " + machine.rules());
        }
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public PathRules rules() {
        return machine.rules();
    }

    @Override
    public Directory at(LinkPath directory) {
        return new FakeDirectory(machine, rules, settings, directory, null, Hold.SHARED);
    }

    @Override
    public Directory open(LinkPath directory) throws FileSystemException {
        return open(directory, Hold.SHARED);
    }

    @Override
    public Directory open(LinkPath directory, Hold hold) throws FileSystemException {
        FailureDetails failing = FailureDetails.of(FakePrimitive.OPEN.operation(), directory, Reason.OTHER);
        return FakeCall.call(machine, FakePrimitive.OPEN, failing,
                () -> FakeDirectory.open(machine, rules, settings, directory, rules.directory(directory), hold));
    }

    @Override
    public boolean isRemoteDrive(char letter) {
        FakeFolder root = rules() == PathRules.WINDOWS ? machine.drive(letter) : null;
        return root != null && root.volume().own().contains(FakeCondition.REMOTE);
    }

    @Override
    public Optional<String> substitutedDrive(char letter) {
        return machine.substituted(letter);
    }

    /// The location with the text of the path: a `Path` of any file system of the same syntax, because the fake has no
    /// `java.nio.file` face of its own.
    ///
    /// @throws ProviderMismatchException if the path is of the other syntax
    @Override
    public LinkPath pathOf(Path path) {
        LinkPath location = LinkPath.of(path);
        if (location.rules() != rules()) {
            throw new ProviderMismatchException("not a path by the rules of " + rules() + ": " + path);
        }
        return location;
    }

    /// The root of the first volume: `/` or `C:\`.
    public LinkPath root() {
        return LinkPath.of(rules(), rules() == PathRules.WINDOWS ? FIRST_DRIVE + ":\\" : "/");
    }

    /// A path in the syntax of this system.
    ///
    /// @throws java.nio.file.InvalidPathException if it has U+0000
    public LinkPath path(String path) {
        return LinkPath.of(rules(), path);
    }

    /// `CreateSymbolicLinkW` over the same objects and conditions, for [dev.linkwright.win32.Kernel32#on]; empty on POSIX.
    @Override
    public Optional<CreateSymbolicLinkW> createSymbolicLinkW() {
        if (machine.rules() != PathRules.WINDOWS) {
            return Optional.empty();
        }
        return Optional.of((link, target, flags) -> kernel32().createSymbolicLink(link, target, flags));
    }

    /// The other functions of kernel32 that are of use with links, over the same objects and conditions.
    ///
    /// @throws IllegalArgumentException on POSIX
    public FakeKernel32 kernel32() {
        requireRules(PathRules.WINDOWS, "kernel32");
        return new FakeKernel32(machine, settings);
    }

    /// The paths by which the directories were opened that have not been closed yet, in the order of opening. A test
    /// that leaks none ends with
    ///
    /// ```java
    /// assertThat(system.openDirectories()).isEmpty();
    /// ```
    public List<LinkPath> openDirectories() {
        machine.lock().lock();
        try {
            return machine.held();
        } finally {
            machine.lock().unlock();
        }
    }

    /// Makes a file with these contents, or gives the file that is there new ones. Links are followed, except a dangling
    /// one at the end.
    ///
    /// @throws FileSystemException if the system that is played would refuse
    public void writeFile(LinkPath file, String contents) throws FileSystemException {
        run("write", file, () -> fileFor(file).setContents(contents));
    }

    private FakeFile fileFor(LinkPath file) throws FakeRefusal {
        FakeFolder folder = rules.parent(file.parent());
        Name name = nameOf(file);
        FakeNode node = folder.find(name) == null ? rules.makeFile(folder, name) : rules.follow(folder, name);
        if (node instanceof FakeFile found && found.type() == FileType.FILE) {
            found.touch(machine.now());
            return found;
        }
        throw new FakeRefusal(Reason.IS_A_DIRECTORY, "a file is wanted");
    }

    /// The contents of a file, links followed.
    ///
    /// @throws FileSystemException if there is none
    public String readFile(LinkPath file) throws FileSystemException {
        return call("read file", file, () -> {
            if (rules.object(file) instanceof FakeFile found) {
                return found.contents();
            }
            throw new FakeRefusal(Reason.IS_A_DIRECTORY, "a file is wanted");
        });
    }

    /// Makes a named pipe.
    ///
    /// @throws IllegalArgumentException on Windows
    /// @throws FileSystemException if the system that is played would refuse
    public void makeFifo(LinkPath fifo) throws FileSystemException {
        requireRules(PathRules.POSIX, "a named pipe in a directory");
        inParent(fifo, (folder, name) -> {
            rules.makeFile(folder, name);
            folder.take(name);
            folder.put(name, new FakeFile(machine, folder.volume(), FileType.FIFO));
        });
    }

    /// Makes a new object with reparse data, whatever the user may do: a junction, a volume mount point, a WSL link, a
    /// placeholder, a link with texts that no function would store. The bytes must be such that NTFS takes them.
    ///
    /// @param kind [TargetKind#DIRECTORY] for a directory, else a file
    /// @throws IllegalArgumentException on POSIX
    /// @throws FileSystemException if the name is taken or NTFS would refuse the data
    public void plant(LinkPath place, ReparseData data, TargetKind kind) throws FileSystemException {
        requireRules(PathRules.WINDOWS, "a reparse point");
        byte[] bytes = ReparseBuffer.encode(data);
        FakeWindowsObjects objects = new FakeWindowsObjects(machine, settings);
        inParent(place, (folder, name) -> objects.create(folder, name, kind == TargetKind.DIRECTORY, bytes,
                FakeReparse.Right.ALL));
    }

    /// Makes an object read-only. In a read-only directory nothing can be made, renamed or removed; a read-only file or
    /// link of Windows cannot be removed by functions that respect the attribute. Links are not followed.
    ///
    /// @throws FileSystemException if there is nothing
    public void makeReadOnly(LinkPath object) throws FileSystemException {
        inParent(object, (folder, name) -> rules.find(folder, name).setReadOnly(true));
    }

    /// Gives an object of Windows the attribute FILE_ATTRIBUTE_RECALL_ON_OPEN: its contents are in a cloud, and who opens
    /// it fetches them. What only looks at it does not. Links are not followed.
    ///
    /// @throws IllegalArgumentException on POSIX
    /// @throws FileSystemException if there is nothing
    public void makeRecalledOnOpen(LinkPath object) throws FileSystemException {
        requireRules(PathRules.WINDOWS, "an object in a cloud");
        inParent(object, (folder, name) -> rules.find(folder, name).setRecalledOnOpen(true));
    }

    /// Makes the names in an empty directory of Windows differ by case.
    ///
    /// @throws IllegalArgumentException on POSIX, where they do anyway
    /// @throws FileSystemException if there is no such directory, or it is not empty
    public void makeCaseSensitive(LinkPath directory) throws FileSystemException {
        requireRules(PathRules.WINDOWS, "a case-sensitive directory among others");
        run("make case-sensitive", directory, () -> {
            FakeFolder folder = rules.directory(directory);
            if (!folder.isEmpty()) {
                throw new FakeRefusal(Win32Error.DIR_NOT_EMPTY);
            }
            folder.makeCaseSensitive();
        });
    }

    /// Lets an object of Windows wait for its removal, as when it has been deleted without POSIX semantics while
    /// somebody has it open: the name is listed, and whoever uses it gets 5. Links are not followed.
    ///
    /// @throws IllegalArgumentException on POSIX
    /// @throws FileSystemException if there is nothing
    public void makeDeletePending(LinkPath object) throws FileSystemException {
        requireRules(PathRules.WINDOWS, "a pending removal");
        inParent(object, (folder, name) -> rules.find(folder, name).setDeletePending(true));
    }

    private void inParent(LinkPath object, Placing placing) throws FileSystemException {
        run("prepare", object, () -> placing.at(rules.parent(object.parent()), nameOf(object)));
    }

    private static Name nameOf(LinkPath object) throws FakeRefusal {
        return object.name().orElseThrow(() -> new FakeRefusal(Reason.INVALID_NAME, "a root or dots"));
    }

    private void run(String operation, LinkPath object, FakeCall.Action action) throws FileSystemException {
        call(operation, object, () -> {
            action.run();
            return object;
        });
    }

    private <T> T call(String operation, LinkPath object, FakeCall.Question<T> question) throws FileSystemException {
        return FakeCall.call(machine, FakePrimitive.LOOK_AT, FailureDetails.of(operation, object, Reason.OTHER),
                question);
    }

    /// What is done at a name.
    @FunctionalInterface
    private interface Placing {
        void at(FakeFolder folder, Name name) throws FakeRefusal;
    }
}
