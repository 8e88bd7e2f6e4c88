package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import dev.linkwright.Cursor;
import dev.linkwright.Directory;
import dev.linkwright.LinkFailure;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.RenameMode;
import dev.linkwright.TargetKind;

/// A program for a user who may not do everything: tries things in directories with all kinds of permissions and tells
/// what came of each.
public final class OrdinaryUserProbe {
    private static final Name LINK = Name.of("link");
    private static final Name NEW = Name.of("new");
    private static final LinkTarget TEXT = LinkTarget.of("text");

    private OrdinaryUserProbe() {}

    /// Works below the directory that is the argument.
    public static void main(String[] arguments) throws IOException {
        LinkSystem system = Links.system().linkSystem();
        LinkPath base = LinkPath.of(Path.of(arguments[0]));
        System.out.println("system: " + system.name());

        try (Directory searchable = system.open(base.resolve(Name.of("searchable")))) {
            System.out.println("read by searching: " + searchable.readLink(LINK));
            tell("list what may only be searched", () -> searchable.list().close());
            try (Directory below = searchable.open(Name.of("below")); Cursor cursor = below.list()) {
                System.out.println("below: " + cursor.next());
            }
        }
        LinkPath closed = base.resolve(Name.of("closed"));
        tell("open what is closed", () -> system.open(closed).close());
        tell("look into what is closed", () -> system.at(closed).stat(LINK));
        tell("read in what is closed", () -> system.readLink(closed.resolve(LINK)));

        Directory readable = system.at(base.resolve(Name.of("readable")));
        tell("make where writing is forbidden", () -> readable.makeLink(NEW, TEXT, TargetKind.UNSPECIFIED));
        tell("make a directory where writing is forbidden", () -> readable.makeDirectory(NEW));
        tell("remove where writing is forbidden", () -> readable.unlink(LINK));

        Directory sticky = system.at(base.resolve(Name.of("sticky")));
        tell("make in a sticky directory", () -> sticky.makeLink(NEW, TEXT, TargetKind.UNSPECIFIED));
        tell("remove another's link from a sticky directory", () -> sticky.unlink(LINK));
        tell("rename another's link in a sticky directory",
                () -> sticky.rename(LINK, sticky, Name.of("moved"), RenameMode.NO_REPLACE));
        tell("remove the own link from a sticky directory", () -> sticky.unlink(NEW));
        tell("hard link to another's secret", () -> sticky.makeHardLink(NEW, sticky, Name.of("secret")));
    }

    private static void tell(String what, Trial trial) {
        try {
            trial.run();
            System.out.println(what + ": done");
        } catch (FileSystemException e) {
            if (!(e instanceof LinkFailure failure)) {
                throw new IllegalStateException(e);
            }
            System.out.println(what + ": " + failure.reason() + " by " + failure.function().orElse("us") + " "
                    + failure.codeName().orElse("-") + ", " + failure.advice().orElse("no advice"));
        }
    }

    private interface Trial {
        void run() throws FileSystemException;
    }
}
