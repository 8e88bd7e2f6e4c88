package dev.linkwright.examples;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.linkwright.Links;

/// Makes a link and uses it. A name that is taken is never touched.
///
/// Prints:
/// ```
/// greeting -> hello.txt
/// hello, world
/// greeting is taken
/// ```
public final class MakeALink {
    public static void main(String[] arguments) throws IOException {
        Links links = Links.system();
        Path greeting = Path.of("greeting");
        Files.writeString(Path.of("hello.txt"), "hello, world");

        links.create(greeting, "hello.txt");
        System.out.println(greeting + " -> " + links.read(greeting));
        System.out.println(Files.readString(greeting));
        try {
            links.create(greeting, "elsewhere");
        } catch (FileAlreadyExistsException e) {
            System.out.println(e.getFile() + " is taken");
        }
    }
}
