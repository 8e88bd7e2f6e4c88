package dev.linkwright.reparse;

import java.util.ArrayList;
import java.util.List;

/// The data behind the header: which layouts are known, and how each is read and written.
///
/// `buffer` is the offset of the buffer in its array, so that errors can count from the start of the buffer.
final class Payloads {
    private static final int DATA = ReparseBuffer.HEADER_SIZE;

    /// WSL links, aliases and WOF start with a version.
    private static final int VERSION_SIZE = 4;
    private static final int WSL_VERSION = 2;
    private static final int ALIAS_VERSION = 3;
    private static final int WOF_VERSION = 1;
    private static final int WOF_FIELDS = 12;

    private Payloads() {}

    /// Whether data have a layout that is known here, be they well-formed or not: then there is a record for them, or
    /// they are an error. Unknown versions and types stay opaque: something newer may have written them.
    static boolean isKnown(int tag, byte[] bytes, int data, int length) {
        return switch (tag) {
            case KnownTags.SYMLINK, KnownTags.MOUNT_POINT -> true;
            case KnownTags.LX_SYMLINK -> length < VERSION_SIZE || LittleEndian.i32(bytes, data) == WSL_VERSION;
            case KnownTags.APPEXECLINK -> length < VERSION_SIZE || LittleEndian.i32(bytes, data) == ALIAS_VERSION;
            case KnownTags.NFS -> NfsData.isKnown(bytes, data, length);
            case KnownTags.WOF -> isKnownWof(bytes, data, length);
            default -> false;
        };
    }

    private static boolean isKnownWof(byte[] bytes, int data, int length) {
        if (length < VERSION_SIZE) {
            return true;
        }
        if (LittleEndian.i32(bytes, data) != WOF_VERSION) {
            return false;
        }
        return length < 2 * VERSION_SIZE || ReparseData.Wof.isProvider(LittleEndian.i32(bytes, data + VERSION_SIZE));
    }

    static ReparseData decode(int tag, byte[] bytes, int buffer, int length) throws MalformedReparseBufferException {
        int data = buffer + DATA;
        if (!isKnown(tag, bytes, data, length)) {
            return new ReparseData.Opaque(new ReparseTag(tag), ByteString.of(bytes, data, length));
        }
        return switch (tag) {
            case KnownTags.SYMLINK -> LinkNames.symbolicLink(bytes, buffer, length);
            case KnownTags.MOUNT_POINT -> LinkNames.mountPoint(bytes, buffer, length);
            case KnownTags.LX_SYMLINK -> wslLink(bytes, data, length);
            case KnownTags.APPEXECLINK -> alias(bytes, buffer, length);
            case KnownTags.NFS -> NfsData.decode(bytes, buffer, length);
            default -> wof(bytes, data, length);
        };
    }

    static void requireLength(int length, int least, String what) throws MalformedReparseBufferException {
        if (length < least) {
            throw new MalformedReparseBufferException(DATA + length, least + " bytes of data for the " + what,
                    length + " bytes");
        }
    }

    private static ReparseData.WslLink wslLink(byte[] bytes, int data, int length)
            throws MalformedReparseBufferException {
        requireLength(length, VERSION_SIZE, "version of a WSL link");
        return new ReparseData.WslLink(ByteString.of(bytes, data + VERSION_SIZE, length - VERSION_SIZE));
    }

    private static ReparseData.AppExecutionAlias alias(byte[] bytes, int buffer, int length)
            throws MalformedReparseBufferException {
        requireLength(length, VERSION_SIZE, "version of an alias");
        if (length % 2 != 0) {
            throw new MalformedReparseBufferException(DATA + length, "an even number of bytes", length + " bytes");
        }
        int end = DATA + length;
        int start = DATA + VERSION_SIZE;
        char[] scratch = new char[(end - start) / 2];
        List<String> strings = new ArrayList<>();
        for (int i = start; i < end; i += 2) {
            if (LittleEndian.u16(bytes, buffer + i) == 0) {
                strings.add(LittleEndian.units(bytes, buffer + start, i - start, scratch));
                start = i + 2;
            }
        }
        if (start != end) {
            throw new MalformedReparseBufferException(end, "U+0000 behind the last string", "the end of the data");
        }
        if (strings.size() < ReparseData.AppExecutionAlias.LEAST_STRINGS) {
            throw new MalformedReparseBufferException(end, "three strings or more", strings.size() + " strings");
        }
        return new ReparseData.AppExecutionAlias(strings);
    }

    private static ReparseData.Wof wof(byte[] bytes, int data, int length) throws MalformedReparseBufferException {
        requireLength(length, 2 * VERSION_SIZE, "version and provider of a WOF file");
        int provider = LittleEndian.i32(bytes, data + VERSION_SIZE);
        requireLength(length, WOF_FIELDS + ReparseData.Wof.leastDetails(provider), "WOF provider " + provider);
        int providerVersion = LittleEndian.i32(bytes, data + 2 * VERSION_SIZE);
        ByteString details = ByteString.of(bytes, data + WOF_FIELDS, length - WOF_FIELDS);
        return new ReparseData.Wof(provider, providerVersion, details);
    }

    /// How many bytes the data take; more than a buffer can have if the names are that long.
    static long size(ReparseData data) {
        return switch (data) {
            case ReparseData.SymbolicLink link -> LinkNames.size(link);
            case ReparseData.MountPoint mountPoint -> LinkNames.size(mountPoint);
            case ReparseData.WslLink link -> VERSION_SIZE + (long) link.target().length();
            case ReparseData.AppExecutionAlias alias ->
                VERSION_SIZE + alias.strings().stream().mapToLong(string -> 2L * string.length() + 2).sum();
            case ReparseData.Nfs nfs -> NfsData.size(nfs);
            case ReparseData.Wof wof -> WOF_FIELDS + (long) wof.details().length();
            case ReparseData.Opaque opaque -> opaque.data().length();
            case ReparseData.ThirdParty thirdParty -> thirdParty.data().length();
        };
    }

    /// Writes data of a size that fits, into zeros, behind a header.
    static void write(ReparseData data, byte[] buffer, int header) {
        switch (data) {
            case ReparseData.SymbolicLink link -> LinkNames.write(link, buffer);
            case ReparseData.MountPoint mountPoint -> LinkNames.write(mountPoint, buffer);
            case ReparseData.WslLink link -> {
                LittleEndian.putI32(buffer, header, WSL_VERSION);
                link.target().copyTo(buffer, header + VERSION_SIZE);
            }
            case ReparseData.AppExecutionAlias alias -> {
                LittleEndian.putI32(buffer, header, ALIAS_VERSION);
                int at = header + VERSION_SIZE;
                for (String string : alias.strings()) {
                    at = LittleEndian.putUnits(buffer, at, string) + 2;
                }
            }
            case ReparseData.Nfs nfs -> NfsData.write(nfs, buffer, header);
            case ReparseData.Wof wof -> {
                LittleEndian.putI32(buffer, header, WOF_VERSION);
                LittleEndian.putI32(buffer, header + VERSION_SIZE, wof.provider());
                LittleEndian.putI32(buffer, header + 2 * VERSION_SIZE, wof.providerVersion());
                wof.details().copyTo(buffer, header + WOF_FIELDS);
            }
            case ReparseData.Opaque opaque -> opaque.data().copyTo(buffer, header);
            case ReparseData.ThirdParty thirdParty -> thirdParty.data().copyTo(buffer, header);
        }
    }
}
