package by.pobach.people;

import by.pobach.web.Words;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works at the Centre.
 *
 * @param profession what families read under the name, such as «лагапед»
 * @param languages BCP 47 tags; {@code sgn-BY} when the person signs
 * @param email the name used to sign in
 */
public record StaffMember(
        UUID id, Words name, Words profession, Set<Role> roles, List<String> languages, String email) {

    /** What somebody may do in the house; rights follow the role in use. */
    public enum Role {
        DIRECTOR,
        COORDINATOR,
        METHODOLOGIST,
        SPECIALIST,
        INTERPRETER
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean signs() {
        return languages.contains("sgn-BY");
    }
}
