package by.pobach;

import by.pobach.offers.Need;
import by.pobach.offers.Offer;
import by.pobach.offers.Offers;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Wish;
import by.pobach.people.Person.TellBy;
import by.pobach.places.Centre;
import by.pobach.visits.Booking;
import by.pobach.visits.Visits;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The first visits of the demo, booked through the door like everybody's: so the desk has a day to look at and the outbox
 * has letters. Their keys are fixed, so a second start books nothing twice. Nobody in it is a real person.
 */
@Component
@ConditionalOnProperty(name = "pobach.seed", havingValue = "demo")
class DemoVisits implements SmartLifecycle {
    private static final List<String> NAMES = List.of(
            "Алеся Кавалевіч",
            "Ирина Савицкая",
            "Марыя Буйко",
            "Дмитрий Жук",
            "Таццяна Раманюк",
            "Сергей Климович",
            "Вольга Дайнека",
            "Юлия Гринь",
            "Наталля Сіткевіч",
            "Olga Marchuk",
            "Кацярына Бяляк",
            "Анна Лозка");
    private static final List<Language> LANGUAGES = List.of(Language.BE, Language.RU, Language.BE, Language.RU);
    private static final int EACH = 2;
    private static final Logger LOG = LoggerFactory.getLogger(DemoVisits.class);

    private final Services services;
    private final Offers offers;
    private final Visits visits;
    private final Centre centre;
    private final Clock clock;
    private int number;
    private volatile boolean started;

    DemoVisits(Services services, Offers offers, Visits visits, Centre centre, Clock clock) {
        this.services = services;
        this.offers = offers;
        this.visits = visits;
        this.centre = centre;
        this.clock = clock;
    }

    /** An example that cannot be booked must not keep the house from starting. */
    @Override
    public void start() {
        started = true;
        try {
            Actor.as("seed:demo", this::bookOnce);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The demo starts with fewer visits: {}", e.toString());
        }
    }

    private void bookOnce() {
        if (!visits.any()) {
            services.all().stream().filter(service -> !service.isGroup()).forEach(this::book);
        }
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** After the diary has read itself into memory, before the first request is served. */
    @Override
    public int getPhase() {
        return 1_000;
    }

    private void book(Service service) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), centre.facts().zone());
        Set<Need> needs = number % 5 == 3 ? Set.of(Need.WHEELCHAIR) : Set.of();
        Wish wish = new Wish(service, Place.HERE, null, needs, today, today.plusDays(7), List.of());
        List<Offer> found = offers.find(wish, 60).offers();
        for (int i = 0; i < EACH && !found.isEmpty(); i++) {
            Offer offer = found.get((number * 7 + i * 11) % found.size());
            visits.book(booking(service, offer, needs), "demo-" + number, null);
            number++;
        }
    }

    private Booking booking(Service service, Offer offer, Set<Need> needs) {
        boolean byPhone = number % 4 == 2;
        return new Booking(
                service,
                Place.HERE,
                offer.start(),
                offer.specialist().id(),
                NAMES.get(number % NAMES.size()),
                byPhone ? null : "family-" + number + "@pobach.example",
                byPhone ? "+37517000%04d".formatted(number) : null,
                byPhone ? TellBy.CALL : TellBy.MAIL,
                LANGUAGES.get(number % LANGUAGES.size()),
                List.of(),
                needs,
                null);
    }
}
