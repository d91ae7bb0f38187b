package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.journeys.Telephone.Free;
import by.pobach.journeys.Telephone.Kept;
import by.pobach.signin.Passwords;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Iryna teaches children to find their way and is blind. She works with a keyboard and with what a voice tells her. */
class BlindSpecialistTests extends OpenHouse {
    private static final String EMAIL = "biarozka@pobach.example";

    /** Of keys from one thing she wants to the next. */
    private static final int MOST = 25;

    @AfterEach
    void the_day_is_over() {
        clock.moveBack();
    }

    @Test
    void she_hears_her_day_marks_who_came_and_reads_what_the_family_asked_for() {
        Free time = Telephone.all("vision", "biarozka").getFirst();
        Kept visit = Telephone.books(time, Language.RU);
        clock.moveTo(Instant.parse(time.start()).plusSeconds(60));
        try (Guest iryna = Guest.speaking(Language.RU)) {
            Page page = iryna.page();
            iryna.opens("/sign-in");
            onwards(page, "#email");
            page.keyboard().type(EMAIL);
            onwards(page, "#password");
            page.keyboard().type(Passwords.DEMO);
            iryna.comes(() -> page.keyboard().press("Enter"));

            List<String> day = ScreenReader.says(page);
            assertThat(day).anyMatch(said -> said.startsWith("heading, ") && said.contains("level 1"));
            assertThat(day).anyMatch(said -> said.startsWith("link, ") && said.contains("Alesia"));

            iryna.opens("/desk"); // what reads the page aloud has changed it a little
            onwards(page, "a[href='#work']");
            page.keyboard().press("Enter");
            String came = "button[name=how][value=came]";
            onwards(page, came);
            assertThat(page.locator(":focus")).hasAccessibleName("Пришли: Alesia");
            iryna.comes(() -> page.keyboard().press("Enter"));
            assertThat(page.locator(".notice.done")).isVisible();
            assertThat(ScreenReader.says(page)).anyMatch(said -> said.contains("Пришли"));

            iryna.opens("/desk");
            onwards(page, "a[href='#work']");
            page.keyboard().press("Enter");
            onwards(page, "main a[href^='/desk/visits/']");
            iryna.comes(() -> page.keyboard().press("Enter"));
            assertThat(page.locator("main")).containsText("Консультация: зрение");
            List<String> facts = ScreenReader.says(page);
            assertThat(facts).contains("Alesia").anyMatch(said -> said.contains("Кабинет зрения"));
            assertThat(facts).as("a contact is the desk's").noneMatch(said -> said.contains(visit.email()));

            // Another specialist's work, and the settings, are not hers; she is told so in words.
            iryna.opens("/desk/tasks");
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("main")).not().containsText("+375");
        }
    }

    /** Leads the keyboard there by Tab alone. */
    private static void onwards(Page page, String selector) {
        StringBuilder way = new StringBuilder();
        for (int keys = 0; keys <= MOST; keys++) {
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
            way.append(page.evaluate("() => document.activeElement.outerHTML.slice(0, 60)"))
                    .append('\n');
        }
        throw new AssertionError(MOST + " keys do not lead to " + selector + " on " + page.url() + ":\n" + way);
    }
}
