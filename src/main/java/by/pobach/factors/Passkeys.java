package by.pobach.factors;

import by.pobach.web.Ids;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (W3C Web Authentication): the device asks for a finger, a face or a number, each time, so one passkey is two factors.
 * A question is kept in the database, so that another node may hear the answer, and is good once within five minutes.
 */
@Component
class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    /** Who answers is not known before the answer. */
    private static final String ANYBODY = "anybody";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PasskeyTable table;
    private final PasskeyOwners owners;
    private final ChallengeTable challenges;
    private final Webauthn4JRelyingPartyOperations party;
    private final String host;
    private final TransactionTemplate transaction;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            PasskeyTable table,
            PasskeyOwners owners,
            ChallengeTable challenges,
            PlatformTransactionManager transactions,
            @Value("${pobach.base-url}") String baseUrl) {
        this.table = table;
        this.owners = owners;
        this.challenges = challenges;
        this.transaction = new TransactionTemplate(transactions);
        URI base = URI.create(baseUrl);
        this.host = base.getHost();
        var name = PublicKeyCredentialRpEntity.builder().id(host).name("Побач").build();
        this.party = new Webauthn4JRelyingPartyOperations(
                owners, table, name, Set.of(base.getScheme() + "://" + base.getRawAuthority()));
        party.setCustomizeCreationOptions(options -> options.authenticatorSelection(selection()));
    }

    private static AuthenticatorSelectionCriteria selection() {
        return AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .build();
    }

    /** What a device is asked to make a passkey for this owner, as JSON. */
    String askToMake(String owner) {
        PublicKeyCredentialCreationOptions options = options(owner);
        return asked(options, options.getChallenge(), owner);
    }

    /** What a device is asked to sign in with, as JSON. */
    String askToSignIn() {
        PublicKeyCredentialRequestOptions options = options(Bytes.random());
        return asked(options, options.getChallenge(), ANYBODY);
    }

    private String asked(Object options, Bytes challenge, String owner) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> challenges.add(id, challenge.getBytes(), owner));
        return json.writeValueAsString(Map.of("question", id, "options", options));
    }

    /** Keeps the passkey that a device made; false when the answer is none, late, or to another question. */
    boolean keep(String owner, UUID question, String answer, String label) {
        return heard(() -> {
                    Bytes challenge = challenge(question, owner);
                    var made = json.readValue(
                            answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
                    var asked = PublicKeyCredentialCreationOptions.builder()
                            .rp(options(owner).getRp())
                            .user(owners.findByUsername(owner))
                            .challenge(challenge)
                            .pubKeyCredParams(options(owner).getPubKeyCredParams())
                            .authenticatorSelection(selection())
                            .build();
                    return party.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(made, label)));
                })
                .isPresent();
    }

    /**
     * Who signed in.
     *
     * @param hat {@link PasskeyOwners#STAFF} or {@link PasskeyOwners#PERSON}: a passkey of one is nothing to the other
     */
    Optional<UUID> signIn(String hat, UUID question, String answer) {
        return heard(() -> {
                    Bytes challenge = challenge(question, ANYBODY);
                    var given = json.readValue(
                            answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
                    return party.authenticate(new RelyingPartyAuthenticationRequest(options(challenge), given));
                })
                .flatMap(owner -> owners.here(owner.getName(), hat));
    }

    boolean remove(String owner, byte[] id) {
        return Boolean.TRUE.equals(transaction.execute(status -> table.remove(owner, id)));
    }

    private Bytes challenge(UUID question, String owner) {
        return transaction
                .execute(status -> challenges.take(question, owner))
                .map(Bytes::new)
                .orElseThrow(() -> new IllegalArgumentException("no such question"));
    }

    private PublicKeyCredentialCreationOptions options(String owner) {
        var as = UsernamePasswordAuthenticationToken.authenticated(owner, null, Set.of());
        return party.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(as));
    }

    private PublicKeyCredentialRequestOptions options(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(host)
                .timeout(PATIENCE)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** The libraries throw for whatever a stranger may send; why is nobody's business but the log's, and there only as a class. */
    private <T> Optional<T> heard(Supplier<T> answer) {
        try {
            return Optional.of(Objects.requireNonNull(transaction.execute(status -> answer.get())));
        } catch (IllegalArgumentException | NullPointerException | JacksonException wrong) {
            LOG.info("a passkey was refused: {}", wrong.getClass().getSimpleName());
            return Optional.empty();
        } catch (RuntimeException wrong) {
            if (!wrong.getClass().getName().startsWith("com.webauthn4j.")) {
                throw wrong;
            }
            LOG.info("a passkey was refused: {}", wrong.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
