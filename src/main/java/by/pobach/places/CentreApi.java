package by.pobach.places;

import by.pobach.web.Language;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/centre")
class CentreApi {
    private final Centre centre;
    private final WorkingCalendar calendar;

    CentreApi(Centre centre, WorkingCalendar calendar) {
        this.centre = centre;
        this.calendar = calendar;
    }

    record Hours(
            String day,
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {}

    record Facts(
            String name,
            String address,
            String timeZone,
            String phone,
            String email,
            List<String> languages,
            String cost,
            List<Hours> openingHours) {}

    @GetMapping
    Facts centre(Locale locale) {
        Language language = Language.of(locale);
        CentreFacts facts = centre.facts();
        List<Hours> hours = calendar.week().stream()
                .map(opening -> new Hours(opening.day().name().toLowerCase(Locale.ROOT), opening.from(), opening.to()))
                .toList();
        return new Facts(
                facts.name().in(language),
                facts.address().in(language),
                facts.zone().getId(),
                facts.phones().stream().findFirst().orElse(""),
                facts.email(),
                facts.languages(),
                facts.cost().in(language),
                hours);
    }
}
