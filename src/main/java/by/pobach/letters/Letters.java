package by.pobach.letters;

import by.pobach.web.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the post room. */
@Component
public class Letters {

    /**
     * How the post is doing, for the desk.
     *
     * @param mailLeaves false when no mail server is set and this is no example: letters wait and nobody gets them
     * @param waiting mail not yet on its way
     * @param toTell what people have to say themselves
     */
    public record State(boolean mailLeaves, int waiting, int toTell) {}

    private final LetterTable table;
    private final PostSettings settings;
    private final ExampleMark mark;
    private final Postman postman;

    Letters(LetterTable table, PostSettings settings, ExampleMark mark, Postman postman) {
        this.table = table;
        this.settings = settings;
        this.mark = mark;
        this.postman = postman;
    }

    /**
     * Posts a letter in the caller's transaction; mail leaves right after its commit. Posting the same (about, revision,
     * kind, channel) again changes nothing. A kind that begins with {@code reminder} is never sent twice: if the house
     * falls down while sending it, it is shown as unknown; anything else goes again under the same Message-ID.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        String state = switch (letter.channel()) {
            case MAIL -> settings.demo() && settings.server() == null ? "shown" : "waiting";
            case DESK -> "to_tell";
        };
        if (table.insert(settings.demo() ? mark.on(letter) : letter, state, settings.domain())) {
            postman.wakeAfterCommit();
        }
    }

    /** What people have to say themselves, oldest first; of several letters about one thing only the newest. */
    public List<ToTell> toTell() {
        return table.toTell().stream().map(ToTell::of).toList();
    }

    /** Where the newest letter about each of these is; without one it is left out. */
    public Map<UUID, Posted> newest(Collection<UUID> about) {
        return about.isEmpty()
                ? Map.of()
                : table.newest(about).stream().collect(Collectors.toMap(Posted::about, Function.identity()));
    }

    /**
     * The signed-in staff member has told this, and with it everything older about the same thing.
     *
     * @return false when it was told before or is not to be told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean told(UUID letterId) {
        String who = Actor.current();
        if (!who.startsWith("staff:")) {
            throw new IllegalStateException("only a named person can have told something, not " + who);
        }
        return table.told(letterId, who) > 0;
    }

    /** Blanks address and words of all letters about something; that they were posted, and when, stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID about) {
        table.forget(about);
    }

    /**
     * From now on nothing is said to this address or number again, whoever posts it; what waits is withdrawn. A letter that a
     * mail server is just being given is the last one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hush(String to) {
        table.hush(to);
        table.withdrawHushed();
    }

    /** Whoever asked to hear nothing more asks to hear again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unhush(String to) {
        table.unhush(to);
    }

    public State state() {
        return table.state(settings.demo() || settings.server() != null);
    }
}
