package by.pobach.factors;

import by.pobach.people.Persons;
import by.pobach.people.Staff;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * To whom a passkey belongs: a hat, such as {@code staff:…}. Computed, not kept. A device shows its owner the name by which they
 * know the account.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    static final String STAFF = "staff:";
    static final String PERSON = "person:";

    private final Staff staff;
    private final Persons persons;

    PasskeyOwners(Staff staff, Persons persons) {
        this.staff = staff;
        this.persons = persons;
    }

    /** The id behind the name of a hat; empty when it is the other hat, or nobody is there any more. */
    Optional<UUID> here(String owner, String hat) {
        return Optional.of(owner)
                .filter(name -> name.startsWith(hat))
                .map(name -> UUID.fromString(name.substring(hat.length())))
                .filter(id ->
                        hat.equals(STAFF) ? staff.isHere(id) : persons.find(id).isPresent());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return findByUsername(new String(id.getBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String owner) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(owner.getBytes(StandardCharsets.UTF_8)))
                .name(owner)
                .displayName(shown(owner))
                .build();
    }

    private String shown(String owner) {
        Optional<String> known = owner.startsWith(STAFF)
                ? here(owner, STAFF).flatMap(staff::find).map(member -> member.email())
                : here(owner, PERSON).flatMap(persons::find).map(person -> person.name());
        return known.orElse("Побач");
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        // Nothing to keep.
    }

    @Override
    public void delete(Bytes id) {
        // Nothing was kept.
    }
}
