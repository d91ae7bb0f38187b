package by.pobach.visits;

import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.TimeQuery;
import by.pobach.offers.Times;
import by.pobach.people.Contact;
import by.pobach.people.Person.TellBy;
import by.pobach.people.StaffMember;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a typed form: what is chosen, and either a booking or what is still to be put right. */
@Component
class BookingCheck {
    private static final int LONGEST_NOTE = 2_000;
    private static final int OLDEST_CHILD = 30;

    private final Services services;
    private final Times times;

    BookingCheck(Services services, Times times) {
        this.services = services;
        this.times = times;
    }

    /** A service, place and start that belong together; free or not. */
    record Chosen(
            Service service,
            Place place,
            Instant start,
            @Nullable StaffMember specialist) {}

    sealed interface Checked {}

    record Good(Booking booking) implements Checked {}

    record Wrong(Problems problems) implements Checked {}

    /** Empty when the address or form names no service or start that there is. */
    Optional<Chosen> chosen(TimeQuery query, @Nullable Instant start) {
        Optional<Service> service =
                Optional.ofNullable(query.service()).flatMap(services::find).filter(found -> !found.isGroup());
        if (service.isEmpty() || start == null) {
            return Optional.empty();
        }
        UUID wanted = query.specialist();
        Optional<StaffMember> specialist = services.specialists(service.get()).stream()
                .filter(member -> member.id().equals(wanted))
                .findFirst();
        return wanted != null && specialist.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chosen(
                        service.get(), times.wish(query, service.get()).place(), start, specialist.orElse(null)));
    }

    Checked check(BookingForm form, Chosen chosen, String aboutSelf) {
        Problems problems = new Problems();
        String name = required(problems, "name", Contact.name(form.name()));
        List<Booking.Child> children = form.who().equals("teacher") ? List.of() : children(form, problems);
        String phone = optional(problems, "phone", form.phone(), Contact::phone);
        String email = optional(problems, "email", form.email(), Contact::email);
        if (form.phone().isBlank() && form.email().isBlank()) {
            problems.add("phone", "visits.who.no-contact");
        } else if (form.phone().isBlank() && chosen.place() == Place.PHONE) {
            problems.add("phone", "visits.who.phone-for-talk");
        }
        TellBy tell = tell(form, phone, email, problems);
        String note = note(form.note(), problems);
        if (!form.agreed()) {
            problems.add("agreed", "visits.who.not-agreed");
        }
        if (!problems.isEmpty()) {
            return new Wrong(problems);
        }
        return new Good(new Booking(
                chosen.service(),
                chosen.place(),
                chosen.start(),
                chosen.specialist() == null ? null : chosen.specialist().id(),
                name,
                email,
                phone,
                tell,
                Language.of(form.language()),
                children,
                form.query().needs(),
                joined(aboutSelf, note)));
    }

    private static @Nullable String joined(String aboutSelf, String note) {
        String all = (aboutSelf + "\n" + note).strip();
        return all.isEmpty() ? null : all;
    }

    private static String required(Problems problems, String field, Contact.Checked checked) {
        return switch (checked) {
            case Contact.Good good -> good.value();
            case Contact.Refused refused -> {
                problems.add(
                        field,
                        refused.why() == Contact.Why.EMPTY
                                ? "visits.who." + field + ".empty"
                                : refused.why().key());
                yield "";
            }
        };
    }

    private static @Nullable String optional(
            Problems problems, String field, String typed, Function<String, Contact.Checked> check) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (check.apply(typed)) {
            case Contact.Good good -> good.value();
            case Contact.Refused refused -> {
                problems.add(field, refused.why().key());
                yield null;
            }
        };
    }

    private static List<Booking.Child> children(BookingForm form, Problems problems) {
        List<Booking.Child> children = new ArrayList<>();
        for (BookingForm.Child child : form.children()) {
            if (!child.isEmpty()) {
                String calledBy = optional(problems, "child" + child.number(), child.name(), Contact::name);
                children.add(new Booking.Child(calledBy, age(child, problems)));
            }
        }
        return children;
    }

    private static @Nullable Integer age(BookingForm.Child child, Problems problems) {
        String typed = child.age().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.matches("[0-9]{1,2}") && Integer.parseInt(typed) <= OLDEST_CHILD) {
            return Integer.valueOf(typed);
        }
        problems.add("age" + child.number(), "visits.who.age.wrong");
        return null;
    }

    /** What was chosen, if it can reach the person; what is natural when nothing was. */
    private static TellBy tell(BookingForm form, @Nullable String phone, @Nullable String email, Problems problems) {
        TellBy natural = email != null ? TellBy.MAIL : TellBy.CALL;
        return switch (form.tell().toUpperCase(Locale.ROOT)) {
            case "MAIL" -> {
                if (form.email().isBlank()) {
                    problems.add("email", "visits.who.tell.no-email");
                }
                yield TellBy.MAIL;
            }
            case "SMS" -> {
                needsPhone(form, problems);
                if (phone != null && !Contact.takesTexts(phone)) {
                    problems.add("tell", "visits.who.tell.no-texts");
                }
                yield TellBy.SMS;
            }
            case "CALL" -> {
                needsPhone(form, problems);
                yield TellBy.CALL;
            }
            default -> natural;
        };
    }

    private static void needsPhone(BookingForm form, Problems problems) {
        if (form.phone().isBlank() && problems.at("phone").isEmpty()) {
            problems.add("phone", "visits.who.tell.no-phone");
        }
    }

    /** Lines stay; what cannot be seen goes. */
    static String note(String typed, Problems problems) {
        String note =
                typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (note.length() > LONGEST_NOTE) {
            problems.add("note", "visits.who.note.too-long", LONGEST_NOTE);
        }
        return note;
    }
}
