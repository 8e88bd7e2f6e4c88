package dev.linkwright.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash function by which a repository names its objects. It identifies here and protects nothing, so SHA-1 will do.
public enum ObjectFormat {
    /// Names of 20 bytes: every repository that does not say otherwise.
    SHA1("SHA-1", 20),
    /// Names of 32 bytes: `extensions.objectFormat = sha256`.
    SHA256("SHA-256", 32);

    private final String algorithm;
    private final int size;

    ObjectFormat(String algorithm, int size) {
        this.algorithm = algorithm;
        this.size = size;
    }

    /// How many bytes a name has.
    public int size() {
        return size;
    }

    /// The name of the blob that has these contents.
    public byte[] blob(byte[] contents) {
        MessageDigest digest = digest();
        digest.update(("blob " + contents.length + '\0').getBytes(StandardCharsets.US_ASCII));
        return digest.digest(contents);
    }

    byte[] hash(byte[] bytes, int length) {
        MessageDigest digest = digest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    /// Every Java platform has both.
    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
