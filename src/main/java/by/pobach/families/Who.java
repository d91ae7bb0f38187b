package by.pobach.families;

import by.pobach.web.Actor;
import java.util.UUID;

/** Who asks, in the hat that was chosen. One human may be a mother, a teacher and of the staff; the rights never add up. */
public sealed interface Who {
    String STAFF = "staff:";
    String PERSON = "person:";
    String PROGRAM = "program:";

    /** As in the actor of a transaction: {@code staff:…}, {@code person:…}, {@code program:…} or {@code visitor}. */
    String actor();

    /** Of the staff; what the roles are changes nothing here: no role opens a child’s page. */
    record Colleague(UUID id) implements Who {
        @Override
        public String actor() {
            return STAFF + id;
        }
    }

    /** A parent, another guardian, a teacher of a pupil, a young person: somebody with an account. */
    record Kin(UUID id) implements Who {
        @Override
        public String actor() {
            return PERSON + id;
        }
    }

    /** Another system with a token. */
    record Machine(String actor) implements Who {}

    /** Anybody else. */
    record Stranger() implements Who {
        @Override
        public String actor() {
            return "visitor";
        }
    }

    /** Who acts now. */
    static Who now() {
        return of(Actor.current());
    }

    static Who of(String actor) {
        if (actor.startsWith(STAFF)) {
            return new Colleague(UUID.fromString(actor.substring(STAFF.length())));
        }
        if (actor.startsWith(PERSON)) {
            return new Kin(UUID.fromString(actor.substring(PERSON.length())));
        }
        return actor.startsWith(PROGRAM) ? new Machine(actor) : new Stranger();
    }
}
