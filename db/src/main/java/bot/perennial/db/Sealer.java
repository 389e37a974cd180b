package bot.perennial.db;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts what members write, bound to its owner and its column, so that it can be read nowhere else. */
public final class Sealer {
    private static final Configuration TINK = registered();

    private final Aead aead;

    private Sealer(Aead aead) {
        this.aead = aead;
    }

    /**
     * The sealer of a keyset that {@link #generate} made.
     *
     * @throws IllegalArgumentException if it is no keyset
     */
    public static Sealer of(String keyset) {
        try {
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset.strip(), TINK, InsecureSecretKeyAccess.get());
            return new Sealer(handle.getPrimitive(TINK, Aead.class));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("This is no keyset; `perennial key` makes one");
        }
    }

    /** A new keyset, on one line. */
    public static String generate() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get())
                    .replaceAll("\\s+", "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset can't be made", e);
        }
    }

    byte[] seal(long owner, String column, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), bound(owner, column));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text of column " + column + " can't be encrypted", e);
        }
    }

    String open(long owner, String column, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, bound(owner, column)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A text of column " + column + " can't be decrypted: PERENNIAL_ENCRYPTION_KEYSET is not the keyset"
                            + " it was written with",
                    e);
        }
    }

    private static byte[] bound(long owner, String column) {
        return (owner + "/" + column).getBytes(StandardCharsets.UTF_8);
    }

    private static Configuration registered() {
        try {
            AeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption is not available", e);
        }
    }
}
