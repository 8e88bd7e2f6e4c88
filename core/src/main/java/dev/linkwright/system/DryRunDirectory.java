package dev.linkwright.system;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.linkwright.Capability;
import dev.linkwright.Condition;
import dev.linkwright.Contents;
import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.FailureDetails;
import dev.linkwright.FileType;
import dev.linkwright.Identity;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.Reason;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseTag;
import dev.linkwright.system.DryRunLinkSystem.Absent;
import dev.linkwright.system.DryRunLinkSystem.Place;
import dev.linkwright.system.DryRunLinkSystem.Planned;
import dev.linkwright.system.DryRunLinkSystem.Present;
import org.jspecify.annotations.Nullable;

/// A directory of a [DryRunLinkSystem].
final class DryRunDirectory implements Directory {
    /// More planned links than this in a chain are taken for a loop (Linux follows 40).
    private static final int MOST_HOPS = 40;

    private final DryRunLinkSystem system;
    private final Directory real;
    private final PlannedDirectory itself;

    DryRunDirectory(DryRunLinkSystem system, Directory real) {
        this.system = system;
        this.real = real;
        this.itself = new PlannedDirectory(system, real);
    }

    @Override
    public LinkPath path() {
        return real.path();
    }

    @Override
    public LinkCapabilities capabilities() throws FileSystemException {
        try {
            return real.capabilities();
        } catch (FileSystemException e) {
            if (itself.isPlanned()) {
                return itself.parent().capabilities();
            }
            throw e;
        }
    }

    @Override
    public List<Condition> conditions() throws FileSystemException {
        try {
            return real.conditions();
        } catch (FileSystemException e) {
            if (itself.isPlanned()) {
                return itself.parent().conditions();
            }
            throw e;
        }
    }

    @Override
    public Status status() throws FileSystemException {
        try {
            return real.status();
        } catch (FileSystemException e) {
            if (itself.planned() instanceof Present present) {
                return present.status();
            }
            throw e;
        }
    }

    @Override
    public LinkPath physicalPath() throws FileSystemException {
        try {
            return real.physicalPath();
        } catch (FileSystemException e) {
            if (itself.isPlanned()) {
                return itself.parent().physicalPath().resolve(path().name().orElseThrow());
            }
            throw e;
        }
    }

    @Override
    public Directory open(Name name) throws FileSystemException {
        Present present = present("open", name);
        if (present == null) {
            return new DryRunDirectory(system, real.open(name));
        }
        if (!present.status().isDirectory()) {
            throw refusal("open", name, present.text() == null ? Reason.NOT_A_DIRECTORY : Reason.IS_A_LINK);
        }
        return system.directoryAt(path().resolve(name));
    }

    @Override
    public Directory openParent(Identity expected) throws FileSystemException {
        return new DryRunDirectory(system, real.openParent(expected));
    }

    @Override
    public Cursor list() throws FileSystemException {
        return real.list();
    }

    @Override
    public Status stat(Name name) throws FileSystemException {
        Present present = present("look at", name);
        return present == null ? real.stat(name) : present.status();
    }

    @Override
    public Status follow(Name name) throws FileSystemException {
        return follow(name, MOST_HOPS);
    }

    private Status follow(Name name, int hopsLeft) throws FileSystemException {
        Present present = present("follow", name);
        if (present == null) {
            return real.follow(name);
        }
        LinkTarget text = present.text();
        if (text == null) {
            return present.status();
        }
        if (hopsLeft == 0) {
            throw refusal("follow", name, Reason.TOO_MANY_LINKS_IN_PATH);
        }
        LinkPath end = path().resolve(LinkPath.ofBytes(system.rules(), text.bytes()));
        Optional<Name> last = end.name();
        return last.isPresent()
                ? system.directoryAt(end.parent()).follow(last.get(), hopsLeft - 1)
                : system.at(end).status();
    }

    @Override
    public LinkTarget readLink(Name name) throws FileSystemException {
        Present present = present("read", name);
        if (present == null) {
            return real.readLink(name);
        }
        if (present.text() == null) {
            throw refusal("read", name, Reason.NOT_A_LINK);
        }
        return present.text();
    }

    @Override
    public @Nullable Step readStep(Name name) throws FileSystemException {
        return present("read", name) == null ? real.readStep(name) : Directory.super.readStep(name);
    }

    @Override
    public void makeLink(Name name, LinkTarget target, TargetKind kind) throws FileSystemException {
        require(Capability.SYMBOLIC_LINKS, "create", name);
        if (target.isEmpty()) {
            throw refusal("create", name, Reason.INVALID_TARGET);
        }
        Place place = freePlace("create", name);
        TargetKind told = capabilities().has(Capability.TARGET_KIND) ? kind : TargetKind.UNSPECIFIED;
        system.plan(place, new Present(imagined(FileType.SYMBOLIC_LINK, told, 0, target.length()), target, null));
    }

    @Override
    public void makeHardLink(Name name, Directory from, Name existing) throws FileSystemException {
        String operation = "make hard link";
        require(Capability.HARD_LINKS, operation, name);
        Place place = freePlace(operation, name);
        Status status = from.stat(existing);
        if (status.isDirectory()) {
            throw refusal(operation, name, Reason.IS_A_DIRECTORY);
        }
        Identity there = status.identity();
        Identity here = status().identity();
        if (there != null && here != null && !there.isSameMountAs(here)) {
            throw refusal(operation, name, Reason.CROSS_FILE_SYSTEM);
        }
        LinkTarget text = status.isSymbolicLink() ? from.readLink(existing) : null;
        system.plan(place, new Present(status, text, null));
    }

    @Override
    public void makePrivateDirectory(Name name) throws FileSystemException {
        makeDirectory(name);
    }

    @Override
    public void makeDirectory(Name name) throws FileSystemException {
        planNew("make directory", name, FileType.DIRECTORY);
    }

    /// Plans an object that has nothing but its type.
    Present planNew(String operation, Name name, FileType type) throws FileSystemException {
        Place place = freePlace(operation, name);
        Present made = new Present(imagined(type, TargetKind.UNSPECIFIED, 0, 0), null, null);
        system.plan(place, made);
        return made;
    }

    @Override
    public void rename(Name from, Directory to, Name newName, RenameMode mode) throws FileSystemException {
        DryRunDirectory other = (DryRunDirectory) to;
        Place source = place(from);
        Place destination = mode == RenameMode.NO_REPLACE ? other.freePlace("rename", newName) : other.place(newName);
        Present moved = whatStandsAt(from);
        Planned left = new Absent();
        if (mode == RenameMode.EXCHANGE) {
            require(Capability.RENAME_EXCHANGE, "rename", from);
            left = other.whatStandsAt(newName);
        } else if (mode == RenameMode.REPLACE && other.isDirectory(newName) && !moved.status().isDirectory()) {
            throw other.refusal("rename", newName, Reason.IS_A_DIRECTORY);
        }
        system.plan(source, left);
        system.plan(destination, moved);
    }

    @Override
    public void unlink(Name name) throws FileSystemException {
        Status status = stat(name);
        if (status.isDirectory() || status.targetKind() == TargetKind.DIRECTORY) {
            throw refusal("remove", name, Reason.IS_A_DIRECTORY);
        }
        system.plan(place(name), new Absent());
    }

    @Override
    public void removeDirectory(Name name) throws FileSystemException {
        if (!stat(name).isDirectory()) {
            throw refusal("remove", name, Reason.NOT_A_DIRECTORY);
        }
        Place place = place(name);
        if (!isEmpty(name, place)) {
            throw refusal("remove", name, Reason.DIRECTORY_NOT_EMPTY);
        }
        system.plan(place, new Absent());
    }

    @Override
    public void removeLink(Name name, Judge judge) throws FileSystemException {
        Status status = stat(name);
        boolean hasData = status.reparseTag() != 0 && capabilities().has(Capability.REPARSE_POINTS);
        judge.judge(status, hasData ? readReparseData(name) : null);
        system.plan(place(name), new Absent());
    }

    @Override
    public byte @Nullable [] readReparseData(Name name) throws FileSystemException {
        Present present = present("read reparse data of", name);
        if (present == null) {
            return real.readReparseData(name);
        }
        ByteBuffer planned = present.reparseData();
        return planned == null ? null : bytes(planned);
    }

    @Override
    public void makeReparsePoint(Name name, byte[] data, TargetKind kind) throws FileSystemException {
        require(Capability.REPARSE_POINTS, "make reparse point", name);
        Place place = freePlace("make reparse point", name);
        // The tag is the first field of every reparse buffer, in the order of bytes that Windows has.
        int tag = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
        FileType looks = kind == TargetKind.DIRECTORY ? FileType.DIRECTORY : FileType.FILE;
        FileType type = new ReparseTag(tag).isNameSurrogate() ? FileType.REPARSE_POINT : looks;
        system.plan(place, new Present(imagined(type, kind, tag, 0), null, copy(data)));
    }

    @Override
    public void replaceReparseData(Name name, byte[] expected, byte[] data) throws FileSystemException {
        require(Capability.REPARSE_POINTS, "replace reparse data of", name);
        Status status = stat(name);
        if (!Arrays.equals(readReparseData(name), expected)) {
            throw refusal("replace reparse data of", name, Reason.CHANGED_BY_OTHERS);
        }
        system.plan(place(name), new Present(status, null, copy(data)));
    }

    @Override
    public Contents contents() {
        return new DryRunContents(this, real);
    }

    @Override
    public void close() {
        real.close();
    }

    /// What is planned to stand at the name; null if nothing is planned for it.
    @Nullable
    Present present(String operation, Name name) throws FileSystemException {
        Planned planned = system.planned(place(name));
        if (planned instanceof Absent) {
            throw refusal(operation, name, Reason.NOT_FOUND);
        }
        return (Present) planned;
    }

    /// What stands at the name, really or by plan.
    private Present whatStandsAt(Name name) throws FileSystemException {
        Status status = stat(name);
        LinkTarget text = status.isSymbolicLink() ? readLink(name) : null;
        boolean hasData = status.reparseTag() != 0 && capabilities().has(Capability.REPARSE_POINTS);
        byte[] data = hasData ? readReparseData(name) : null;
        return new Present(status, text, data == null ? null : copy(data));
    }

    private boolean isDirectory(Name name) throws FileSystemException {
        try {
            return stat(name).isDirectory();
        } catch (FileSystemException e) {
            if (isNothingThere(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isEmpty(Name name, Place place) throws FileSystemException {
        if (system.planned(place) instanceof Present) {
            return !system.plansIn(place);
        }
        try (DryRunDirectory directory = new DryRunDirectory(system, real.open(name));
                Cursor entries = directory.list()) {
            while (entries.next()) {
                if (!(system.planned(directory.place(entries.name())) instanceof Absent)) {
                    return false;
                }
            }
            return !system.plansIn(directory.itself.key());
        }
    }

    private Place freePlace(String operation, Name name) throws FileSystemException {
        Place place = place(name);
        try {
            stat(name);
        } catch (FileSystemException e) {
            if (isNothingThere(e)) {
                return place;
            }
            throw e;
        }
        throw refusal(operation, name, Reason.EXISTS);
    }

    private Place place(Name name) throws FileSystemException {
        return itself.place(name);
    }

    /// What is planned for this directory's own name.
    PlannedDirectory itself() {
        return itself;
    }

    private void require(Capability capability, String operation, Name name) throws FileSystemException {
        LinkCapabilities capabilities = capabilities();
        if (!capabilities.has(capability)) {
            String why = capabilities.whyNot(capability).orElse("not possible here");
            throw FailureDetails.of(operation, path().resolve(name), Reason.CAPABILITY_MISSING).withRemark(why)
                    .toException();
        }
    }

    private FileSystemException refusal(String operation, Name name, Reason reason) {
        return FailureDetails.of(operation, path().resolve(name), reason).toException();
    }

    /// Windows tells a missing directory from a missing object: here it is one that is only planned.
    private boolean isNothingThere(FileSystemException e) {
        Reason reason = LinkFailure.detailsOf(e, "look at", path()).reason();
        return reason == Reason.NOT_FOUND || (reason == Reason.PARENT_NOT_FOUND && itself.isPlanned());
    }

    private static ByteBuffer copy(byte[] data) {
        return ByteBuffer.wrap(data.clone()).asReadOnlyBuffer();
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.limit()];
        data.get(0, bytes);
        return bytes;
    }

    private static Status imagined(FileType type, TargetKind kind, int tag, long size) {
        return new Status(type, kind, tag, null, 1, size, Instant.now(), null);
    }
}
