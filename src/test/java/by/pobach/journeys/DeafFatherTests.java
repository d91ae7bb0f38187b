package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Andrei is deaf. He signs, writes when he must, and telephones nobody. */
class DeafFatherTests extends OpenHouse {
    private static final String EMAIL = "andrei.signs@example.org";

    @Test
    void he_asks_for_an_interpreter_and_never_has_to_telephone() {
        try (Guest andrei = Guest.speaking(Language.RU)) {
            Page page = andrei.page();
            andrei.opens("/times?hard=hear");
            page.locator("summary").first().click();
            page.getByLabel("Переводчик белорусского жестового языка").check();
            presses(page, AriaRole.BUTTON, "Показать");
            assertThat(page.locator("h1")).hasText("Ближайшее время встречи");

            presses(page, AriaRole.LINK, "Выбрать это время");
            assertThat(page.getByLabel("Переводчик белорусского жестового языка"))
                    .isChecked();
            page.getByLabel("Как к вам обращаться?").fill("Андрей");
            page.getByLabel("Электронная почта").fill(EMAIL);
            page.getByLabel("Написать на почту").check();
            page.getByLabel("Соглашаюсь").check();
            presses(page, AriaRole.BUTTON, "Проверить и записаться");

            boolean signs = page.locator(".facts").innerText().contains("по видео, на экране")
                    || page.locator(".facts").innerText().contains("будет в Центре");
            boolean searched = page.getByRole(AriaRole.NOTE)
                    .filter(new Locator.FilterOptions().setHasText("переводчика мы поищем"))
                    .isVisible();
            presses(page, AriaRole.BUTTON, "Записаться на это время");
            assertThat(page.locator("h1")).hasText("Ждём вас");

            // He is told one of three things, and each of them plainly.
            String told = page.locator("main").innerText();
            boolean specialistSigns = !signs && !searched;
            assertThat(specialistSigns
                            || signs && told.contains("Переводчик жестового языка")
                            || searched
                                    && Pattern.compile("Мы ответим вам до \\d")
                                            .matcher(told)
                                            .find())
                    .as(told)
                    .isTrue();

            andrei.opens("/outbox");
            page.getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText(EMAIL))
                    .first()
                    .click();
            assertThat(page.locator("main"))
                    .not()
                    .containsText(Pattern.compile("жест|глух|слух", Pattern.CASE_INSENSITIVE));
        }
    }

    private static void presses(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
