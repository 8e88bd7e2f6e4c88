package dev.linkwright.reparse;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Writable data of every kind, decided by a seed.
final class RandomReparseData {
    private static final int KINDS = 12;

    private final SplittableRandom random;

    RandomReparseData(long seed) {
        random = new SplittableRandom(seed);
    }

    ReparseData next() {
        return switch (random.nextInt(KINDS)) {
            case 0 -> new ReparseData.SymbolicLink(units(1, 40), units(1, 40), random.nextBoolean());
            case 1 -> sameNames();
            case 2 -> new ReparseData.MountPoint(units(0, 40), units(0, 40));
            case 3 -> new ReparseData.WslLink(bytes(0, 60));
            case 4 -> alias();
            case 5 -> new ReparseData.Nfs.Link(units(0, 40));
            case 6 -> random.nextBoolean()
                    ? new ReparseData.Nfs.CharacterDevice(random.nextInt(), random.nextInt())
                    : new ReparseData.Nfs.BlockDevice(random.nextInt(), random.nextInt());
            case 7 -> random.nextBoolean() ? new ReparseData.Nfs.Fifo() : new ReparseData.Nfs.Socket();
            case 8 -> random.nextBoolean()
                    ? new ReparseData.Wof(ReparseData.Wof.FILE, random.nextInt(), bytes(4, 12))
                    : new ReparseData.Wof(ReparseData.Wof.IMAGE, random.nextInt(), bytes(32, 60));
            case 9 -> new ReparseData.Opaque(opaqueTag(), bytes(0, 60));
            case 10 -> newerVersion();
            default -> thirdParty();
        };
    }

    /// Also the longest that fit.
    private ReparseData.SymbolicLink sameNames() {
        String name = random.nextInt(50) == 0 ? "x".repeat(random.nextInt(4_000, 4_092)) : units(1, 40);
        return new ReparseData.SymbolicLink(name, name, true);
    }

    private ReparseData.AppExecutionAlias alias() {
        List<String> strings = new ArrayList<>();
        for (int count = random.nextInt(3, 6); count > 0; count--) {
            strings.add(units(0, 20).replace('\0', '0'));
        }
        return new ReparseData.AppExecutionAlias(strings);
    }

    private ReparseTag opaqueTag() {
        List<ReparseTag> tags = ReparseTag.known().stream()
                .filter(tag -> tag.isMicrosoft() && !Payloads.isKnown(tag.value(), new byte[0], 0, 0))
                .toList();
        return random.nextBoolean()
                ? tags.get(random.nextInt(tags.size()))
                : new ReparseTag(0x8000D000 | random.nextInt(0x1000));
    }

    private ReparseData.Opaque newerVersion() {
        List<ReparseTag> tags = List.of(ReparseTag.LX_SYMLINK, ReparseTag.APPEXECLINK, ReparseTag.WOF, ReparseTag.NFS);
        byte[] data = bytes(8, 40).toArray();
        // No version and no type has this in its fourth byte.
        data[3] = 0x55;
        return new ReparseData.Opaque(tags.get(random.nextInt(tags.size())), ByteString.of(data));
    }

    private ReparseData.ThirdParty thirdParty() {
        ReparseTag tag = new ReparseTag(random.nextInt(2, 0x10000) | (random.nextInt(8) << 28));
        return new ReparseData.ThirdParty(tag, new UUID(random.nextLong(), random.nextLong() | 1), bytes(0, 60));
    }

    /// Any 16-bit units: lone surrogates and U+0000 too.
    private String units(int least, int most) {
        char[] units = new char[random.nextInt(least, most + 1)];
        for (int i = 0; i < units.length; i++) {
            units[i] = switch (random.nextInt(4)) {
                case 0 -> (char) random.nextInt(0x10000);
                case 1 -> (char) random.nextInt(0xD800, 0xE000);
                case 2 -> '\\';
                default -> (char) random.nextInt('a', 'z');
            };
        }
        return new String(units);
    }

    private ByteString bytes(int least, int most) {
        byte[] bytes = new byte[random.nextInt(least, most + 1)];
        random.nextBytes(bytes);
        return ByteString.of(bytes);
    }
}
