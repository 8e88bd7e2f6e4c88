package dev.linkwright.ffm.posix;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import dev.linkwright.ffm.DeclaredConstants;
import dev.linkwright.testing.Bench;
import org.junit.jupiter.api.Test;

/// The audit of descriptors, layouts and constants, for each architecture by its own compiler and headers.
final class HeaderAuditTest {
    private static final String X86_64 = "x86_64-linux-gnu-gcc";
    private static final String ARM64 = "aarch64-linux-gnu-gcc";
    /// In no header for programs: `include/linux/statfs.h` of the kernel, since 5.10.
    private static final Set<String> IN_NO_HEADER = Set.of("ST_NOSYMFOLLOW");

    /// Of these the C libraries of today have no function with the kernel's parameters: openat2(2) has none at all, that
    /// of `fchmodat` takes flags besides, which the kernel's does not.
    private static final Set<SystemCall> IN_NO_LIBRARY = Set.of(SystemCall.OPENAT2, SystemCall.FCHMODAT);

    private static final List<Class<?>> CALLERS = List.of(LinuxSystemCalls.class, LinuxCalls.class, FileCalls.class,
            AttributeCalls.class);

    private static final Map<String, String> TYPES_IN_HEADERS = Map.ofEntries(
            Map.entry("EXT4_SUPER_MAGIC", "ext4"), Map.entry("XFS_SUPER_MAGIC", "xfs"),
            Map.entry("BTRFS_SUPER_MAGIC", "btrfs"), Map.entry("TMPFS_MAGIC", "tmpfs"),
            Map.entry("OVERLAYFS_SUPER_MAGIC", "overlay"), Map.entry("F2FS_SUPER_MAGIC", "f2fs"),
            Map.entry("RAMFS_MAGIC", "ramfs"), Map.entry("NILFS_SUPER_MAGIC", "nilfs2"),
            Map.entry("REISERFS_SUPER_MAGIC", "reiserfs"), Map.entry("MSDOS_SUPER_MAGIC", "vfat"),
            Map.entry("EXFAT_SUPER_MAGIC", "exfat"), Map.entry("NFS_SUPER_MAGIC", "nfs"),
            Map.entry("CEPH_SUPER_MAGIC", "ceph"), Map.entry("AFS_SUPER_MAGIC", "afs"),
            Map.entry("AFS_FS_MAGIC", "afs"), Map.entry("CIFS_SUPER_MAGIC", "cifs"),
            Map.entry("SMB2_SUPER_MAGIC", "smb3"), Map.entry("FUSE_SUPER_MAGIC", "fuse"),
            Map.entry("V9FS_MAGIC", "9p"));

    private static final List<Class<?>> LINUX = List.of(PosixCalls.class, LibC.class, SystemCall.class,
            Linux.class, LinuxCursor.class, Platform.class, FileSystemKind.class, AttributeCalls.class,
            LinuxContents.class, ContentsCopier.class);
    private static final List<Class<?>> MACOS = List.of(PosixCalls.class, LibC.class, MacCalls.class, MacOs.class,
            MacCursor.class,
            Platform.class);

    @Test
    void theHeadersOfX86AgreeWithTheCode() throws Exception {
        assertThat(audit(Numbers.LINUX_X86_64, SystemCall::onX86).findings(compiler(X86_64))).isEmpty();
    }

    @Test
    void theHeadersOfArm64AgreeWithTheCode() throws Exception {
        assertThat(audit(Numbers.LINUX_ARM64, SystemCall::onArm64).findings(compiler(ARM64))).isEmpty();
    }

    @Test
    void theHeadersOfMacOsAgreeWithTheCode() throws Exception {
        Bench.MACOS.require(Host.ofThisJvm().system().equals("Mac OS X") && Root.hasCommand("cc"), "macOS with cc");
        HeaderAudit audit = new HeaderAudit(HeaderAudit.MACOS);
        MACOS.forEach(type -> auditClass(audit, type));
        auditComponents(audit, Numbers.MACOS);
        auditErrors(audit, Errno::macOs);

        assertThat(audit.findings("cc")).isEmpty();
    }

    @Test
    void theNumbersOfTheOtherArchitectureFail() throws Exception {
        assertThat(audit(Numbers.LINUX_ARM64, SystemCall::onX86).findings(compiler(X86_64)))
                .contains("O_DIRECTORY has another value").contains("O_NOFOLLOW has another value")
                .doesNotContain("SYS_statx");
        assertThat(audit(Numbers.LINUX_X86_64, SystemCall::onArm64).findings(compiler(X86_64)))
                .contains("SYS_statx has another value").doesNotContain("O_DIRECTORY");
    }

    @Test
    void theAuditSeesEveryFunctionThatIsUsed() {
        assertThat(LINUX).flatMap(each -> functionsOf(List.of(each)))
                .containsAll(new Linux(Numbers.LINUX_X86_64).functions());
        assertThat(new MacOs().functions()).containsExactlyInAnyOrderElementsOf(functionsOf(MACOS));
    }

    @Test
    void aResultOfAnotherSizeFails() throws Exception {
        assertThat(findings(audit -> audit.function(CFunction.of("symlinkat", CType.LONG, CType.CONST_CHAR_POINTER,
                CType.INT, CType.CONST_CHAR_POINTER)))).contains("symlinkat has another type");
    }

    @Test
    void aLayoutThatIsNotOfItsTypeFails() throws Exception {
        assertThat(findings(audit -> audit.function(CFunction.of("close", CType.INT, CType.SIZE_T.withName("int")))))
                .contains("close: int has another size").doesNotContain("another type");
    }

    @Test
    void parametersInAnotherOrderFail() throws Exception {
        assertThat(findings(audit -> audit.function(CFunction.of("symlinkat", CType.INT, CType.CONST_CHAR_POINTER,
                CType.CONST_CHAR_POINTER, CType.INT)))).contains("symlinkat has another type");
    }

    @Test
    void aParameterOfAnotherSignednessFails() throws Exception {
        assertThat(findings(audit -> audit.function(CFunction.of("close", CType.INT, CType.UNSIGNED_INT))))
                .contains("close has another type");
    }

    @Test
    void aVariadicFunctionThatIsNotDeclaredSoFails() throws Exception {
        assertThat(findings(audit -> audit.function(
                CFunction.of("openat", CType.INT, CType.INT, CType.CONST_CHAR_POINTER, CType.INT))))
                .contains("openat has another type");
        assertThat(findings(audit -> audit.function(
                CFunction.variadic("openat", 2, CType.INT, CType.INT, CType.CONST_CHAR_POINTER, CType.INT))))
                .contains("openat has another type");
    }

    @Test
    void aSystemCallWithOtherParametersFails() throws Exception {
        assertThat(findings(audit -> audit.systemCall("int renameat2(int, const char *, int, const char *)")))
                .contains("renameat2 has another type");
        assertThat(findings(audit -> audit.systemCall("int renameat2(int, const char *, int, const char *, int)")))
                .contains("renameat2 has another type");
        assertThat(findings(audit -> audit.systemCall("int openat(int, const char *, int, mode_t)")))
                .contains("openat has another type");
    }

    @Test
    void whatIsPassedToASystemCallMustFitItsType() throws Exception {
        PassedArguments wrong = PassedArguments.of(WrongCalls.class);
        for (PassedArguments.Passed passed : wrong.found()) {
            String prototype = SystemCall.valueOf(passed.call()).prototype();
            assertThat(findings(audit -> audit.passed(prototype, passed)))
                    .contains(WrongCalls.findingOf(passed.method()));
        }
        // Coverage adds a method of its own.
        long calls = Stream.of(WrongCalls.class.getDeclaredMethods()).filter(method -> !method.isSynthetic()).count()
                - 1;
        assertThat(wrong.found()).hasSize((int) calls);
    }

    @Test
    void everySystemCallIsMadeSomewhereAndItsMemoryIsKeptUntilItHasReturned() throws Exception {
        List<String> made = new ArrayList<>();
        for (Class<?> caller : CALLERS) {
            PassedArguments passed = PassedArguments.of(caller);
            passed.found().forEach(each -> made.add(each.call()));
            assertThat(passed.notKeptReachable()).isEmpty();
        }
        assertThat(made).contains(Stream.of(SystemCall.values()).map(Enum::name).toArray(String[]::new));
        assertThat(PassedArguments.of(WrongCalls.class).notKeptReachable()).containsExactly("notKept: local 1");
    }

    /// Calls that compile, and that a kernel would take for something else.
    @SuppressWarnings("UnusedMethod") // read from the class file
    private static final class WrongCalls {
        static String findingOf(String method) {
            return switch (method) {
                case "numberForPointer" -> "const char * has another size";
                case "constantForPointer" -> "a number for const char *";
                case "pointerForNumber" -> "int has another size";
                case "sizeOfHalfTheBits" -> "size_t has another size";
                case "inAnotherOrder" -> "int is of another kind";
                case "tooMany" -> "too many arguments";
                default -> "";
            };
        }

        static void numberForPointer(Scratch scratch, int fd) {
            SystemCall.UNLINKAT.make(scratch, fd, fd, 0);
        }

        static void constantForPointer(Scratch scratch, int fd) {
            SystemCall.UNLINKAT.make(scratch, fd, 1, 0);
        }

        static void pointerForNumber(Scratch scratch, MemorySegment path) {
            SystemCall.FSYNC.make(scratch, path.address(), 0, 0);
            SystemCall.keepReachable(path);
        }

        static void sizeOfHalfTheBits(Scratch scratch, int fd, MemorySegment buffer, int size) {
            SystemCall.GETDENTS64.repeat(scratch, fd, buffer.address(), size);
            SystemCall.keepReachable(buffer);
        }

        static void inAnotherOrder(Scratch scratch, int fd, MemorySegment path) {
            SystemCall.SYMLINKAT.make(scratch, path.address(), path.address(), fd);
            SystemCall.keepReachable(path);
        }

        static void tooMany(Scratch scratch, int fd, int flags) {
            SystemCall.CLOSE.make(scratch, fd, flags, 0);
        }

        static void notKept(Scratch scratch, MemorySegment path) {
            SystemCall.STATFS.make(scratch, path.address(), 0, 0);
        }
    }

    @Test
    void aFieldAtAnotherOffsetOfAnotherSizeOrSignednessFails() throws Exception {
        assertThat(findings(audit -> audit.field(new CField("struct statx", "stx_ino", 0x28, CField.Kind.U64))))
                .contains("struct statx.stx_ino is at another offset").doesNotContain("size");
        assertThat(findings(audit -> audit.field(new CField("struct statx", "stx_mode", 0x1C, CField.Kind.U32))))
                .contains("struct statx.stx_mode has another size").doesNotContain("offset");
        assertThat(findings(audit -> audit.field(new CField("struct statx", "stx_ino", 0x20, CField.Kind.S64))))
                .contains("struct statx.stx_ino has another signedness").doesNotContain("offset");
    }

    @Test
    void aConstantWithAnotherValueFails() throws Exception {
        assertThat(findings(audit -> audit.constant("AT_FDCWD", -2))).contains("AT_FDCWD has another value");
    }

    @Test
    void aNameThatTheHeadersDoNotHaveFails() throws Exception {
        assertThat(findings(audit -> audit.constant("O_DIRECTROY", 0))).contains("O_DIRECTROY");
    }

    private interface Claim {
        void on(HeaderAudit audit);
    }

    private static String findings(Claim claim) throws IOException, InterruptedException {
        HeaderAudit audit = new HeaderAudit(HeaderAudit.LINUX);
        claim.on(audit);
        return audit.findings(compiler(X86_64));
    }

    private static HeaderAudit audit(Numbers numbers, ToIntFunction<SystemCall> number) throws IOException {
        HeaderAudit audit = new HeaderAudit(HeaderAudit.LINUX);
        LINUX.forEach(type -> auditClass(audit, type));
        auditComponents(audit, numbers);
        auditSystemCalls(audit, number);
        auditErrors(audit, Errno::linux);
        TYPES_IN_HEADERS.forEach((constant, name) -> auditType(audit, constant, name));
        return audit;
    }

    private static void auditSystemCalls(HeaderAudit audit, ToIntFunction<SystemCall> number) throws IOException {
        for (SystemCall call : SystemCall.values()) {
            audit.constant("SYS_" + call.name().toLowerCase(Locale.ROOT), number.applyAsInt(call));
            if (!IN_NO_LIBRARY.contains(call)) {
                audit.systemCall(call.prototype());
            }
        }
        for (Class<?> caller : CALLERS) {
            PassedArguments.of(caller).found()
                    .forEach(passed -> audit.passed(SystemCall.valueOf(passed.call()).prototype(), passed));
        }
    }

    private static void auditClass(HeaderAudit audit, Class<?> type) {
        DeclaredConstants.values(type, CFunction.class).forEach(audit::function);
        DeclaredConstants.values(type, CField.class).forEach(audit::field);
        auditConstants(audit, type);
    }

    private static void auditErrors(HeaderAudit audit, ToIntFunction<Errno> number) {
        for (Errno errno : Errno.values()) {
            if (number.applyAsInt(errno) != 0) {
                audit.constant(errno.name(), number.applyAsInt(errno));
            }
        }
    }

    private static List<CFunction> functionsOf(List<Class<?>> types) {
        return types.stream().flatMap(each -> DeclaredConstants.values(each, CFunction.class).stream()).toList();
    }

    /// One number of a file system that may have several.
    private static void auditType(HeaderAudit audit, String constant, String name) {
        String anyOfThem = FileSystemKind.ALL.stream().filter(kind -> kind.name().equals(name))
                .map(kind -> constant + " == " + kind.type()).collect(joining(" || "));
        audit.claim(anyOfThem, constant + " has another value");
    }

    /// What is private has no name in C.
    private static void auditConstants(HeaderAudit audit, Class<?> type) {
        for (Field field : DeclaredConstants.fields(type, int.class)) {
            if (!Modifier.isPrivate(field.getModifiers()) && !IN_NO_HEADER.contains(field.getName())) {
                audit.constant(field.getName(), DeclaredConstants.value(field, Integer.class));
            }
        }
    }

    private static void auditComponents(HeaderAudit audit, Record numbers) {
        for (RecordComponent component : numbers.getClass().getRecordComponents()) {
            audit.constant(nameInC(component.getName()), number(component, numbers));
        }
    }

    /// `atFdcwd` is `AT_FDCWD`.
    private static String nameInC(String component) {
        return component.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static long number(RecordComponent component, Record numbers) {
        try {
            return ((Number) component.getAccessor().invoke(numbers)).longValue();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String compiler(String name) {
        Bench.POSIX.require(Root.hasCommand(name), name + " and its C library's headers");
        return name;
    }
}
