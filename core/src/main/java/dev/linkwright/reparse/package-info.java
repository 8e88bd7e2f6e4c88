/// Reparse points byte by byte: the format in which Windows keeps every link, without any I/O.
///
/// [ReparseBuffer] turns the bytes that FSCTL_GET_REPARSE_POINT returns (or that ntfs-3g shows as the attribute
/// `system.ntfs_reparse_data`) into a [ReparseData] and back. [ReparseTag] knows the tags and their bits, [NtPath] the
/// paths that stand in absolute links.
///
/// All values are immutable and thread-safe. Names are 16-bit units in a `String`: lone surrogates survive. What is
/// known about the format, and how surely, stands in `docs/windows-links.md`; comments name its headings.
@NullMarked
package dev.linkwright.reparse;

import org.jspecify.annotations.NullMarked;
