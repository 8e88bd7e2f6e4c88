package dev.linkwright.ffm.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import dev.linkwright.ffm.windows.WindowsCapabilities.VolumeFacts;
import dev.linkwright.win32.WindowsFacts;
import dev.linkwright.win32.WindowsFacts.LinkRight;
import dev.linkwright.win32.WindowsFacts.RedirectionGuard;
import dev.linkwright.win32.WindowsFacts.SyncRoot;
import dev.linkwright.win32.WindowsFacts.SyncRoot.Answer;

/// Asks Windows for all on which links in a directory depend.
final class WindowsCircumstances {
    static final int ProcessRedirectionTrustPolicy = 16;
    static final int ENFORCE_REDIRECTION_TRUST = 1;
    static final int AUDIT_REDIRECTION_TRUST = 2;

    static final int CF_SYNC_ROOT_INFO_PROVIDER = 2;
    static final int NOT_UNDER_SYNC_ROOT = 0x80070186;

    /// `CF_SYNC_ROOT_PROVIDER_INFO`: the state, then name and version, each with room for 256 units.
    private static final long PROVIDER_NAME = 4;
    private static final long PROVIDER_SIZE = 4 + 2 * 256 * 2;

    private WindowsCircumstances() {}

    /// Of an open directory.
    static WindowsFacts of(Arena arena, long directory) throws WindowsCallException {
        VolumeFacts volume = VolumeFacts.of(arena, directory);
        return new WindowsFacts(right(), WindowsCapabilities.isDeveloperMode(), OsVersion.thisBuild(),
                volume.told(), MachineSettings.evaluation(Advapi32Library::regGetValueW), guard(arena),
                syncRoot(arena, directory));
    }

    private static LinkRight right() {
        return switch (ProcessToken.linkRight()) {
            case ENABLED -> LinkRight.ENABLED;
            case DISABLED -> LinkRight.DISABLED;
            case ABSENT -> ProcessToken.isFiltered() ? LinkRight.FILTERED : LinkRight.ABSENT;
        };
    }

    /// A Windows that does not know the policy refuses the question.
    static RedirectionGuard guard(Arena arena) {
        try {
            return guard(Kernel32Library.getProcessMitigationPolicy(arena, ProcessRedirectionTrustPolicy));
        } catch (WindowsCallException notKnownHere) {
            return RedirectionGuard.UNKNOWN;
        }
    }

    static RedirectionGuard guard(int flags) {
        if ((flags & ENFORCE_REDIRECTION_TRUST) != 0) {
            return RedirectionGuard.ENFORCED;
        }
        return (flags & AUDIT_REDIRECTION_TRUST) == 0 ? RedirectionGuard.OFF : RedirectionGuard.AUDITED;
    }

    /// The tags of cloud files would not tell: Windows hides them from most programs.
    static SyncRoot syncRoot(Arena arena, long directory) {
        if (!CldApiLibrary.isThere()) {
            return SyncRoot.of(Answer.UNKNOWN);
        }
        MemorySegment provider = arena.allocate(PROVIDER_SIZE, Long.BYTES);
        return syncRoot(CldApiLibrary.cfGetSyncRootInfoByHandle(directory, CF_SYNC_ROOT_INFO_PROVIDER, provider),
                provider);
    }

    static SyncRoot syncRoot(int result, MemorySegment provider) {
        if (result >= 0) {
            return new SyncRoot(Answer.INSIDE, WideText.at(provider.asSlice(PROVIDER_NAME)));
        }
        return SyncRoot.of(result == NOT_UNDER_SYNC_ROOT ? Answer.OUTSIDE : Answer.UNKNOWN);
    }
}
