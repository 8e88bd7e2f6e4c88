package dev.linkwright.ffm.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.linkwright.ffm.DeclaredConstants;
import dev.linkwright.ffm.windows.MingwAudit.Headers;
import dev.linkwright.ffm.windows.WindowsFunction.Library;
import dev.linkwright.testing.Bench;
import dev.linkwright.win32.Win32Error;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The audit of types, layouts and constants against the headers of mingw-w64.
final class MingwAuditTest {
    private static final List<Class<?>> AUDITED = List.of(NtDll.class, Kernel32Library.class, Advapi32Library.class,
            Shell32Library.class, IoStatusBlock.class, UnicodeString.class, OsVersion.class, Opening.class,
            ObjectName.class, FileInformation.class, Renaming.class, Removal.class, ReparsePoints.class,
            WindowsCursor.class, WindowsCapabilities.class, ProcessToken.class, NtFiles.class, BasicInformation.class,
            Volume.class, Security.class, NamedStreams.class, EaList.class, FileData.class, WindowsContents.class,
            CldApiLibrary.class, WindowsCircumstances.class, ConsoleHandle.class);

    /// Structs that only the headers for programs have; the kernel's own names for them are missing.
    private static final Set<String> STRUCTS_FOR_PROGRAMS = Set.of(
            "FILE_ID_INFO", "FILE_ID_EXTD_DIR_INFO", "FILE_RENAME_INFO", "FILE_DISPOSITION_INFO_EX");

    /// In no header of mingw-w64 10; their values are those of Microsoft's documentation (ntifs.h, FILE_FS_ATTRIBUTE_…),
    /// cfapi.h), the most units of a counted text; bits that C has as fields; and a macro that is no number in C.
    private static final Set<String> IN_NO_HEADER = Set.of("FILE_RENAME_FLAG_IGNORE_READONLY_ATTRIBUTE",
            "FILE_SUPPORTS_POSIX_UNLINK_RENAME", "MOST_UNITS", "FILE_ATTRIBUTE_RECALL_ON_OPEN",
            "FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS", "HKEY_LOCAL_MACHINE", "ENFORCE_REDIRECTION_TRUST",
            "AUDIT_REDIRECTION_TRUST", "CF_SYNC_ROOT_INFO_PROVIDER", "NOT_UNDER_SYNC_ROOT");

    private static final Set<WindowsFunction> FUNCTIONS_IN_NO_HEADER = Set.of(
            NtDll.RTL_DOS_PATH_NAME_TO_NT_PATH_NAME, CldApiLibrary.CF_GET_SYNC_ROOT_INFO_BY_HANDLE);

    /// What the headers for drivers have only under the names of the kernel, which are other names of the same functions.
    private static final Set<WindowsFunction> UNDER_THE_NAME_OF_THE_KERNEL = Set.of(
            NtFiles.NT_QUERY_EA_FILE, NtFiles.NT_SET_EA_FILE, NtFiles.NT_FLUSH_BUFFERS_FILE);

    /// What classes keep to themselves under names of their own, and what the headers call it.
    private static final Map<String, String> KEPT_PRIVATE = Map.ofEntries(
            Map.entry("SE_DACL_PRESENT", "SE_DACL_PRESENT"), Map.entry("SE_DACL_PROTECTED", "SE_DACL_PROTECTED"),
            Map.entry("SE_SELF_RELATIVE", "SE_SELF_RELATIVE"), Map.entry("FILE_ALL_ACCESS", "FILE_ALL_ACCESS"),
            Map.entry("DESCRIPTOR_SIZE", "sizeof(SECURITY_DESCRIPTOR_RELATIVE)"), Map.entry("ACL_SIZE", "sizeof(ACL)"),
            Map.entry("ACE_SIZE", "offsetof(ACCESS_ALLOWED_ACE, SidStart)"),
            Map.entry("AF_UNIX", "IO_REPARSE_TAG_AF_UNIX"));

    private static final Set<String> STATUSES_IN_NO_HEADER = Set.of(
            "STATUS_REPARSE_POINT_ENCOUNTERED", "STATUS_UNTRUSTED_MOUNT_POINT");
    private static final Set<String> ERRORS_IN_NO_HEADER = Set.of(
            "ERROR_REPARSE_POINT_ENCOUNTERED", "ERROR_UNTRUSTED_MOUNT_POINT", "ERROR_STOPPED_ON_SYMLINK",
            "ERROR_DISK_QUOTA_EXCEEDED");

    @BeforeAll
    static void requireTheHeaders() {
        Bench.WINE.require(MingwAudit.isPossible(), "the headers of mingw-w64 (Debian: gcc-mingw-w64-x86-64)");
    }

    @Test
    void theHeadersForDriversAgreeWithTheCode() throws Exception {
        assertThat(audit(Headers.DRIVERS).findings()).isEmpty();
    }

    @Test
    void theHeadersForProgramsAgreeWithTheCode() throws Exception {
        assertThat(audit(Headers.PROGRAMS).findings()).isEmpty();
    }

    @Test
    void theBooleanReadAsFourBytesFails() throws Exception {
        WindowsFunction asInt = WindowsFunction.of(Library.KERNEL32, "CreateSymbolicLinkW", WindowsType.BOOL,
                WindowsType.pointer("LPCWSTR"), WindowsType.pointer("LPCWSTR"), WindowsType.DWORD);
        assertThat(findings(Headers.PROGRAMS, audit -> audit.function(asInt)))
                .contains("CreateSymbolicLinkW has another type");

        WindowsFunction misnamed = WindowsFunction.of(Library.KERNEL32, "CreateSymbolicLinkW",
                ValueLayout.JAVA_INT.withName("BOOLEAN"), WindowsType.pointer("LPCWSTR"),
                WindowsType.pointer("LPCWSTR"), WindowsType.DWORD);
        assertThat(findings(Headers.PROGRAMS, audit -> audit.function(misnamed)))
                .contains("CreateSymbolicLinkW: BOOLEAN has another size").doesNotContain("another type");
    }

    @Test
    void aParameterTooFewFails() throws Exception {
        WindowsFunction tooFew = WindowsFunction.of(Library.NTDLL, "NtSetInformationFile", WindowsType.NTSTATUS,
                WindowsType.HANDLE, WindowsType.pointer("PIO_STATUS_BLOCK"), WindowsType.pointer("PVOID"),
                WindowsType.ULONG);
        assertThat(findings(Headers.DRIVERS, audit -> audit.function(tooFew)))
                .contains("NtSetInformationFile has another type");
    }

    @Test
    void aFieldElsewhereOrOfAnotherSizeFails() throws Exception {
        assertThat(findings(Headers.DRIVERS,
                audit -> audit.field(new WindowsField("FILE_RENAME_INFORMATION", "FileName", 24, 0))))
                .contains("FILE_RENAME_INFORMATION.FileName is at another offset");
        assertThat(findings(Headers.DRIVERS,
                audit -> audit.field(new WindowsField("FILE_STANDARD_INFORMATION", "DeletePending", 20, 32))))
                .contains("FILE_STANDARD_INFORMATION.DeletePending has another size");
    }

    @Test
    void aConstantWithAnotherValueFails() throws Exception {
        assertThat(findings(Headers.DRIVERS, audit -> audit.constant("FileRenameInformationEx", 64)))
                .contains("FileRenameInformationEx has another value");
        assertThat(findings(Headers.DRIVERS, audit -> audit.constant("STATUS_ACCESS_DENIED", 0xC0000021)))
                .contains("STATUS_ACCESS_DENIED has another value");
    }

    @Test
    void theAuditSeesEveryFunction() {
        long functions = AUDITED.stream()
                .flatMap(type -> DeclaredConstants.fields(type, WindowsFunction.class).stream()).count();
        assertThat(functions).isEqualTo(36);
    }

    @Test
    void everyClassWithFunctionsOrFieldsIsAudited() throws Exception {
        Path classes = Path.of(NtDll.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve("dev/linkwright/ffm/windows");
        try (Stream<Path> files = Files.list(classes)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> NtDll.class.getPackageName() + "." + name.substring(0, name.length() - 6)).toList();
            assertThat(names).contains(NtDll.class.getName());
            for (String name : names) {
                Class<?> type = Class.forName(name, false, NtDll.class.getClassLoader());
                boolean believes = !DeclaredConstants.fields(type, WindowsFunction.class).isEmpty()
                        || !DeclaredConstants.fields(type, WindowsField.class).isEmpty();
                assertThat(!believes || AUDITED.contains(type)).as("%s is audited", name).isTrue();
            }
        }
    }

    private static MingwAudit audit(Headers headers) {
        MingwAudit audit = new MingwAudit(headers);
        for (Class<?> type : AUDITED) {
            for (Field field : DeclaredConstants.fields(type, WindowsFunction.class)) {
                WindowsFunction function = DeclaredConstants.value(field, WindowsFunction.class);
                boolean forDrivers = function.library() == Library.NTDLL;
                boolean declared = !FUNCTIONS_IN_NO_HEADER.contains(function)
                        && !Modifier.isPrivate(field.getModifiers());
                if (declared && forDrivers == (headers == Headers.DRIVERS)) {
                    audit.function(asDeclared(function));
                }
            }
            for (Field field : DeclaredConstants.fields(type, WindowsField.class)) {
                WindowsField member = DeclaredConstants.value(field, WindowsField.class);
                if (STRUCTS_FOR_PROGRAMS.contains(member.struct()) == (headers == Headers.PROGRAMS)) {
                    audit.field(member);
                }
            }
            constants(audit, headers, type);
        }
        if (headers == Headers.DRIVERS) {
            statuses(audit);
        } else {
            errors(audit);
        }
        return audit;
    }

    private static WindowsFunction asDeclared(WindowsFunction function) {
        return UNDER_THE_NAME_OF_THE_KERNEL.contains(function)
                ? new WindowsFunction(function.library(), "Zw" + function.name().substring("Nt".length()),
                        function.type(), function.lastError())
                : function;
    }

    private static void constants(MingwAudit audit, Headers headers, Class<?> type) {
        for (Field field : DeclaredConstants.fields(type, int.class)) {
            String name = field.getName();
            boolean audited = !Modifier.isPrivate(field.getModifiers()) && !IN_NO_HEADER.contains(name);
            if (audited && isForPrograms(name) == (headers == Headers.PROGRAMS)) {
                audit.constant(name, DeclaredConstants.value(field, Integer.class));
            }
        }
    }

    private static void keptPrivate(MingwAudit audit) {
        Set<String> missing = new HashSet<>(KEPT_PRIVATE.keySet());
        for (Class<?> type : AUDITED) {
            for (Field field : DeclaredConstants.fields(type, int.class)) {
                String expression = KEPT_PRIVATE.get(field.getName());
                if (expression != null && Modifier.isPrivate(field.getModifiers())) {
                    audit.constant(expression, DeclaredConstants.value(field, Integer.class));
                    missing.remove(field.getName());
                }
            }
        }
        assertThat(missing).as("what no class has any more").isEmpty();
    }

    private static boolean isForPrograms(String constant) {
        return constant.startsWith("FILE_RENAME_FLAG_") || constant.startsWith("FILE_DISPOSITION_FLAG_")
                || constant.startsWith("SYMBOLIC_LINK_FLAG_") || constant.startsWith("RRF_")
                || constant.startsWith("TokenElevationType") || constant.startsWith("STD_")
                || constant.startsWith("ENABLE_") || constant.startsWith("IO_REPARSE_TAG_")
                || constant.equals("ProcessRedirectionTrustPolicy");
    }

    private static void statuses(MingwAudit audit) {
        for (NtStatus status : NtStatus.values()) {
            if (!STATUSES_IN_NO_HEADER.contains(status.name())) {
                audit.constant(status.name(), status.number());
            }
        }
        audit.size("OBJECT_ATTRIBUTES", ObjectName.SIZE);
        audit.size("SECURITY_QUALITY_OF_SERVICE", ObjectName.QUALITY_SIZE);
        audit.size("IO_STATUS_BLOCK", IoStatusBlock.SIZE);
        audit.size("UNICODE_STRING", UnicodeString.SIZE);
        audit.size("RTL_OSVERSIONINFOW", OsVersion.SIZE);
        audit.size("FILE_BASIC_INFORMATION", FileInformation.BASIC_SIZE);
        audit.size("FILE_STANDARD_INFORMATION", FileInformation.STANDARD_SIZE);
        audit.size("FILE_ATTRIBUTE_TAG_INFORMATION", FileInformation.ATTRIBUTE_TAG_SIZE);
        audit.size("FILE_FS_DEVICE_INFORMATION", WindowsCapabilities.DEVICE_SIZE);
        audit.size("LUID_AND_ATTRIBUTES", ProcessToken.PRIVILEGE_SIZE);
        audit.size("FILE_DISPOSITION_INFORMATION", 1);
        audit.size("FILE_END_OF_FILE_INFORMATION", FileData.END_OF_FILE_SIZE);
        audit.size("FILE_ALLOCATED_RANGE_BUFFER", FileData.RANGE_SIZE);
        audit.size("SECURITY_DESCRIPTOR_RELATIVE", Security.DESCRIPTOR_SIZE);
    }

    private static void errors(MingwAudit audit) {
        for (Win32Error error : Win32Error.values()) {
            if (!ERRORS_IN_NO_HEADER.contains(error.symbol())) {
                audit.constant(error.symbol(), error.code());
            }
        }
        audit.size("FILE_ID_INFO", FileInformation.ID_SIZE);
        audit.size("PROCESS_MITIGATION_REDIRECTION_TRUST_POLICY", Integer.BYTES);
        keptPrivate(audit);
    }

    private static String findings(Headers headers, Consumer<MingwAudit> claim) throws Exception {
        MingwAudit audit = new MingwAudit(headers);
        claim.accept(audit);
        return audit.findings();
    }
}
