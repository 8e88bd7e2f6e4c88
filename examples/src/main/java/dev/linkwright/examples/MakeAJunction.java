package dev.linkwright.examples;

import java.io.IOException;

import dev.linkwright.Junction;
import dev.linkwright.LinkPath;
import dev.linkwright.Links;
import dev.linkwright.Name;
import dev.linkwright.TargetKind;
import dev.linkwright.reparse.ReparseBuffer;
import dev.linkwright.reparse.ReparseData.MountPoint;
import dev.linkwright.testing.FakeLinkSystem;

/// A junction is a directory that stands for another one, by absolute path; on Windows every user may make one. Here it is
/// made on the fake, which plays Windows on any machine.
///
/// Prints:
/// ```
/// C:\current -> C:\releases\42, a junction
/// ```
public final class MakeAJunction {
    public static void main(String[] arguments) throws IOException {
        FakeLinkSystem windows = FakeLinkSystem.windows();
        Name current = Name.of("current");
        byte[] data = ReparseBuffer.encode(MountPoint.to("C:\\releases\\42"));
        windows.at(windows.root()).makeReparsePoint(current, data, TargetKind.DIRECTORY);

        LinkPath place = windows.root().resolve(current);
        if (Links.on(windows).show(place) instanceof Junction junction) {
            System.out.println(junction.path() + " -> " + junction.target() + ", a junction");
        }
    }
}
