package by.pobach.offers;

import by.pobach.equipment.EquipmentDesk;
import by.pobach.offers.ApiOffer.Thing;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts offers and visits into the words and shapes of the HTTP interface. */
@Component
public class ApiWords {
    private static final DateTimeFormatter RFC3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final Centre centre;
    private final Staff staff;
    private final EquipmentDesk equipment;
    private final IcuMessages messages;
    private final Dates dates;

    ApiWords(Centre centre, Staff staff, EquipmentDesk equipment, IcuMessages messages, Dates dates) {
        this.centre = centre;
        this.staff = staff;
        this.equipment = equipment;
        this.messages = messages;
        this.dates = dates;
    }

    ZoneId zone() {
        return centre.facts().zone();
    }

    /** An instant in the Centre's zone, with seconds. */
    public String at(Instant instant) {
        return RFC3339.format(instant.atZone(zone()));
    }

    ApiOffer offer(Offer offer, Language language) {
        return offer(offer, language, null, null);
    }

    ApiOffer alternative(Alternative alternative, Language language) {
        Offer offer = alternative.offer();
        String text = messages.say(
                language,
                "offers.differs." + alternative.difference().code(),
                offer.specialist().name().in(language),
                dates.moment(offer.start(), zone(), language));
        return offer(offer, language, alternative.difference().code(), text);
    }

    public List<ApiOffer> alternatives(List<Alternative> alternatives, Language language) {
        return alternatives.stream()
                .map(alternative -> alternative(alternative, language))
                .toList();
    }

    private ApiOffer offer(Offer offer, Language language, @Nullable String differs, @Nullable String text) {
        return new ApiOffer(
                at(offer.start()),
                at(offer.end()),
                Thing.of(offer.specialist(), language),
                Thing.of(offer.room(), language),
                offer.devices().stream().map(item -> Thing.of(item, language)).toList(),
                offer.interpreter() == null ? null : Thing.of(offer.interpreter(), language),
                differs,
                text);
    }

    public Thing person(UUID id, Language language) {
        return staff.find(id)
                .map(member -> Thing.of(member, language))
                .orElseThrow(() -> new IllegalStateException("no such staff member"));
    }

    @Nullable
    public Thing personOrNull(@Nullable UUID id, Language language) {
        return id == null ? null : person(id, language);
    }

    @Nullable
    public Thing room(@Nullable UUID id, Language language) {
        return id == null ? null : Thing.of(centre.room(id).orElse(null), language);
    }

    public List<Thing> devices(List<UUID> ids, Language language) {
        return ids.stream()
                .map(equipment::item)
                .flatMap(Optional::stream)
                .map(item -> Thing.of(item, language))
                .toList();
    }

    /** Who did something, as a family may read it: the family itself, the Centre's person by name, or the system. */
    public String author(String actor, Language language) {
        if (actor.startsWith("staff:")) {
            return staff.find(UUID.fromString(actor.substring("staff:".length())))
                    .map(StaffMember::name)
                    .map(name -> name.in(language))
                    .orElse(messages.say(language, "offers.by.centre"));
        }
        return messages.say(language, actor.startsWith("job:") ? "offers.by.centre" : "offers.by.you");
    }
}
