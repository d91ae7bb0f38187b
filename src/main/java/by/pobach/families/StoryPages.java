package by.pobach.families;

import by.pobach.families.Story.Part;
import by.pobach.people.IdNumbers;
import by.pobach.web.Choice;
import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** «Раскажыце адзін раз»: told once, by the family or with it. The same page for the family and for whoever’s work the child is. */
@Controller
@Discreet
@RequestMapping("/{side:family|desk}/children/{id}/story")
class StoryPages {
    /** The codes of the search for a time; a test holds them against it. */
    static final List<String> NEEDS = List.of("wheelchair", "quiet-room", "sign-interpreter");

    private static final int LONGEST = 4_000;

    private final Household household;

    StoryPages(Household household) {
        this.household = household;
    }

    @GetMapping
    ModelAndView form(@PathVariable String side, @PathVariable UUID id) {
        return Closed.or(
                household.edit(id, purpose(side)),
                seen -> seen.story() == null
                        ? page(side, seen, Map.of(), Set.of(), null)
                        : page(side, seen, seen.story().told(), seen.story().needs(), null));
    }

    /**
     * @param sent one field for each part; {@code need} several times; {@code cut} when numbers of papers are to be cut out, and
     *     {@code keep} when they are to stay
     */
    @PostMapping
    ModelAndView tell(
            @PathVariable String side, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Map<Part, String> told = new EnumMap<>(Part.class);
        Problems problems = new Problems();
        for (Part part : Part.values()) {
            told.put(part, clean(sent.getFirst(field(part)), sent.containsKey("cut")));
            refuse(part, told.get(part), sent.containsKey("keep"), problems);
        }
        Set<String> needs = sent.getOrDefault("need", List.of()).stream()
                .filter(NEEDS::contains)
                .collect(Collectors.toUnmodifiableSet());
        if (!problems.isEmpty()) {
            return Closed.or(household.edit(id, purpose(side)), seen -> page(side, seen, told, needs, problems));
        }
        return Closed.or(
                household.tell(id, purpose(side), told, needs),
                _ -> new ModelAndView("redirect:/" + side + "/children/" + id + "?kept"));
    }

    private static String clean(@Nullable String typed, boolean cut) {
        String words = (typed == null ? "" : typed)
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
                .strip();
        return cut ? IdNumbers.without(words) : words;
    }

    private static void refuse(Part part, @Nullable String words, boolean keep, Problems problems) {
        if (words != null && words.length() > LONGEST) {
            problems.add(field(part), "families.problem.too-long", LONGEST);
        } else if (words != null && !keep && !IdNumbers.in(words).isEmpty()) {
            problems.add(field(part), "families.problem.number");
        }
    }

    private static String field(Part part) {
        return "part-" + part.word();
    }

    private static Purpose purpose(String side) {
        return side.equals("family") ? Purpose.OWN_FAMILY : Purpose.PREPARE_LESSON;
    }

    private static ModelAndView page(
            String side, Household.Seen seen, Map<Part, String> told, Set<String> needs, @Nullable Problems problems) {
        boolean number = problems != null
                && problems.all().stream().anyMatch(problem -> problem.key().equals("families.problem.number"));
        ModelMap model = new ModelMap("seen", seen)
                .addAttribute("side", side)
                .addAttribute("told", new Story(told, needs))
                .addAttribute("parts", Part.values())
                .addAttribute(
                        "needs",
                        NEEDS.stream()
                                .map(need -> Choice.key(need, "families.need." + need))
                                .toList())
                .addAttribute("number", number)
                .addAttribute("problems", problems);
        return new ModelAndView(
                "families/story", model, problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
