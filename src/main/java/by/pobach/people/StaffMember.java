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
        /** Comes to the Centre. */
        INTERPRETER,
        /** Interprets by video, from wherever they are. */
        VIDEO_INTERPRETER,
        /** Looks afterwards at each child’s page that was opened in danger. */
        PROTECTION_OFFICER
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this interpreter is seen on a screen only. */
    public boolean onlyByVideo() {
        return is(Role.VIDEO_INTERPRETER) && !is(Role.INTERPRETER);
    }

    public boolean signs() {
        return languages.contains("sgn-BY");
    }
}
