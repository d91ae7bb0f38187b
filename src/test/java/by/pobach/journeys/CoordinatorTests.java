package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maryna sits at the desk; a grandmother calls who has no e-mail. */
class CoordinatorTests extends OpenHouse {
    private Guest maryna;
    private Page page;

    @BeforeEach
    void maryna_comes_to_work() {
        maryna = Guest.speaking(Language.BE);
        page = maryna.page();
        DeskRoutes.signIn(maryna);
    }

    @AfterEach
    void she_goes_home() {
        clock.moveBack();
        maryna.close();
    }

    @Test
    void she_puts_in_a_visit_for_somebody_on_the_phone_and_everything_after_it() {
        presses(AriaRole.LINK, "Новая сустрэча");
        page.locator("#service").selectOption("together");
        presses(AriaRole.BUTTON, "Паказаць час");
        Locator time = page.locator("input[name=start]").first();
        Instant start = Instant.parse(time.getAttribute("value").replaceAll("[/ ].*", ""));
        time.check();
        page.getByLabel("Як звяртацца").fill("Ніна Іванаўна");
        page.getByLabel("Тэлефон").fill("+375 29 611-22-33");
        page.getByLabel("Прачытана, чалавек згодны").check();
        maryna.comes(() -> page.locator("form[action='/desk/visits'] > button").click());
        assertThat(page.locator(".notice.done")).containsText("Сустрэча запісана.");
        assertThat(page.locator("main")).containsText("+375 29 611-22-33");
        String specialist = page.locator(".facts dd").nth(2).innerText();
        String visit = page.url();

        sees_it_in_the_week(specialist);
        says_it_and_marks_it();
        the_day_comes(start);
        maryna.comes(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Прыйшлі: Ніна Іванаўна"))
                        .first()
                        .click());
        maryna.opens(visit);
        assertThat(page.locator(".lead .state")).hasText("Прыйшлі");
        assertThat(page.locator(".history")).containsText("Марына Сакалоўская");
    }

    private void sees_it_in_the_week(String specialist) {
        presses(AriaRole.LINK, "Тыдзень");
        page.locator("form.inline-form select")
                .first()
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(specialist));
        presses(AriaRole.BUTTON, "Паказаць");
        assertThat(page.locator("h1")).hasText(specialist);
        if (page.locator(".week a", new Page.LocatorOptions().setHasText("Ніна Іванаўна"))
                        .count()
                == 0) {
            presses(AriaRole.LINK, "Наступны тыдзень");
        }
        assertThat(page.locator(".week a", new Page.LocatorOptions().setHasText("Ніна Іванаўна")))
                .isVisible();
    }

    /** The next morning she signs in again. */
    private void the_day_comes(Instant start) {
        clock.moveTo(start.plusSeconds(60));
        DeskRoutes.signIn(maryna);
        maryna.opens("/desk");
    }

    /** No change counts as told until a named person marks it. */
    private void says_it_and_marks_it() {
        presses(AriaRole.LINK, "Справы");
        Locator card = page.locator(".owed > li", new Page.LocatorOptions().setHasText("+375 29 611-22-33"));
        assertThat(card.locator("blockquote")).containsText("Чакаем вас");
        maryna.comes(() -> card.locator("button").click());
        assertThat(page.locator(".notice.done")).isVisible();
        assertThat(card).hasCount(0);
    }

    private void presses(AriaRole role, String name) {
        maryna.comes(() -> page.getByRole(
                        role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click());
    }
}
