package by.pobach.desk;

import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.people.Contact;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.people.Person.TellBy;
import by.pobach.visits.Booking;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the page of a new visit was asked, and what was typed; everything may be missing. */
record DeskBookingForm(
        @Nullable String service,
        @Nullable String place,
        @Nullable String specialist,
        @Nullable List<String> need,
        @Nullable String from,
        @Nullable String start,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String tell,
        @Nullable String lang,
        @Nullable String note,
        @Nullable String agreed,
        @Nullable String key) {

    Set<Need> needs() {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Optional.ofNullable(need).orElse(List.of()).stream()
                .map(Need::of)
                .flatMap(Optional::stream)
                .forEach(needs::add);
        return needs;
    }

    static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Empty when something is missing or wrong; then the problems say what, in the order of the page. */
    Optional<Booking> read(Service chosenService, Place chosenPlace, Problems problems) {
        Optional<DeskTimes.Chosen> chosen = DeskTimes.Chosen.of(typed(start));
        if (chosen.isEmpty()) {
            problems.add("start", "desk.times.choose");
        }
        Optional<String> goodName = checked("name", Contact.name(typed(name)), problems);
        if (noPhone() && noEmail()) {
            problems.add("phone", "desk.new.contact-missing");
        }
        Optional<String> goodPhone =
                noPhone() ? Optional.empty() : checked("phone", Contact.phone(typed(phone)), problems);
        Optional<String> goodEmail =
                noEmail() ? Optional.empty() : checked("email", Contact.email(typed(email)), problems);
        TellBy tellBy = tellBy(problems);
        String said = typed(note).strip();
        if (said.length() > DeskVisitPages.LONGEST) {
            problems.add("note", "desk.new.note-long");
        }
        if (agreed == null) {
            problems.add("agreed", "desk.new.agreed-missing");
        }
        return problems.isEmpty()
                ? Optional.of(new Booking(
                        chosenService,
                        chosenPlace,
                        chosen.orElseThrow().start(),
                        chosen.orElseThrow().specialist(),
                        goodName.orElseThrow(),
                        goodEmail.orElse(null),
                        goodPhone.orElse(null),
                        tellBy,
                        Language.of(typed(lang)),
                        List.of(),
                        needs(),
                        said.isEmpty() ? null : said))
                : Optional.empty();
    }

    private boolean noPhone() {
        return typed(phone).isBlank();
    }

    private boolean noEmail() {
        return typed(email).isBlank();
    }

    private TellBy tellBy(Problems problems) {
        TellBy asked = Arrays.stream(TellBy.values())
                .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(tell))
                .findFirst()
                .orElse(noPhone() ? TellBy.MAIL : TellBy.CALL);
        if (asked == TellBy.MAIL && noEmail() && !noPhone()) {
            problems.add("email", "desk.new.email-for-mail");
        }
        if (asked != TellBy.MAIL && noPhone() && !noEmail()) {
            problems.add("phone", "desk.new.phone-for-call");
        }
        return asked;
    }

    private static Optional<String> checked(String field, Contact.Checked typed, Problems problems) {
        return switch (typed) {
            case Good good -> Optional.of(good.value());
            case Refused refused -> {
                problems.add(field, refused.why().key());
                yield Optional.empty();
            }
        };
    }
}
