package by.pobach.letters;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the post room. */
@Component
public class Letters {
    private final LetterTable table;

    Letters(LetterTable table) {
        this.table = table;
    }

    /** Posts a letter in the caller's transaction. Posting the same (about, revision, kind, channel) again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        table.insert(letter, switch (letter.channel()) {
            case MAIL -> "waiting";
            case DESK -> "to_tell";
        });
    }
}
