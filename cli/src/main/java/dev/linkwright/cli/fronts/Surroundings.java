package dev.linkwright.cli.fronts;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.cli.output.Output;
import org.jspecify.annotations.Nullable;

/// What a front end works with.
///
/// @param system what does the link work; asked for at the first need
/// @param directory where relative paths are counted from; null for the directory of the process
/// @param environment the environment variables
/// @param in where answers come from
/// @param out where results go
/// @param err where messages go
/// @param version the version of the program
public record Surroundings(Supplier<LinkSystem> system, @Nullable LinkPath directory, Map<String, String> environment,
        InputStream in, Output out, Output err, Supplier<String> version) {}
