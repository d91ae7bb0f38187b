package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.journeys.Telephone.Free;
import by.pobach.web.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Halina sees little; Zmicier wants it calm. They change how pages look in the middle of things, and lose nothing. */
class LookTests extends OpenHouse {

    @Test
    void with_a_script_it_opens_over_a_half_filled_form_and_changes_at_once() {
        try (Guest halina = Guest.speaking(Language.BE)) {
            Page page = halina.page();
            halina.opens(form());
            page.locator("#name").fill("Галіна");

            page.locator(".head [data-look]").click();
            Locator over = page.locator("dialog");
            assertThat(over).isVisible();
            assertThat(over).hasAccessibleName("Як вам зручней?");
            over.getByText("Самы вялікі").click();
            over.getByText("Ноч", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("html")).hasClass(Pattern.compile("size-huge.*contrast-night"));
            assertThat(Axe.findings(page, "aria-dialog-name", "label", "duplicate-id-aria"))
                    .allMatch(found -> Verdicts.KEPT.judged("look", found));
            over.getByText("Захаваць").click();

            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.locator(".head [data-look]")).isFocused();
            assertThat(page.locator("#name")).hasValue("Галіна");
            assertThat(page.locator("html")).hasClass(Pattern.compile("size-huge.*contrast-night"));
            halina.opens("/about");
            assertThat(page.locator("html")).hasClass(Pattern.compile("size-huge contrast-night"));
            assertThat(halina.complaints()).isEmpty();
        }
    }

    @Test
    void whoever_only_tried_is_back_where_it_was() {
        try (Guest zmicier = Guest.speaking(Language.RU)) {
            Page page = zmicier.page();
            zmicier.opens("/about");
            page.locator(".foot [data-look]").click();
            page.locator("dialog").getByText("Ночь").click();
            assertThat(page.locator("html")).hasClass(Pattern.compile("contrast-night"));

            page.keyboard().press("Escape");

            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.locator("html")).not().hasClass(Pattern.compile("contrast-night"));
            assertThat(page.locator(".foot [data-look]")).isFocused();
        }
    }

    @Test
    void without_a_script_it_is_a_page_and_the_form_waits_behind_it() {
        try (Guest halina = Guest.speaking(Language.BE, options -> options.setJavaScriptEnabled(false))) {
            Page page = halina.page();
            halina.opens(form());
            page.locator("#name").fill("Галіна");

            halina.comes(() -> page.locator(".head [data-look]").click());
            assertThat(page.locator("h1")).hasText("Як вам зручней?");
            assertThat(page.locator("main .hint").first()).containsText("«Назад»");
            page.goBack();

            assertThat(page.locator("#name")).hasValue("Галіна");
            halina.comes(() -> page.locator(".head [data-look]").click());
            page.getByText("Чорнае на белым").click();
            halina.comes(() -> page.getByText("Паглядзець, як будзе").click());
            assertThat(page.locator("html")).hasClass("contrast-white");
            halina.comes(() -> page.getByText("Захаваць").click());
            assertThat(page).hasURL(Pattern.compile("/book\\?"));
            assertThat(page.locator("html")).hasClass("contrast-white");
        }
    }

    @Test
    void a_form_that_was_sent_keeps_what_was_typed_in_any_language_and_look() {
        try (Guest halina = Guest.speaking(Language.BE, options -> options.setJavaScriptEnabled(false))) {
            Page page = halina.page();
            halina.opens(form());
            page.locator("#name").fill("Галіна");
            page.locator("#note").fill("Два радкі\nі <b>");
            page.locator("form[action='/book/check']").evaluate("form => form.noValidate = true");
            halina.comes(() -> page.locator("form .button").click());
            assertThat(page.locator(".error-summary")).isVisible();

            halina.comes(() -> page.locator(".languages button[lang=ru]").click());

            assertThat(page.locator("html")).hasAttribute("lang", "ru");
            assertThat(page.locator(".error-summary")).isVisible();
            assertThat(page.locator("#name")).hasValue("Галіна");
            assertThat(page.locator("#note")).hasValue("Два радкі\nі <b>");
            Page beside = page.context()
                    .waitForPage(() -> page.locator(".head [data-look]").click());
            assertThat(beside.locator("h1")).hasText("Как вам удобнее?");
            beside.getByText("Сохранить").click();
            assertThat(beside.locator(".notice")).containsText("закройте эту вкладку");
            assertThat(page.locator("#name")).hasValue("Галіна");
        }
    }

    @Test
    void short_and_simple_words_come_with_the_choice() {
        try (Guest zmicier = Guest.speaking(Language.BE)) {
            String usual = zmicier.opens(form()).text();
            zmicier.sends("/look", Map.of("words", "easy", "back", "/about"));

            assertThat(zmicier.page().locator("html")).hasClass(Pattern.compile("words-easy"));
            assertThat(zmicier.opens(form()).text()).isNotEqualTo(usual);
            assertThat(zmicier.page().locator("html")).hasClass(Pattern.compile("words-easy"));
            assertThat(
                            (java.util.List<?>)
                                    zmicier.page()
                                            .evaluate(
                                                    "() => [...document.querySelectorAll('body *')].filter(one => getComputedStyle(one).fontFamily.startsWith('Golos')).map(one => one.outerHTML.slice(0, 200))"))
                    .isEmpty();
            assertThat(zmicier.requests()).anyMatch(url -> url.contains("/andika-400"));
        }
    }

    private static String form() {
        Free hour = Telephone.free("vision");
        return "/book?service=%s&start=%s&specialist=%s".formatted(hour.service(), hour.start(), hour.specialist());
    }
}
