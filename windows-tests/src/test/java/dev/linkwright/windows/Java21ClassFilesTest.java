package dev.linkwright.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.Objects;

import org.junit.jupiter.api.Test;

final class Java21ClassFilesTest {
    @Test
    void aClassForANewerJavaBecomesOneForJava21WithPreviewFeatures() throws Exception {
        byte[] original = bytesOf(Java21ClassFilesTest.class);
        ClassModel copy = ClassFile.of().parse(Java21ClassFiles.retarget(original));

        assertThat(ClassFile.of().parse(original).majorVersion()).isGreaterThan(65);
        assertThat(copy.majorVersion()).isEqualTo(65);
        assertThat(copy.minorVersion()).isEqualTo(65_535);
        assertThat(copy.methods()).hasSameSizeAs(ClassFile.of().parse(original).methods());
    }

    @Test
    void aClassThatJava21ReadsStaysAsItIs() throws Exception {
        byte[] assertions = bytesOf(org.junit.jupiter.api.Assertions.class);

        assertThat(Java21ClassFiles.retarget(assertions)).isSameAs(assertions);
    }

    private static byte[] bytesOf(Class<?> type) throws Exception {
        try (InputStream in = Objects.requireNonNull(
                type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class"))) {
            return in.readAllBytes();
        }
    }
}
