package by.pobach.families;

import by.pobach.journal.Entry;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.web.Discreet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** To take everything along, and to have everything erased. */
@Controller
@Discreet
@RequestMapping("/family/children/{id}")
class LeavingPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Household household;
    private final Persons persons;

    LeavingPages(Household household, Persons persons) {
        this.household = household;
        this.persons = persons;
    }

    /** Everything we know of a child, in words and codes that stay the same. */
    record Copy(
            String calledBy,
            String born,
            Map<String, String> told,
            List<String> needs,
            List<Beside> beside,
            List<Look> looks) {}

    record Beside(String name, String kind, String opens, String since, String until) {}

    record Look(String at, String actor, String what, String purpose) {}

    @GetMapping("/copy")
    ModelAndView copy(@PathVariable UUID id) {
        return Closed.or(
                household.everything(id),
                all -> new ModelAndView(
                        "families/copy",
                        new ModelMap("all", all).addAttribute("copy", copy(all)).addAttribute("id", id)));
    }

    @GetMapping("/copy.json")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        Household.Everything all = switch (household.everything(id)) {
            case Household.Answer.Open<Household.Everything>(var it) -> it;
            case Household.Answer.Closed<Household.Everything>(var why) ->
                throw new ResponseStatusException(why.silent() ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN);
        };
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("pobach.json")
                                .build()
                                .toString())
                .body(JSON.writeValueAsString(copy(all)).getBytes(StandardCharsets.UTF_8));
    }

    private Copy copy(Household.Everything all) {
        Map<UUID, Person> known =
                persons.find(all.bonds().stream().map(Bond::person).toList());
        Map<String, String> told = new TreeMap<>();
        all.story().told().forEach((part, words) -> told.put(part.word(), words));
        return new Copy(
                all.child().calledBy(),
                String.valueOf(Optional.<Object>ofNullable(all.child().born()).orElse("")),
                told,
                all.story().needs().stream().sorted().toList(),
                all.bonds().stream()
                        .map(bond -> new Beside(
                                Optional.ofNullable(known.get(bond.person()))
                                        .map(Person::name)
                                        .orElse(""),
                                bond.kind().word(),
                                bond.opens().word(),
                                bond.since().toString(),
                                String.valueOf(Optional.<Object>ofNullable(bond.ended())
                                        .orElse(""))))
                        .toList(),
                all.looks().stream().map(LeavingPages::look).toList());
    }

    private static Look look(Entry entry) {
        return new Look(entry.at().toString(), entry.actor(), entry.what(), entry.purpose());
    }

    @GetMapping("/erasure")
    ModelAndView beforeErasing(@PathVariable UUID id) {
        return Closed.or(
                household.steer(id, bonds -> Optional.of(id)), it -> new ModelAndView("families/erasure", "id", it));
    }

    @PostMapping("/erasure")
    ModelAndView erase(@PathVariable UUID id) {
        return Closed.or(household.erase(id), _ -> new ModelAndView("redirect:/family?erased"));
    }
}
