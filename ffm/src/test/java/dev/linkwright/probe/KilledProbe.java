package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.IfExists;
import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;

/// A program that kills itself, as `kill -9` does, right before one of the changes that an operation makes.
public final class KilledProbe {
    /// The text that the operation is to store.
    public static final LinkTarget NEW = LinkTarget.of("new");

    private KilledProbe() {}

    /// What is interrupted.
    public enum Deed {
        /// A name that is free.
        CREATE,
        /// In directories that do not exist yet.
        CREATE_WITH_PARENTS,
        /// The usual way.
        RETARGET,
        /// Where two names cannot be exchanged.
        RETARGET_WITHOUT_EXCHANGE(Capability.RENAME_EXCHANGE),
        /// Where no rename replaces, with a gap: the old link is set aside.
        RETARGET_BY_SETTING_ASIDE(Capability.RENAME_EXCHANGE, Capability.ATOMIC_REPLACE),
        /// Where no rename helps, with a gap: the old link is removed.
        RETARGET_BY_MAKING_ANEW(Capability.RENAME_EXCHANGE, Capability.ATOMIC_REPLACE, Capability.RENAME_NO_REPLACE),
        /// A compare-and-set.
        RETARGET_AS_EXPECTED,
        /// `--if-exists replace`.
        CREATE_AND_REPLACE,
        /// `--if-exists replace` where two names cannot be exchanged.
        CREATE_AND_REPLACE_WITHOUT_EXCHANGE(Capability.RENAME_EXCHANGE),
        /// `--if-exists backup`.
        BACK_UP,
        /// Where two names cannot be exchanged.
        BACK_UP_WITHOUT_EXCHANGE(Capability.RENAME_EXCHANGE);

        private final List<Capability> withheld;

        Deed(Capability... withheld) {
            this.withheld = List.of(withheld);
        }

        private void perform(Links links, LinkPath link) throws FileSystemException {
            CreateOptions create = CreateOptions.defaults();
            RetargetOptions retarget = RetargetOptions.defaults();
            switch (this) {
                case CREATE -> links.create(link, NEW, create);
                case CREATE_WITH_PARENTS -> links.create(link, NEW, create.withParents(Parents.MADE));
                case RETARGET, RETARGET_WITHOUT_EXCHANGE -> links.retarget(link, NEW, retarget);
                case RETARGET_BY_SETTING_ASIDE, RETARGET_BY_MAKING_ANEW ->
                    links.retarget(link, NEW, retarget.withGap(RetargetOptions.Gap.ALLOWED));
                case RETARGET_AS_EXPECTED -> links.retarget(link, NEW, retarget.withExpected(LinkTarget.of("old")));
                case CREATE_AND_REPLACE, CREATE_AND_REPLACE_WITHOUT_EXCHANGE ->
                    links.create(link, NEW, create.withIfExists(IfExists.REPLACE));
                case BACK_UP, BACK_UP_WITHOUT_EXCHANGE -> links.create(link, NEW, create.withIfExists(IfExists.BACKUP));
                default -> throw new IllegalStateException("not performed: " + this);
            }
        }
    }

    /// Performs the deed that is the first argument on the link that is the second one, and is killed before the change
    /// whose number (from 0) is the third.
    public static void main(String[] arguments) throws IOException {
        Deed deed = Deed.valueOf(arguments[0]);
        Assassin assassin = new Assassin(deed, Integer.parseInt(arguments[2]));
        Links links = Links.on(InterceptingLinkSystem.of(Links.system().linkSystem(), assassin));
        deed.perform(links, LinkPath.of(Path.of(arguments[1])));
    }

    /// Lets so many changes pass.
    private static final class Assassin implements Interceptor {
        private final Deed deed;
        private final AtomicInteger left;

        Assassin(Deed deed, int passing) {
            this.deed = deed;
            this.left = new AtomicInteger(passing);
        }

        @Override
        public LinkCapabilities capabilities(LinkCapabilities found) {
            LinkCapabilities rest = found;
            for (Capability each : deed.withheld) {
                rest = rest.without(each, "withheld");
            }
            return rest;
        }

        @Override
        public void before(Call call) {
            if (call.primitive().isMutating() && left.getAndDecrement() == 0) {
                kill();
            }
        }

        private static void kill() {
            try {
                String self = Long.toString(ProcessHandle.current().pid());
                int exit = new ProcessBuilder("kill", "-KILL", self).start().waitFor();
                throw new IllegalStateException("still alive, kill said " + exit);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
