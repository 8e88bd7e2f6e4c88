package dev.linkwright;

import dev.linkwright.reparse.ByteString;

/// An extended attribute: bytes that a file system keeps with an object under a name. On Linux POSIX access control
/// lists, capabilities and security labels are such attributes too.
///
/// @param name its full name, `user.comment`; bytes, without a zero byte
/// @param value its value
public record ExtendedAttribute(ByteString name, ByteString value) {}
