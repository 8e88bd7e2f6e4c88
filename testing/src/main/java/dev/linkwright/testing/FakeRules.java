package dev.linkwright.testing;

import java.util.List;

import dev.linkwright.Condition;
import dev.linkwright.FileType;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.Status;
import dev.linkwright.TargetKind;
import org.jspecify.annotations.Nullable;

/// What the primitives of the seam do by the rules of one system. Every call is made under the lock of the machine.
sealed interface FakeRules permits FakePosixRules, FakeWindowsRules {
    /// The directory at a path, links followed, for an operation on a name in it.
    FakeFolder parent(LinkPath path) throws FakeRefusal;

    /// The directory at a path, links followed, for itself.
    FakeFolder directory(LinkPath path) throws FakeRefusal;

    /// The object at a path, links followed.
    FakeNode object(LinkPath path) throws FakeRefusal;

    LinkPath physicalPath(FakeFolder folder) throws FakeRefusal;

    LinkCapabilities capabilities(FakeFolder folder);

    /// On what links there depend, besides.
    List<Condition> conditions(FakeFolder folder);

    Status status(FakeNode node);

    /// What stands at the name, links not followed.
    FakeNode find(FakeFolder folder, Name name) throws FakeRefusal;

    FakeNode follow(FakeFolder folder, Name name) throws FakeRefusal;

    /// The directory at the name, which must not be a link.
    FakeFolder open(FakeFolder folder, Name name) throws FakeRefusal;

    LinkTarget readLink(FakeFolder folder, Name name) throws FakeRefusal;

    void makeLink(FakeFolder folder, Name name, LinkTarget target, TargetKind kind) throws FakeRefusal;

    void makeHardLink(FakeFolder folder, Name name, FakeNode existing) throws FakeRefusal;

    FakeFolder makeDirectory(FakeFolder folder, Name name) throws FakeRefusal;

    /// Makes an ordinary file.
    FakeFile makeFile(FakeFolder folder, Name name) throws FakeRefusal;

    /// Makes a named pipe, socket or device.
    void makeSpecialFile(FakeFolder folder, Name name, FileType type, long device) throws FakeRefusal;

    /// Refuses owner, mode and extended attributes where there are none.
    void requireAttributes(FakeNode node) throws FakeRefusal;

    /// Refuses contents for which there is no room.
    void requireRoom(FakeFile file) throws FakeRefusal;

    /// The mount points below a directory.
    List<LinkPath> mountsBelow(FakeFolder folder) throws FakeRefusal;

    void rename(FakeFolder folder, Name from, FakeFolder to, Name newName, RenameMode mode) throws FakeRefusal;

    void unlink(FakeFolder folder, Name name) throws FakeRefusal;

    void removeDirectory(FakeFolder folder, Name name) throws FakeRefusal;

    /// Removes a link that has been judged.
    void removeLink(FakeFolder folder, Name name) throws FakeRefusal;

    byte @Nullable [] readReparseData(FakeFolder folder, Name name) throws FakeRefusal;

    void makeReparsePoint(FakeFolder folder, Name name, byte[] data, TargetKind kind) throws FakeRefusal;

    void replaceReparseData(FakeFolder folder, Name name, byte[] expected, byte[] data) throws FakeRefusal;
}
