package dev.linkwright.tree;

/// What a walk has seen.
///
/// @param directories the directories that were listed to their end, the root included
/// @param entries the entries that the visitor was shown
/// @param failures how often [TreeVisitor#failed] was called
/// @param vanished entries that were listed and gone when they were looked at: somebody removed them, nothing failed
/// @param stopped whether a visitor ended it with [Decision#STOP]
public record Walked(long directories, long entries, long failures, long vanished, boolean stopped) {}
