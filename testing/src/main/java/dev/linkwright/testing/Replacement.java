package dev.linkwright.testing;

import java.nio.file.FileSystemException;

import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import org.jspecify.annotations.Nullable;

/// The calls that put a new link in the place of an old one.
enum Replacement {
    RETARGET {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return outcome(links.retarget(link, NEW, RetargetOptions.defaults()));
        }
    },
    RETARGET_IF_AS_EXPECTED {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return outcome(links.retarget(link, NEW, RetargetOptions.defaults().withExpected(OLD)));
        }
    },
    RETARGET_WITH_A_GAP {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return outcome(
                    links.retarget(link, NEW, RetargetOptions.defaults().withGap(RetargetOptions.Gap.ALLOWED)));
        }
    },
    CREATE_AND_REPLACE {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return outcome(links.create(link, NEW, ifExists(CreateOptions.IfExists.REPLACE)));
        }
    },
    CREATE_AND_BACK_UP {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return outcome(links.create(link, NEW, ifExists(CreateOptions.IfExists.BACKUP)));
        }
    };

    static final LinkTarget OLD = LinkTarget.of("old");
    static final LinkTarget NEW = LinkTarget.of("new");

    /// Replaces a link to [#OLD] by one to [#NEW].
    abstract Outcome replace(Links links, LinkPath link) throws FileSystemException;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static CreateOptions ifExists(CreateOptions.IfExists choice) {
        return CreateOptions.defaults().withIfExists(choice);
    }

    private static Outcome outcome(Retargeting retargeting) {
        return new Outcome(retargeting.previous(), retargeting.guarantee());
    }

    private static Outcome outcome(Creation creation) {
        return new Outcome(creation.previous(), creation.guarantee());
    }

    /// What a call that succeeded said.
    ///
    /// @param previous the text of the link that was there; null if it is kept, or there was none
    /// @param guarantee what it promises; null if nothing was there to be replaced
    record Outcome(@Nullable LinkTarget previous, @Nullable Guarantee guarantee) {}
}
