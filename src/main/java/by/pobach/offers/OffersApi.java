package by.pobach.offers;

import by.pobach.diary.FreeDay;
import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Services, specialists and free times for programs; from the same doors as the pages. */
@RestController
@RequestMapping("/api/v1")
class OffersApi {
    private final Services services;
    private final Offers offers;
    private final Alternatives alternatives;
    private final WishReader reader;
    private final ApiWords words;
    private final ApiProblem problem;
    private final IcuMessages messages;
    private final Centre centre;

    OffersApi(
            Services services,
            Offers offers,
            Alternatives alternatives,
            WishReader reader,
            ApiWords words,
            ApiProblem problem,
            IcuMessages messages,
            Centre centre) {
        this.services = services;
        this.offers = offers;
        this.alternatives = alternatives;
        this.reader = reader;
        this.words = words;
        this.problem = problem;
        this.messages = messages;
        this.centre = centre;
    }

    record SpecialistView(UUID id, String name, String role, List<String> languages) {}

    record DayView(LocalDate date, int free) {}

    record Why(String constraint, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OffersView(
            List<ApiOffer> offers,
            List<DayView> days,
            boolean more,
            @Nullable List<Why> why,
            @Nullable List<ApiOffer> alternatives) {}

    @GetMapping("/services")
    Object services(Locale locale) {
        Language language = Language.of(locale);
        return Map.of(
                "services",
                services.all().stream().map(service -> view(service, language)).toList());
    }

    private Map<String, Object> view(Service service, Language language) {
        CentreFacts facts = centre.facts();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", service.id());
        view.put("kind", service.kind().code());
        view.put("name", service.name().in(language));
        view.put("about", service.about().in(language));
        view.put("minutes", service.minutes());
        view.put("step", service.step());
        view.put("for", service.barriers().stream().sorted().map(Barrier::code).toList());
        view.put("place", service.places().stream().map(Place::code).toList());
        view.put("languages", facts.languages());
        view.put("cost", (service.cost() == null ? facts.cost() : service.cost()).in(language));
        view.put("bring", service.bring().in(language));
        return view;
    }

    @GetMapping("/specialists")
    Object specialists(@RequestParam(required = false) @Nullable String service, Locale locale) {
        Language language = Language.of(locale);
        Optional<Service> found = service == null ? Optional.empty() : services.offered(service);
        if (found.isEmpty()) {
            return problem.invalid(List.of(new Fault("service", "unknown")), language);
        }
        List<SpecialistView> specialists = services.specialists(found.get()).stream()
                .map(member -> new SpecialistView(
                        member.id(),
                        member.name().in(language),
                        member.profession().in(language),
                        member.languages()))
                .toList();
        return Map.of("specialists", specialists);
    }

    @GetMapping("/offers")
    Object offers(@RequestParam MultiValueMap<String, String> query, Locale locale) {
        Language language = Language.of(locale);
        return switch (reader.read(query)) {
            case WishReader.Wrong wrong -> problem.invalid(wrong.faults(), language);
            case WishReader.Read read ->
                read.wish().service().isGroup() ? none(List.of("group"), List.of(), language) : found(read, language);
        };
    }

    private OffersView found(WishReader.Read read, Language language) {
        Offers.Found found = offers.find(read.wish(), read.limit());
        List<DayView> days = new ArrayList<>();
        for (FreeDay day : found.days()) {
            days.add(new DayView(day.date(), day.starts().size()));
        }
        if (found.offers().isEmpty()) {
            List<Alternative> instead = alternatives.instead(read.wish());
            return new OffersView(
                    List.of(), days, false, why(reasons(read.wish()), language), words.alternatives(instead, language));
        }
        List<ApiOffer> views = found.offers().stream()
                .map(offer -> words.offer(offer, language))
                .toList();
        return new OffersView(views, days, found.more(), null, null);
    }

    private OffersView none(List<String> reasons, List<ApiOffer> instead, Language language) {
        return new OffersView(List.of(), List.of(), false, why(reasons, language), instead);
    }

    /** Every constraint of the wish: each of them could be given up. */
    private static List<String> reasons(Wish wish) {
        List<String> reasons = new ArrayList<>(List.of("dates"));
        if (wish.specialist() != null) {
            reasons.add("specialist");
        }
        wish.needs().stream().sorted().map(Need::code).forEach(reasons::add);
        return reasons;
    }

    private List<Why> why(List<String> reasons, Language language) {
        return reasons.stream()
                .map(reason -> new Why(reason, messages.say(language, "offers.why." + reason)))
                .toList();
    }
}
