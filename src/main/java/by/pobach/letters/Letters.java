package by.pobach.letters;

import org.springframework.stereotype.Component;

/** The door of the post room. */
@Component
public class Letters {

    /** Posts a letter in the caller's transaction. Posting the same (about, revision, kind, channel) again changes nothing. */
    public void post(Letter letter) {
        throw new UnsupportedOperationException("being built");
    }
}
