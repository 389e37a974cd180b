package bot.perennial.db;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** Encrypts what members write, bound to its owner and its column, so that it can be read nowhere else. */
public final class Sealer {
    private static final Configuration TINK = registered();

    private final Aead aead;
    private final int keys;
    private final byte[] first;

    /** @param first what begins each text that is sealed with the keyset's first key, and no other */
    private Sealer(Aead aead, int keys, byte[] first) {
        this.aead = aead;
        this.keys = keys;
        this.first = first;
    }

    /**
     * The sealer of a keyset that {@link #generate} made.
     *
     * @throws IllegalArgumentException if it is no keyset
     */
    public static Sealer of(String keyset) {
        try {
            var handle = handle(keyset);
            var first = ((AeadKey) handle.getPrimary().getKey()).getOutputPrefix();
            return new Sealer(handle.getPrimitive(TINK, Aead.class), handle.size(), first.toByteArray());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw noKeyset();
        }
    }

    /** A new keyset, on one line. */
    public static String generate() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
            return written(handle);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset can't be made", e);
        }
    }

    /**
     * The keyset with a new first key, which seals from then on; the others still open what they sealed.
     *
     * @throws IllegalArgumentException if it is no keyset
     */
    public static String rotated(String keyset) {
        try {
            var fresh = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary();
            return written(
                    KeysetHandle.newBuilder(handle(keyset)).addEntry(fresh).build());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw noKeyset();
        }
    }

    /**
     * The keyset with its first key only; the others' texts can't be opened with it.
     *
     * @throws IllegalArgumentException if it is no keyset
     */
    public static String retired(String keyset) {
        try {
            var first = handle(keyset).getPrimary();
            var kept = KeysetHandle.importKey(first.getKey())
                    .withFixedId(first.getId())
                    .makePrimary();
            return written(KeysetHandle.newBuilder().addEntry(kept).build());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw noKeyset();
        }
    }

    /** How many keys the keyset has. */
    public int keys() {
        return keys;
    }

    /** The same text sealed with the first key; empty if it is already. */
    Optional<byte[]> anew(long owner, String column, byte[] sealed) {
        return Arrays.equals(first, Arrays.copyOf(sealed, Math.min(sealed.length, first.length)))
                ? Optional.empty()
                : Optional.of(seal(owner, column, open(owner, column, sealed)));
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

    private static KeysetHandle handle(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset.strip(), TINK, InsecureSecretKeyAccess.get());
    }

    private static String written(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get())
                .replaceAll("\\s+", "");
    }

    private static IllegalArgumentException noKeyset() {
        return new IllegalArgumentException("This is no keyset; `perennial key` makes one");
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
