package dev.linkwright.tree;

/// What a worker can be given to do: a directory to be entered, or one that is being listed, to help.
sealed interface Work permits Branch, Listing {}
