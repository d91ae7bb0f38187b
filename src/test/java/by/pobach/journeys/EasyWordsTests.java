package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Volha is a mother and reads slowly: short words, one thought at a time, a sign beside each. */
class EasyWordsTests extends OpenHouse {
    private static final String EMAIL = "volha.reads.slowly@example.org";

    /** A sentence longer than this is two thoughts. */
    private static final int MOST_WORDS = 14;

    @Test
    void she_finds_the_easy_page_books_and_gets_an_easy_letter() {
        try (Guest volha = Guest.speaking(Language.BE, options -> options.setViewportSize(390, 844))) {
            Page page = volha.page();
            volha.opens("/");
            presses(page, AriaRole.LINK, "Коратка і проста");
            assertThat(page.locator("html")).hasClass(java.util.regex.Pattern.compile(".*\\beasy\\b.*"));
            assertThat(page.locator(".thoughts .sign").first()).isVisible();
            has_short_sentences(page);

            page.locator(".choices a").first().click();
            assertThat(page.locator("h1")).hasText("Самы блізкі час");
            presses(page, AriaRole.LINK, "Выбраць гэты час");
            has_short_sentences(page);
            page.getByLabel("Як вас завуць?").fill("Вольга");
            presses(page, AriaRole.BUTTON, "Далей");

            // Two mistakes; each says in easy words what to do, and what she typed is there.
            assertThat(page.locator(".problems, [role=alert]").first())
                    .containsText("Напішыце тэлефон. Або напішыце пошту.");
            assertThat(page.getByLabel("Як вас завуць?")).hasValue("Вольга");
            page.getByLabel("Электронная пошта").fill(EMAIL);
            page.getByLabel("Так, можна.").check();
            presses(page, AriaRole.BUTTON, "Далей");
            assertThat(page.locator("h1")).hasText("Усё так?");
            presses(page, AriaRole.BUTTON, "Так, запісаць мяне");
            assertThat(page.locator("h1")).hasText("Чакаем вас");
            presses(page, AriaRole.LINK, "Я не прыйду");
            assertThat(page.locator("h1")).hasText("Вы не прыйдзеце?");
            presses(page, AriaRole.LINK, "Не, я прыйду");
            assertThat(page.locator("h1")).hasText("Чакаем вас");

            volha.opens("/outbox");
            page.getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText(EMAIL))
                    .first()
                    .click();
            assertThat(page.locator("main [lang=be]").last()).containsText("Тут напісана ўсё пра сустрэчу");
        }
    }

    private static void has_short_sentences(Page page) {
        String text = page.locator("main").innerText();
        assertThat(Arrays.stream(text.split("[.!?\\n]+"))
                        .filter(sentence -> !sentence.contains("Так, можна")
                                && sentence.strip().split("\\s+").length > MOST_WORDS))
                .isEmpty();
    }

    private static void presses(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
