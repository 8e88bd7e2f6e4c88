package dev.linkwright.ffm.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileSystemException;

import dev.linkwright.Capability;
import dev.linkwright.LinkCapabilities;
import dev.linkwright.LinkPath;
import dev.linkwright.path.PathRules;
import org.junit.jupiter.api.Test;

class BelievedPlacesTest {
    private static final LinkCapabilities BELIEVED = LinkCapabilities.none().with(Capability.BELIEVED_SUCCESS);
    private static final LinkPath HERE = LinkPath.of(PathRules.POSIX, "/srv/app");
    private static final LinkPath THERE = LinkPath.of(PathRules.POSIX, "/srv/data");

    private long now = Long.MAX_VALUE - 10;
    private int looks;
    private final BelievedPlaces places = new BelievedPlaces(() -> now);

    @Test
    void aPlaceThatIsBelievedIsNotLookedAtAgainForAMoment() throws FileSystemException {
        assertThat(isBelieved(HERE, BELIEVED)).isTrue();
        now += 49_000_000;
        assertThat(isBelieved(HERE, LinkCapabilities.none())).isTrue();
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void afterThatMomentTheFileSystemIsAsked() throws FileSystemException {
        assertThat(isBelieved(HERE, BELIEVED)).isTrue();
        now += 50_000_000;
        assertThat(isBelieved(HERE, LinkCapabilities.none())).isFalse();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void theMomentIsNotDrawnOutByAsking() throws FileSystemException {
        isBelieved(HERE, BELIEVED);
        now += 49_000_000;
        isBelieved(HERE, BELIEVED);
        now += 49_000_000;
        assertThat(isBelieved(HERE, LinkCapabilities.none())).isFalse();
    }

    @Test
    void whatIsNotBelievedIsLookedAtEachTime() throws FileSystemException {
        assertThat(isBelieved(HERE, LinkCapabilities.none())).isFalse();
        assertThat(isBelieved(HERE, BELIEVED)).isTrue();
    }

    @Test
    void oneDirectoryTellsNothingAboutAnother() throws FileSystemException {
        isBelieved(HERE, BELIEVED);
        assertThat(isBelieved(THERE, LinkCapabilities.none())).isFalse();
    }

    @Test
    void whatCannotBeLookedAtIsAFailureAndNotRemembered() throws FileSystemException {
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> places.has(HERE, () -> {
            throw new FileSystemException("/srv/app");
        }));
        assertThat(isBelieved(HERE, BELIEVED)).isTrue();
        assertThat(looks).isEqualTo(1);
    }

    private boolean isBelieved(LinkPath directory, LinkCapabilities found) throws FileSystemException {
        return places.has(directory, () -> {
            looks++;
            return found;
        });
    }
}
