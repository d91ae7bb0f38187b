package by.pobach.factors;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys, where Spring Security looks for them. Of their use only the day is kept. */
@Repository
class PasskeyTable implements UserCredentialRepository {
    private final JdbcClient jdbc;

    PasskeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CredentialRecord> of(String owner) {
        return jdbc.sql("select * from factors.passkey where owner = :owner order by made_at")
                .param("owner", owner)
                .query((row, _) -> passkey(row))
                .list();
    }

    boolean remove(String owner, byte[] id) {
        return jdbc.sql("delete from factors.passkey where owner = :owner and credential_id = :id")
                        .param("owner", owner)
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeAll(String owner) {
        jdbc.sql("delete from factors.passkey where owner = :owner")
                .param("owner", owner)
                .update();
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return of(new String(userId.getBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("select * from factors.passkey where credential_id = :id")
                .param("id", id.getBytes())
                .query((row, _) -> passkey(row))
                .optional()
                .orElse(null);
    }

    /** Keeps a new one; of a known one, how often it was used. A count that does not grow means that there is a copy. */
    @Override
    public void save(CredentialRecord passkey) {
        int rows = jdbc.sql("""
                insert into factors.passkey as known (credential_id, owner, attestation, client_data, public_key, transports,
                    signatures, backup_eligible, backed_up, label)
                values (:id, :owner, :attestation, :client, :key, :transports, :signatures, :eligible, :backed, :label)
                on conflict (credential_id) do update set signatures = excluded.signatures, used_on = current_date
                where excluded.signatures > known.signatures or excluded.signatures = 0 and known.signatures = 0
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("owner", new String(passkey.getUserEntityUserId().getBytes(), StandardCharsets.UTF_8))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("key", passkey.getPublicKey().getBytes())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(" ")))
                .param("signatures", passkey.getSignatureCount())
                .param("eligible", passkey.isBackupEligible())
                .param("backed", passkey.isBackupState())
                .param("label", passkey.getLabel())
                .update();
        if (rows == 0) {
            throw new IllegalArgumentException("a copy of a passkey was used");
        }
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from factors.passkey where credential_id = :id")
                .param("id", id.getBytes())
                .update();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        String transports = row.getString("transports");
        Set<AuthenticatorTransport> ways = Arrays.stream(transports.split(" "))
                .filter(way -> !way.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(new Bytes(row.getString("owner").getBytes(StandardCharsets.UTF_8)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(true)
                .transports(ways)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .label(row.getString("label"))
                .created(row.getTimestamp("made_at").toInstant())
                .lastUsed(row.getTimestamp("made_at").toInstant())
                .build();
    }
}
