package by.pobach.story;

import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Discreet;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The story behind a visit's secret link; {@code words=easy} says it in easy words. */
@Controller
@Discreet
@RequestMapping("/visits/{token}")
class StoryPages {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Visits visits;
    private final Storyteller teller;
    private final IcuMessages messages;
    private final Clock clock;

    StoryPages(Visits visits, Storyteller teller, IcuMessages messages, Clock clock) {
        this.visits = visits;
        this.teller = teller;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/story")
    ModelAndView story(@PathVariable String token, @RequestParam(defaultValue = "") String words, Locale locale) {
        return visits.behind(token)
                .map(visit -> page(visit, token, words.equals("easy"), Language.of(locale)))
                .orElseGet(() -> new ModelAndView("visits/unknown", new ModelMap(), HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Visit visit, String token, boolean easy, Language language) {
        ModelMap model = new ModelMap("path", "/visits/" + token);
        if (!isAhead(visit)) {
            return new ModelAndView("story/none", model.addAttribute("why", why(visit)));
        }
        model.addAttribute("easy", easy);
        model.addAttribute("when", teller.when(visit, language));
        model.addAttribute("lines", teller.tell(visit, language, easy));
        return new ModelAndView("story/story", model);
    }

    /** The same sentences for whoever has them read aloud, or sends them in a message. */
    @GetMapping("/story.txt")
    ResponseEntity<String> text(
            @PathVariable String token, @RequestParam(defaultValue = "") String words, Locale locale) {
        return visits.behind(token)
                .map(visit -> text(visit, words.equals("easy"), Language.of(locale)))
                .map(text -> ResponseEntity.ok().contentType(TEXT).body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String text(Visit visit, boolean easy, Language language) {
        if (!isAhead(visit)) {
            return messages.say(language, "story.none." + why(visit) + ".text") + "\n";
        }
        List<String> sentences = teller.tell(visit, language, easy).stream()
                .map(Storyteller.Line::sentence)
                .toList();
        return messages.say(language, "story.title") + "\n" + teller.when(visit, language) + "\n\n"
                + String.join("\n", sentences) + "\n";
    }

    private boolean isAhead(Visit visit) {
        return visit.stands() && visit.end().isAfter(clock.instant());
    }

    private static String why(Visit visit) {
        return switch (visit.state()) {
            case CANCELLED, LAPSED -> "cancelled";
            case ASKED, BOOKED, CAME, LATE, NO_SHOW -> "over";
        };
    }
}
