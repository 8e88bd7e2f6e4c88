/// Symbolic links: create, read, explain, resolve and remove them, and tell the truth about what happened.
///
/// Most users need only [dev.linkwright.Links], and [dev.linkwright.Link] for what it finds:
///
/// ```java
/// Links links = Links.system();
/// links.create(Path.of("current"), "releases/42");
/// if (links.show(Path.of("current")) instanceof SymbolicLink link) {
///     System.out.println(link.target());
/// }
/// ```
///
/// Who comes from the function `CreateSymbolicLink` and its P/Invoke declaration finds both styles here, on every system.
/// This is the managed one, which is verified where the system's word cannot be believed, throws what it knows, and
/// replaces without a gap; the other one is the function as it is:
///
/// ```java
/// Kernel32 kernel32 = Kernel32.system();
/// if (!kernel32.createSymbolicLink("current", "releases", SymbolicLinkFlag.DIRECTORY.value())) {
///     throw new Win32Exception(kernel32.getLastError());
/// }
/// ```
///
/// What others have, and what it is here; the link comes first, always:
///
/// | there | here |
/// | --- | --- |
/// | .NET `File.CreateSymbolicLink(link, target)`, `Directory.CreateSymbolicLink` | [dev.linkwright.Links#create(java.nio.file.Path, String)]; the kind by [dev.linkwright.CreateOptions#withTargetKind] |
/// | Python `os.symlink(target, link)`, Node `fs.symlinkSync(target, link)`, Go `os.Symlink(target, link)` | the same, the other way round |
/// | JDK `Files.createSymbolicLink(link, target)` | the same, with the text as it was given |
/// | deleting a link and making it again | [dev.linkwright.Links#retarget(java.nio.file.Path, String, RetargetOptions)] |
///
/// [dev.linkwright.LinkSystem] and [dev.linkwright.Directory] are the seam below which the systems differ; they are
/// for those who walk trees, write a link system of their own, or put a decorator around one.
@NullMarked
package dev.linkwright;

import org.jspecify.annotations.NullMarked;
