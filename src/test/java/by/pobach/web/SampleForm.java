package by.pobach.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A page that uses every field, for tests alone: it is imported, never found. */
@TestComponent
@Controller
class SampleForm {
    record Form(
            String name,
            String email,
            String tell,
            List<String> needs,
            String note,
            @Nullable Boolean agreed) {}

    record Said(String text) {}

    @GetMapping("/sample")
    String empty(Model model) {
        model.addAttribute("form", new Form("", "", "mail", List.of(), "", false));
        return page(model);
    }

    @PostMapping("/sample")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "problems", new Problems().add("email", "web.error.400.text").add("tell", "web.skip"));
        return page(model);
    }

    @Discreet
    @GetMapping("/sample/secret/{token}")
    String secret(@PathVariable String token, Model model) {
        return empty(model);
    }

    @GetMapping("/sample/broken")
    String broken() {
        throw new IllegalStateException("a secret of the inside");
    }

    @PostMapping("/api/v1/sample")
    @ResponseBody
    Said echo(@RequestBody Said said) {
        return said;
    }

    private static String page(Model model) {
        model.addAttribute(
                "tell", List.of(Choice.text("call", "Патэлефанаваць"), Choice.text("mail", "Напісаць ліст")));
        model.addAttribute(
                "needs",
                List.of(
                        Choice.text("wheelchair", "Праезд для каляскі"),
                        Choice.text("interpreter", "Перакладчык жэставай мовы")
                                .withHint("Ён прыйдзе ці будзе на відэа.")));
        return "web/sample-form";
    }
}
