package by.pobach.site;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first screen asks one question; each answer leads straight to a time. */
@Controller
class SitePages {
    private static final List<Answer> ANSWERS = List.of(
            new Answer("hear"),
            new Answer("see"),
            new Answer("move"),
            new Answer("speak"),
            new Answer("learn"),
            new Answer("together"),
            new Answer("eat"),
            new Answer("refused"),
            new Answer("several"),
            new Answer("unknown"));

    /** What is hard now: never a diagnosis, only where the barrier is. */
    record Answer(String code) {
        public String href() {
            return code.equals("several") ? "/start" : "/times?hard=" + code;
        }
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("answers", ANSWERS);
        return "site/home";
    }
}
