package dev.linkwright.cli.fronts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;

import dev.linkwright.Cursor;
import dev.linkwright.LinkPath;
import dev.linkwright.Name;
import dev.linkwright.cli.syntax.Argument;
import org.jspecify.annotations.Nullable;

/// Which name a file gets when something else takes its own (info coreutils, "Backup options").
final class Backups {
    /// When there are backups, and how they are called.
    enum Control {
        NONE,
        SIMPLE,
        EXISTING,
        NUMBERED
    }

    private static final String[] WORDS = {"none", "off", "simple", "never", "existing", "nil", "numbered", "t"};
    private static final String USUAL_SUFFIX = "~";

    /// What the programs allow, one less than most file systems.
    private static final int LONGEST_NAME = 254;

    private final Control control;
    private final byte[] suffix;

    private Backups(Control control, byte[] suffix) {
        this.control = control;
        this.suffix = suffix;
    }

    /// Without backups.
    static Backups none() {
        return new Backups(Control.NONE, new byte[0]);
    }

    /// As the command line or, where that says nothing, the environment asks for them.
    ///
    /// @param control what `--backup` has for a value
    /// @param suffix what `--suffix` has for a value
    /// @throws Misuse if it is no word for a control, or could be several
    static Backups of(@Nullable Argument control, @Nullable Argument suffix, GnuRun run) throws Misuse {
        Argument word = control;
        String context = "backup type";
        if (word == null || word.bytes().length == 0) {
            word = Argument.of(run.environment().getOrDefault("VERSION_CONTROL", ""));
            context = "$VERSION_CONTROL";
        }
        Control meant = word.bytes().length == 0 ? Control.EXISTING : control(word, context, run);
        byte[] wanted = suffix == null
                ? run.environment().getOrDefault("SIMPLE_BACKUP_SUFFIX", "").getBytes(StandardCharsets.UTF_8)
                : suffix.bytes();
        return new Backups(meant, usable(wanted) ? wanted : USUAL_SUFFIX.getBytes(StandardCharsets.UTF_8));
    }

    /// A backup stays in its directory, and has another name.
    private static boolean usable(byte[] suffix) {
        for (byte unit : suffix) {
            if (unit == '/') {
                return false;
            }
        }
        return suffix.length > 0 && suffix.length < LONGEST_NAME;
    }

    private static Control control(Argument typed, String context, GnuRun run) throws Misuse {
        String word = typed.toString();
        Control found = null;
        boolean several = false;
        for (int i = 0; i < WORDS.length; i++) {
            Control meant = Control.values()[i / 2];
            if (WORDS[i].equals(word)) {
                return meant;
            }
            if (WORDS[i].startsWith(word)) {
                several |= found != null && found != meant;
                found = meant;
            }
        }
        if (found == null || several) {
            throw new Misuse(unknown(found == null ? "invalid" : "ambiguous", typed, context, run));
        }
        return found;
    }

    private static String unknown(String problem, Argument word, String context, GnuRun run) {
        StringBuilder message = new StringBuilder(problem).append(" argument ").append(run.inLocalQuotes(word))
                .append(" for ").append(run.inLocalQuotes(context)).append("\nValid arguments are:");
        for (int i = 0; i < WORDS.length; i++) {
            message.append(i % 2 == 0 ? "\n  - " : ", ").append(run.inLocalQuotes(WORDS[i]));
        }
        return message.toString();
    }

    boolean areMade() {
        return control != Control.NONE;
    }

    /// Whether each has a name of its own, so that none takes the place of another, whatever is there.
    boolean areNumbered() {
        return control == Control.NUMBERED;
    }

    /// The name for what stands at the path; what has that name already is replaced.
    LinkPath nameFor(LinkPath path, Calls calls) throws Refused {
        byte[] name = path.name().orElseThrow().bytes();
        byte[] backup = withSuffix(name, suffix);
        if (control != Control.SIMPLE) {
            BigInteger highest = highestNumber(path, name, calls);
            if (control == Control.NUMBERED || highest.signum() > 0) {
                backup = numbered(name, highest.add(BigInteger.ONE));
            }
            if (backup.length > LONGEST_NAME) {
                backup = withSuffix(Arrays.copyOf(name, Math.min(name.length, LONGEST_NAME - 1)), new byte[]{'~'});
            }
        }
        return withName(path, name, backup, calls);
    }

    private static LinkPath withName(LinkPath path, byte[] name, byte[] other, Calls calls) {
        byte[] whole = path.bytes();
        byte[] text = Arrays.copyOf(whole, whole.length - name.length + other.length);
        System.arraycopy(other, 0, text, whole.length - name.length, other.length);
        return calls.path(text);
    }

    private static byte[] numbered(byte[] name, BigInteger number) {
        return withSuffix(name, (".~" + number + "~").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] withSuffix(byte[] name, byte[] suffix) {
        byte[] text = Arrays.copyOf(name, name.length + suffix.length);
        System.arraycopy(suffix, 0, text, name.length, suffix.length);
        return text;
    }

    private BigInteger highestNumber(LinkPath path, byte[] name, Calls calls) throws Refused {
        BigInteger highest = BigInteger.ZERO;
        try (Cursor cursor = calls.parentOf(path).list()) {
            while (cursor.next()) {
                highest = highest.max(number(cursor.name(), name));
            }
        } catch (FileSystemException e) {
            Refused refused = Refused.because(e, path);
            if (!refused.is(SystemError.EACCES)) {
                throw refused;
            }
            return control == Control.NUMBERED ? takenInARow(path, name, calls) : BigInteger.ZERO;
        }
        return highest;
    }

    /// In a directory that may be written but not read only names can be asked for.
    private static BigInteger takenInARow(LinkPath path, byte[] name, Calls calls) throws Refused {
        BigInteger number = BigInteger.ZERO;
        while (calls.isTaken(withName(path, name, numbered(name, number.add(BigInteger.ONE)), calls))) {
            number = number.add(BigInteger.ONE);
        }
        return number;
    }

    /// The number of a backup `NAME.~N~`; 0 if it is none.
    private static BigInteger number(Name candidate, byte[] name) {
        byte[] text = candidate.bytes();
        int from = name.length + 2;
        int to = text.length - 1;
        boolean framed = to > from && Arrays.equals(text, 0, name.length, name, 0, name.length)
                && text[name.length] == '.' && text[name.length + 1] == '~' && text[to] == '~' && text[from] != '0';
        for (int i = from; framed && i < to; i++) {
            framed = text[i] >= '0' && text[i] <= '9';
        }
        return framed
                ? new BigInteger(new String(text, from, to - from, StandardCharsets.US_ASCII))
                : BigInteger.ZERO;
    }
}
