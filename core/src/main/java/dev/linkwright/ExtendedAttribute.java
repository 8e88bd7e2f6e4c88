package dev.linkwright;

import dev.linkwright.reparse.ByteString;

/// An extended attribute: bytes that a file system keeps with an object under a name. On Linux POSIX access control
/// lists, capabilities and security labels are such attributes too.
///
/// On Windows, where objects have more than POSIX knows, all of that goes by names of this library: `user.NAME` is the
/// named stream `NAME`, as for `java.nio.file`; `windows.ea.NAME` what Windows itself calls an extended attribute;
/// `windows.attributes` the file attributes (4 bytes), `windows.created` the time of creation (8 bytes, 100 ns since
/// 1601), both with the lowest byte first; `windows.access_control_list` the discretionary list and `windows.owner` owner
/// and group, each in a self-relative security descriptor.
///
/// @param name its full name, `user.comment`; bytes, without a zero byte
/// @param value its value
public record ExtendedAttribute(ByteString name, ByteString value) {}
