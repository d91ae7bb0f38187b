package by.pobach.papers;

import by.pobach.papers.Sheets.Said;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.signin.SignedIn;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitTable;
import by.pobach.visits.Visits;
import by.pobach.web.Choice;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Before a certificate is printed somebody says what to call the person and who signs; the answer is the file itself. */
@Controller
@Discreet
class PaperPages {
    private static final List<String> SIGNERS = List.of("director", "coordinator", "staff");

    private final Papers papers;
    private final Sheets sheets;
    private final Visits visits;
    private final VisitTable children;
    private final Persons persons;
    private final Centre centre;

    /** What was typed; before the first time nothing was. */
    record Form(
            @Nullable String name,
            @Nullable String institution,
            @Nullable String language,
            @Nullable String signer) {

        Said said(Language otherwise) {
            return new Said(
                    name == null ? "" : name,
                    institution == null ? "" : institution,
                    language == null ? otherwise : Language.of(language),
                    SIGNERS.stream()
                            .filter(role -> role.equals(signer))
                            .findFirst()
                            .orElse("staff"));
        }
    }

    PaperPages(Papers papers, Sheets sheets, Visits visits, VisitTable children, Persons persons, Centre centre) {
        this.papers = papers;
        this.sheets = sheets;
        this.visits = visits;
        this.children = children;
        this.persons = persons;
        this.centre = centre;
    }

    @GetMapping("/desk/papers/{id}")
    ModelAndView form(@PathVariable UUID id, @RequestAttribute Frame frame) {
        Visit visit = find(id);
        Optional<PaperOutcome> hindered = papers.hindered(visit);
        if (hindered.isPresent()) {
            return refused(visit, hindered.get(), first(visit, frame), frame);
        }
        return page(visit, first(visit, frame), null, frame, HttpStatus.OK);
    }

    @PostMapping("/desk/papers/{id}")
    ModelAndView print(@PathVariable UUID id, Form form, @RequestAttribute Frame frame) {
        Visit visit = find(id);
        Said said = form.said(frame.language());
        PaperOutcome outcome = papers.issue(visit, said.name(), said.institution());
        return outcome instanceof PaperOutcome.Issued(Paper paper)
                ? new ModelAndView(new PaperFile(paper, CertificatePdf.of(sheets.of(paper, visit, said))))
                : refused(visit, outcome, said, frame);
    }

    private Visit find(UUID id) {
        Visit visit = visits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean runsDesk = SignedIn.as(Role.COORDINATOR) || SignedIn.as(Role.DIRECTOR);
        if (!runsDesk && !SignedIn.staffId().equals(Optional.of(visit.specialist()))) {
            throw new AccessDeniedException("somebody else's visit");
        }
        return visit;
    }

    private ModelAndView refused(Visit visit, PaperOutcome outcome, Said said, Frame frame) {
        return switch (outcome) {
            case PaperOutcome.Issued _ -> throw new IllegalStateException("issued");
            case PaperOutcome.VisitNotKept _ -> hindered(visit, "visit-not-kept", frame);
            case PaperOutcome.TooOld _ -> hindered(visit, "too-old", frame);
            case PaperOutcome.NoName _ -> again(visit, said, "name", "no-name", frame);
            case PaperOutcome.Unprintable(String field) -> again(visit, said, field, "unprintable", frame);
        };
    }

    private ModelAndView again(Visit visit, Said said, String field, String why, Frame frame) {
        Problems problems = new Problems().add(field, "papers.problem." + why);
        return page(visit, said, problems, frame, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Nothing that can be typed would help: the page says why, and has no form. */
    private ModelAndView hindered(Visit visit, String why, Frame frame) {
        ModelAndView page = page(visit, first(visit, frame), null, frame, HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("hindered", "papers.problem." + why);
    }

    private ModelAndView page(Visit visit, Said said, @Nullable Problems problems, Frame frame, HttpStatus status) {
        ModelMap model = new ModelMap("visit", visit)
                .addAttribute("said", said)
                .addAttribute("problems", problems)
                .addAttribute("hindered", null)
                .addAttribute("zone", centre.facts().zone())
                .addAttribute("late", visit.state() == Visit.State.LATE)
                .addAttribute("children", children.children(visit.id()))
                .addAttribute(
                        "languages", choices(Arrays.stream(Language.values()).map(Language::tag), "web.language."))
                .addAttribute("signers", choices(SIGNERS.stream(), "papers.signer."))
                .addAttribute(
                        "before",
                        papers.find(visit.id())
                                .map(paper -> before(paper, frame))
                                .orElse(null));
        return new ModelAndView("papers/certificate", model, status);
    }

    private Map<String, String> before(Paper paper, Frame frame) {
        return Map.of(
                "number", paper.number().toString(),
                "day", sheets.day(paper.issuedAt(), frame.language()));
    }

    /** To be confirmed: the name the visit was booked under, in the language of whoever booked. */
    private Said first(Visit visit, Frame frame) {
        Optional<Person> person = persons.find(visit.person());
        String signer =
                SignedIn.as(Role.DIRECTOR) ? "director" : SignedIn.as(Role.COORDINATOR) ? "coordinator" : "staff";
        return new Said(
                person.map(Person::name).orElse(""),
                "",
                person.map(Person::language).orElse(frame.language()),
                signer);
    }

    private static List<Choice> choices(Stream<String> codes, String group) {
        return codes.map(code -> Choice.key(code, group + code)).toList();
    }
}
