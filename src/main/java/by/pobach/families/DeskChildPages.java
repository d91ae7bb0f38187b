package by.pobach.families;

import by.pobach.web.Discreet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The children whose work it is now; nobody finds others here, whatever their role. */
@Controller
@Discreet
@RequestMapping(DeskChildPages.HERE)
class DeskChildPages {
    static final String HERE = "/desk/children";

    private final Household household;

    DeskChildPages(Household household) {
        this.household = household;
    }

    @GetMapping
    ModelAndView mine() {
        return new ModelAndView("families/desk-mine", "children", household.mine());
    }

    @GetMapping("/{id}")
    ModelAndView child(@PathVariable UUID id) {
        return Closed.or(
                household.read(id, Purpose.PREPARE_LESSON),
                seen -> new ModelAndView("families/desk-child", "seen", seen));
    }

    /** «Гэта дзіця з маёй сям’і»: closed to whoever says so, at once. */
    @PostMapping("/{id}/relative")
    ModelAndView relative(@PathVariable UUID id) {
        if (!(Who.now() instanceof Who.Colleague(UUID me))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Closed.or(household.ownRelative(id, me), _ -> new ModelAndView("redirect:" + HERE + "?relative"));
    }
}
