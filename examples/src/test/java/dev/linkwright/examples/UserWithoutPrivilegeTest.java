package dev.linkwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import dev.linkwright.CreateOptions;
import dev.linkwright.LinkAccessDeniedException;
import dev.linkwright.LinkPath;
import dev.linkwright.LinkTarget;
import dev.linkwright.Links;
import dev.linkwright.testing.FakeCondition;
import dev.linkwright.testing.FakeLinkSystem;
import org.junit.jupiter.api.Test;

/// How your own code is tested on a Windows that you do not have, under a user that you are not.
final class UserWithoutPrivilegeTest {
    private final FakeLinkSystem windows = FakeLinkSystem.windows();
    private final LinkPath link = windows.path("C:\\current");

    @Test
    void whoeverHasThePrivilegeGetsALink() throws IOException {
        publish(Links.on(windows));
        assertThat(Links.on(windows).read(link)).hasToString("releases\\42");
    }

    @Test
    void aUserWithoutItIsToldSo() {
        Links user = Links.on(windows.with(FakeCondition.NO_PRIVILEGE));
        assertThatThrownBy(() -> publish(user)).isInstanceOf(LinkAccessDeniedException.class)
                .hasMessageContaining("ERROR_PRIVILEGE_NOT_HELD (1314)");
    }

    private void publish(Links links) throws IOException {
        links.create(link, LinkTarget.of("releases\\42"), CreateOptions.defaults());
    }
}
