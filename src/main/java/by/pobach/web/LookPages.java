package by.pobach.web;

import by.pobach.web.Look.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * «Як вам зручней?»: one page for everybody. Asked with answers it shows itself in them and keeps nothing; posted, it
 * keeps them and leads back to where the person was. With a script the same form opens on the spot, over the page.
 * Discreet, because the way back may be somebody's link.
 */
@Controller
@Discreet
class LookPages {
    private static final Logger LOG = LoggerFactory.getLogger(LookPages.class);
    private static final String HERE = "/look";

    private final ObjectProvider<OwnLook> own;

    /** A question as the form shows it; with a yes it is one box to tick. */
    record Asked(String name, boolean tick, String answer, List<Choice> choices) {}

    LookPages(ObjectProvider<OwnLook> own) {
        this.own = own;
    }

    @GetMapping(HERE)
    String ask(@RequestParam Map<String, String> sent, HttpServletRequest request, Model model) {
        boolean tried = Arrays.stream(Question.values()).anyMatch(question -> sent.containsKey(question.field()));
        Look look = tried ? Look.asked(sent::get) : Look.kept(request);
        model.addAttribute("look", look.classes())
                .addAttribute("back", Paths.own(sent.get("back"), ""))
                .addAttribute("kept", sent.containsKey("kept"))
                .addAttribute("questions", questions(look));
        return "web/look";
    }

    @PostMapping(HERE)
    ResponseEntity<Void> keep(
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response) {
        Look look = Look.asked(sent.containsKey("as-it-was") ? nothing -> null : sent::get);
        Cookies.keepInSight(Look.NAME, look.value(), request, response);
        keepAsOwn(look, request);
        URI back = URI.create(Paths.own(sent.get("back"), HERE + "?kept=yes"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(back).build();
    }

    /** Who cannot be known while the database does not answer has what they chose in this browser all the same. */
    private void keepAsOwn(Look look, HttpServletRequest request) {
        try {
            own.ifAvailable(kept -> kept.keep(look.value(), request));
        } catch (DataAccessException | TransactionException noAnswer) {
            LOG.warn(
                    "a look is kept in the browser only: {}",
                    noAnswer.getClass().getSimpleName());
        }
    }

    private static List<Asked> questions(Look look) {
        return Arrays.stream(Question.values())
                .map(question -> new Asked(
                        question.field(), question.answers().contains("yes"), look.answer(question), choices(question)))
                .toList();
    }

    private static List<Choice> choices(Question question) {
        return question.answers().stream()
                .map(answer -> Choice.key(answer, "web.look." + question.field() + "." + answer))
                .toList();
    }
}
