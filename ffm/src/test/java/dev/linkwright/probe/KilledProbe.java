package dev.linkwright.probe;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.CreateOptions;
import dev.linkwright.CreateOptions.IfExists;
import dev.linkwright.CreateOptions.Parents;
import dev.linkwright.FailureDetails;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.Reason;
import dev.linkwright.RetargetOptions;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
import dev.linkwright.system.Primitive;

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
        RETARGET_WITHOUT_EXCHANGE,
        /// A compare-and-set.
        RETARGET_AS_EXPECTED,
        /// `--if-exists replace`.
        CREATE_AND_REPLACE,
        /// `--if-exists backup`.
        BACK_UP,
        /// Where two names cannot be exchanged.
        BACK_UP_WITHOUT_EXCHANGE;

        private void perform(Links links, LinkPath link) throws FileSystemException {
            CreateOptions create = CreateOptions.defaults();
            RetargetOptions retarget = RetargetOptions.defaults();
            switch (this) {
                case CREATE -> links.create(link, NEW, create);
                case CREATE_WITH_PARENTS -> links.create(link, NEW, create.withParents(Parents.MADE));
                case RETARGET, RETARGET_WITHOUT_EXCHANGE -> links.retarget(link, NEW, retarget);
                case RETARGET_AS_EXPECTED -> links.retarget(link, NEW, retarget.withExpected(LinkTarget.of("old")));
                case CREATE_AND_REPLACE -> links.create(link, NEW, create.withIfExists(IfExists.REPLACE));
                case BACK_UP, BACK_UP_WITHOUT_EXCHANGE -> links.create(link, NEW, create.withIfExists(IfExists.BACKUP));
                default -> throw new IllegalStateException("not performed: " + this);
            }
        }

        private boolean hasExchange() {
            return this != RETARGET_WITHOUT_EXCHANGE && this != BACK_UP_WITHOUT_EXCHANGE;
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
        private boolean renamed;

        Assassin(Deed deed, int passing) {
            this.deed = deed;
            this.left = new AtomicInteger(passing);
        }

        @Override
        public void before(Call call) throws FileSystemException {
            if (!call.primitive().isMutating()) {
                return;
            }
            if (left.getAndDecrement() == 0) {
                kill();
            }
            if (call.primitive() == Primitive.RENAME && !renamed) {
                renamed = true;
                if (!deed.hasExchange()) {
                    throw FailureDetails.of(call.words(), call.path(), Reason.UNSUPPORTED_BY_FILE_SYSTEM)
                            .toException();
                }
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
