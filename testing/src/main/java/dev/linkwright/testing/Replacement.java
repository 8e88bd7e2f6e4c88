package dev.linkwright.testing;

import java.nio.file.FileSystemException;
import java.util.List;

import dev.linkwright.Capability;
import dev.linkwright.CreateOptions;
import dev.linkwright.Creation;
import dev.linkwright.Guarantee;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.RetargetOptions;
import dev.linkwright.Retargeting;
import dev.linkwright.system.InterceptingLinkSystem;
import dev.linkwright.system.Interceptor;
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
    /// Where names can neither be exchanged nor replaced: by two renames.
    RETARGET_BY_SETTING_ASIDE(Capability.RENAME_EXCHANGE, Capability.ATOMIC_REPLACE) {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return RETARGET_WITH_A_GAP.replace(links, link);
        }
    },
    /// Where no rename helps: the old link is removed.
    RETARGET_BY_MAKING_ANEW(Capability.RENAME_EXCHANGE, Capability.ATOMIC_REPLACE, Capability.RENAME_NO_REPLACE) {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return RETARGET_WITH_A_GAP.replace(links, link);
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
    },
    /// Where names cannot be exchanged: by a rename, and then a new link.
    CREATE_AND_BACK_UP_WITHOUT_EXCHANGE(Capability.RENAME_EXCHANGE) {
        @Override
        Outcome replace(Links links, LinkPath link) throws FileSystemException {
            return CREATE_AND_BACK_UP.replace(links, link);
        }
    };

    static final LinkTarget OLD = LinkTarget.of("old");
    static final LinkTarget NEW = LinkTarget.of("new");

    private final List<Capability> withheld;

    Replacement(Capability... withheld) {
        this.withheld = List.of(withheld);
    }

    /// The system as this call is to find it.
    LinkSystem on(LinkSystem system) {
        return withheld.isEmpty() ? system : InterceptingLinkSystem.of(system, new Poorer(withheld));
    }

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

    /// Lets everything pass, and tells of fewer capabilities.
    private record Poorer(List<Capability> withheld) implements Interceptor {
        @Override
        public void before(Call call) {
            // Nothing is kept from running.
        }

        @Override
        public LinkCapabilities capabilities(LinkCapabilities found) {
            LinkCapabilities left = found;
            for (Capability each : withheld) {
                left = left.without(each, "withheld by a test");
            }
            return left;
        }
    }

    /// What a call that succeeded said.
    ///
    /// @param previous the text of the link that was there; null if it is kept, or there was none
    /// @param guarantee what it promises; null if nothing was there to be replaced
    record Outcome(@Nullable LinkTarget previous, @Nullable Guarantee guarantee) {}
}
