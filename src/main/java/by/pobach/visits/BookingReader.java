package by.pobach.visits;

import by.pobach.offers.Fault;
import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.WishReader;
import by.pobach.people.Contact;
import by.pobach.people.Person.TellBy;
import by.pobach.people.StaffMember;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a booking that a program sent, naming everything that is wrong with it. Unknown fields are ignored. */
@Component
class BookingReader {
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_CHILD_NAME = 100;
    private static final int MOST_CHILDREN = 12;
    private static final int OLDEST_CHILD = 30;

    private final Services services;
    private final JsonMapper json;

    /** What was read: a booking, or what is wrong. */
    sealed interface Reading {}

    record Read(Booking booking) implements Reading {}

    record Wrong(List<Fault> faults) implements Reading {}

    BookingReader(Services services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    /** An object, or empty when the text is no JSON object. */
    Optional<JsonNode> object(byte[] body) {
        try {
            JsonNode node = json.readTree(body);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Reading read(byte[] body) {
        return object(body).map(this::read).orElseGet(() -> new Wrong(List.of(new Fault("body", "not-json"))));
    }

    private Reading read(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        Service service = service(body, faults);
        UUID specialist = service == null ? null : specialist(body, service, faults);
        Instant start = start(body, faults);
        JsonNode person = body.path("person");
        if (!person.isObject()) {
            faults.add(new Fault("person", "missing"));
        }
        String name = checked("person.name", text(person, "name", "person.", faults), faults, Contact::name);
        String email = optional("person.email", text(person, "email", "person.", faults), faults, Contact::email);
        String phone = optional("person.phone", text(person, "phone", "person.", faults), faults, Contact::phone);
        if (email == null && phone == null && faults.stream().noneMatch(BookingReader::aboutContact)) {
            faults.add(new Fault("person.email", "no-contact"));
        }
        Language language = language(person, faults);
        List<Booking.Child> children = children(body.path("children"), faults);
        Set<Need> needs = needs(body.path("needs"), faults);
        String note = note(body, faults);
        Place place = service == null ? Place.HERE : WishReader.place(text(body, "place", "", faults), service, faults);
        if (!body.path("agreed").isBoolean() || !body.path("agreed").booleanValue()) {
            faults.add(new Fault("agreed", "not-agreed"));
        }
        if (service == null || start == null || name == null || !faults.isEmpty()) {
            return new Wrong(faults);
        }
        return new Read(new Booking(
                service,
                place,
                start,
                specialist,
                name,
                email,
                phone,
                email != null ? TellBy.MAIL : TellBy.CALL,
                language,
                children,
                needs,
                note));
    }

    private static boolean aboutContact(Fault fault) {
        return fault.field().equals("person.email")
                || fault.field().equals("person.phone")
                || fault.field().equals("person");
    }

    private @Nullable Service service(JsonNode body, List<Fault> faults) {
        String id = text(body, "service", "", faults);
        Optional<Service> found = id == null ? Optional.empty() : services.offered(id);
        if (found.isEmpty()) {
            faults.add(new Fault("service", id == null ? "missing" : "unknown"));
        } else if (found.get().isGroup()) {
            faults.add(new Fault("service", "group"));
        }
        return found.orElse(null);
    }

    @Nullable
    UUID specialist(JsonNode body, Service service, List<Fault> faults) {
        String id = text(body, "specialist", "", faults);
        if (id == null) {
            return null;
        }
        Optional<UUID> found = services.specialists(service).stream()
                .map(StaffMember::id)
                .filter(known -> known.toString().equalsIgnoreCase(id))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new Fault("specialist", "not-for-this-service"));
        }
        return found.orElse(null);
    }

    @Nullable
    Instant start(JsonNode body, List<Fault> faults) {
        String text = text(body, "start", "", faults);
        if (text == null) {
            faults.add(new Fault("start", "missing"));
            return null;
        }
        try {
            OffsetDateTime start = OffsetDateTime.parse(text);
            if (start.getYear() > 1970 && start.getYear() < 3000) {
                return start.toInstant();
            }
        } catch (DateTimeException e) {
            // said below
        }
        faults.add(new Fault("start", "not-an-instant"));
        return null;
    }

    private static Language language(JsonNode person, List<Fault> faults) {
        String tag = text(person, "language", "person.", faults);
        boolean known = Arrays.stream(Language.values())
                .anyMatch(language -> language.tag().equals(tag));
        if (!known && person.isObject()) {
            faults.add(new Fault("person.language", tag == null ? "missing" : "unknown"));
        }
        return tag == null ? Language.BE : Language.of(tag);
    }

    private static List<Booking.Child> children(JsonNode list, List<Fault> faults) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_CHILDREN) {
            faults.add(new Fault("children", "wrong-list"));
            return List.of();
        }
        List<Booking.Child> children = new ArrayList<>();
        for (JsonNode child : list) {
            children.add(child(child, faults));
        }
        return children;
    }

    private static Booking.Child child(JsonNode child, List<Fault> faults) {
        String calledBy = text(child, "calledBy", "children.", faults);
        if (calledBy != null && (calledBy.length() > LONGEST_CHILD_NAME || hasControls(calledBy))) {
            faults.add(new Fault("children.calledBy", "wrong-text"));
        }
        JsonNode age = child.path("age");
        boolean given = !age.isMissingNode() && !age.isNull();
        boolean fits = age.isInt() && age.intValue() >= 0 && age.intValue() <= OLDEST_CHILD;
        if (!child.isObject() || (given && !fits)) {
            faults.add(new Fault("children.age", "wrong-age"));
        }
        String trimmed = calledBy == null || calledBy.isBlank() ? null : calledBy.strip();
        return new Booking.Child(trimmed, given && fits ? age.intValue() : null);
    }

    private static Set<Need> needs(JsonNode list, List<Fault> faults) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        if (list.isMissingNode() || list.isNull()) {
            return needs;
        }
        if (!list.isArray()) {
            faults.add(new Fault("needs", "wrong-list"));
            return needs;
        }
        for (JsonNode need : list) {
            Optional<Need> known = need.isString() ? Need.of(need.stringValue()) : Optional.empty();
            known.ifPresentOrElse(needs::add, () -> faults.add(new Fault("needs", "unknown")));
        }
        return needs;
    }

    private static @Nullable String note(JsonNode body, List<Fault> faults) {
        String note = text(body, "note", "", faults);
        if (note != null && (note.length() > LONGEST_NOTE || hasControls(note))) {
            faults.add(new Fault("note", "wrong-text"));
        }
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** A text, or null when it is not there; anything else there is a fault. */
    static @Nullable String text(JsonNode parent, String field, String prefix, List<Fault> faults) {
        JsonNode node = parent.path(field);
        if (node.isString()) {
            return node.stringValue();
        }
        if (!node.isMissingNode() && !node.isNull()) {
            faults.add(new Fault(prefix + field, "not-a-text"));
        }
        return null;
    }

    /** Control characters other than line breaks and tabs; a NUL cannot even be stored. */
    static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f)
                || !text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static @Nullable String optional(
            String field, @Nullable String typed, List<Fault> faults, Function<String, Contact.Checked> check) {
        return typed == null || typed.isBlank() ? null : checked(field, typed, faults, check);
    }

    private static @Nullable String checked(
            String field, @Nullable String typed, List<Fault> faults, Function<String, Contact.Checked> check) {
        return switch (check.apply(typed == null ? "" : typed)) {
            case Contact.Good good -> good.value();
            case Contact.Refused refused -> {
                faults.add(new Fault(field, refused.why().key()));
                yield null;
            }
        };
    }
}
