package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.families.Decision.Refused;
import by.pobach.families.Story.Part;
import by.pobach.journal.Entry;
import by.pobach.journal.Journal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a family, or whoever’s work a child is, does with a child’s record: each act asks first, is noted, and is one transaction. */
@Component
class Household {
    /** More than a family reads in a year; a longer log is paged on its own page. */
    private static final int ALL_LOOKS = 10_000;

    private final Access access;
    private final Children children;
    private final Stories stories;
    private final Bonds bonds;
    private final Journal journal;
    private final Access.Withheld withheld;
    private final FamilyRules rules;
    private final Clock clock;

    Household(
            Access access,
            Children children,
            Stories stories,
            Bonds bonds,
            Journal journal,
            Access.Withheld withheld,
            FamilyRules rules,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.stories = stories;
        this.bonds = bonds;
        this.journal = journal;
        this.withheld = withheld;
        this.rules = rules;
        this.clock = clock;
    }

    /** What somebody gets who asked for a child. */
    sealed interface Answer<T> {
        record Open<T>(T it) implements Answer<T> {}

        record Closed<T>(Refused why) implements Answer<T> {}
    }

    /**
     * A child as far as it is open to whoever asks.
     *
     * @param story null when only times and places are open
     */
    record Seen(
            Child child, @Nullable Story story, boolean mayChange, boolean mayLook, boolean maySteer, boolean frozen) {}

    @Transactional
    List<Child> mine() {
        return children.mine(Who.now());
    }

    @Transactional
    UUID add(Who.Kin guardian, String calledBy, @Nullable YearMonth born, Kind kind) {
        return children.add(guardian, calledBy, born, kind);
    }

    /** The child’s page; the story only to whom it is open. */
    @Transactional
    Answer<Seen> see(UUID id, Purpose purpose) {
        return asked(Action.SEE_TIMES, id, purpose, "open-child", () -> seen(id));
    }

    private Optional<Seen> seen(UUID id) {
        return children.find(id)
                .map(child -> new Seen(
                        child,
                        may(Action.SEE_STORY, id) ? stories.of(id) : null,
                        may(Action.CHANGE_STORY, id),
                        may(Action.SEE_LOG, id),
                        may(Action.STEER, id),
                        bonds.disagreed(id)));
    }

    private boolean may(Action action, UUID child) {
        return access.may(Who.now(), action, child).allowed();
    }

    @Transactional
    Answer<Seen> read(UUID id, Purpose purpose) {
        return asked(Action.SEE_STORY, id, purpose, "read-story", () -> seen(id));
    }

    /** The story, for whoever is about to write it. */
    @Transactional
    Answer<Seen> edit(UUID id, Purpose purpose) {
        return asked(Action.CHANGE_STORY, id, purpose, "read-story", () -> seen(id));
    }

    @Transactional
    Answer<UUID> tell(UUID id, Purpose purpose, Map<Part, String> told, Set<String> needs) {
        return asked(Action.CHANGE_STORY, id, purpose, "read-story", () -> {
            stories.tell(id, told, needs);
            return Optional.of(id);
        });
    }

    @Transactional
    Answer<List<Entry>> log(UUID id, int most, @Nullable UUID before) {
        return asked(
                Action.SEE_LOG,
                id,
                Purpose.OWN_FAMILY,
                "read-log",
                () -> Optional.of(journal.of(id, most, before, withheld.of(id))));
    }

    /** Steering: only for whoever answers for the child, or a young person who decides. */
    @Transactional
    <T> Answer<T> steer(UUID id, Function<Bonds, Optional<T>> act) {
        return asked(Action.STEER, id, Purpose.OWN_FAMILY, "see-people", () -> act.apply(bonds));
    }

    /** All that is known here of a child, for whoever answers for it. */
    record Everything(Child child, Story story, List<Bond> bonds, List<Entry> looks) {}

    /** To take along. */
    @Transactional
    Answer<Everything> everything(UUID id) {
        return asked(
                Action.STEER,
                id,
                Purpose.EXPORT,
                "export",
                () -> children.find(id)
                        .map(child -> new Everything(
                                child,
                                stories.of(id),
                                bonds.of(id),
                                journal.of(id, ALL_LOOKS, null, withheld.of(id)))));
    }

    /**
     * Erases a child for good: the name and every word, and the key with which they were sealed, so that no backup gives them
     * back. The fact that somebody was here, and who looked, stays in ids that say nothing.
     */
    @Transactional
    Answer<UUID> erase(UUID id) {
        return asked(Action.STEER, id, Purpose.OWN_FAMILY, "erase", () -> {
            stories.erase(id);
            children.erase(id);
            bonds.endAll(id);
            return Optional.of(id);
        });
    }

    /** Somebody of the staff says that the child is their own relative: closed to them at work from here on. */
    @Transactional
    Answer<UUID> ownRelative(UUID id, UUID staff) {
        return asked(Action.KNOW, id, Purpose.COORDINATION, "open-child", () -> {
            bonds.relative(staff, id);
            return Optional.of(id);
        });
    }

    /** Whether the young person is old enough to decide, as far as we were told. */
    boolean mayDecide(Child child) {
        return rules.mayDecide(child.born(), YearMonth.now(clock));
    }

    private <T> Answer<T> asked(Action action, UUID id, Purpose purpose, String what, Supplier<Optional<T>> act) {
        return switch (access.open(action, id, purpose, what, null)) {
            case Refused refused -> new Answer.Closed<>(refused);
            case Decision.Allowed _ ->
                act.get()
                        .<Answer<T>>map(Answer.Open::new)
                        .orElseGet(() -> new Answer.Closed<>(new Refused(Decision.Rule.NO_SUCH_CHILD)));
        };
    }
}
