package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.journeys.Telephone.Free;
import by.pobach.journeys.Telephone.Kept;
import by.pobach.web.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aleh does not come on a day with five first talks. Maryna finds somebody for each; two families have only a phone. */
class ReplacementTests extends OpenHouse {
    private static final String ALEH = "Алег Дубіна";
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

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
        maryna.close();
    }

    @Test
    void she_replaces_him_and_closes_the_case_when_all_five_families_know() {
        List<Free> times = five_times_with_aleh();
        List<Kept> byMail = times.subList(0, 3).stream()
                .map(time -> Telephone.books(time, Language.BE))
                .toList();
        by_phone(times.get(3), "Ніна Іванаўна", "+375 29 655-10-01");
        by_phone(times.get(4), "Зоя Пятроўна", "+375 29 655-10-02");

        notes_that_he_is_away(times);
        assertThat(page.locator("h2").first()).hasText("Вырашыць: 5 сустрэч");
        assertThat(page.locator("form[action$='/changes'] input[type=radio]:checked"))
                .hasCount(5);
        presses("Зрабіць усё выбранае");
        assertThat(page.locator("#tell")).hasText("Яшчэ не ведаюць: 5");

        presses("Закрыць замену");
        assertThat(page.locator(".error-summary li")).hasCount(5);
        assertThat(page.locator(".error-summary")).containsText("Яшчэ не ведае: Зоя Пятроўна");

        tells("Ніна Іванаўна", "655-10-01");
        tells("Зоя Пятроўна", "655-10-02");
        answers_that_it_suits(byMail.get(0));
        answers_that_it_suits(byMail.get(1));
        chooses_another_time(byMail.get(2));
        maryna.comes(page::reload);
        assertThat(page.locator("#know")).hasText("Ведаюць: 5");

        presses("Закрыць замену");
        assertThat(page.locator(".notice.done")).containsText("Замена закрытая: усе ведаюць.");
        assertThat(page.locator("main")).containsText("Марына Сакалоўская");
    }

    /** On one day, an hour and more apart. */
    private static List<Free> five_times_with_aleh() {
        List<Free> times = new ArrayList<>();
        for (Free time : Telephone.all("first-talk", "dubina")) {
            boolean sameDay = times.isEmpty() || day(time).equals(day(times.getFirst()));
            boolean apart =
                    times.isEmpty() || !at(time).isBefore(at(times.getLast()).plus(Duration.ofMinutes(60)));
            if (!sameDay) {
                times.clear();
            }
            if (apart || !sameDay) {
                times.add(time);
            }
            if (times.size() == 5) {
                return times;
            }
        }
        throw new AssertionError("Aleh has no day with five free times");
    }

    private static Instant at(Free time) {
        return Instant.parse(time.start());
    }

    private static LocalDate day(Free time) {
        return LocalDate.ofInstant(at(time), MINSK);
    }

    private void by_phone(Free time, String name, String phone) {
        try (Guest family = Guest.speaking(Language.BE)) {
            Map<String, String> form = FamilyRoutes.form(family, time);
            form.putAll(Map.of("name", name, "email", "", "phone", phone, "tell", "call"));
            family.sends("/visits", form);
            assertThat(family.page().locator("h1")).hasText("Чакаем вас");
        }
    }

    private void notes_that_he_is_away(List<Free> times) {
        maryna.opens("/desk/cover");
        page.locator("#who").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(ALEH));
        page.fill("#fromDay", day(times.getFirst()).toString());
        page.fill("#toDay", day(times.getFirst()).toString());
        presses("Паказаць, каго гэта кранае");
        assertThat(page.locator("h1")).hasText("Замена: " + ALEH);
    }

    private void tells(String name, String phone) {
        Locator card = page.locator(".owed > li", new Page.LocatorOptions().setHasText(name));
        assertThat(card).containsText(phone);
        assertThat(card.locator("blockquote")).containsText("Змяніўся чалавек, які будзе з вамі");
        maryna.comes(() -> card.locator("form[action$='/telling'] button").click());
        assertThat(page.locator(".notice.done")).containsText("Адзначана, што вы гэта сказалі.");
    }

    private static void answers_that_it_suits(Kept visit) {
        try (Guest family = Guest.speaking(Language.BE)) {
            family.opens(visit.path());
            assertThat(family.page().locator("main")).containsText("Той жа час, іншы спецыяліст");
            family.opens(visit.path() + "/agreement");
            family.comes(() -> family.page().getByText("Падыходзіць").last().click());
            assertThat(family.page().locator("h1")).hasText("Чакаем вас");
            assertThat(family.page().locator("#change")).hasCount(0);
        }
    }

    private static void chooses_another_time(Kept visit) {
        try (Guest family = Guest.speaking(Language.BE)) {
            family.opens(visit.path());
            family.comes(() -> family.page().getByText("Выбраць іншы час").click());
            family.comes(() -> family.page().locator(".hours a").last().click());
            family.comes(
                    () -> family.page().locator("main form .button").first().click());
            assertThat(family.page().locator(".history")).containsText("перанесена");
        }
    }

    private void presses(String button) {
        maryna.comes(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click());
    }
}
