package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.journeys.Telephone.Free;
import by.pobach.web.Language;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two families want the same hour, at the same moment. */
class TwoPeopleTests extends OpenHouse {

    @Test
    void one_gets_the_hour_and_the_other_ends_with_one_tap() {
        Free hour = Telephone.free("movement");
        try (Guest alesya = Guest.speaking(Language.BE);
                Guest maryna = Guest.speaking(Language.BE)) {
            comes_to_the_last_step(alesya, hour, "Алеся");
            comes_to_the_last_step(maryna, hour, "Марына");

            Stream.of(alesya, maryna)
                    .forEach(
                            guest -> guest.page()
                                    .evaluate(
                                            "() => { setTimeout(() => document.querySelector('main form button').click(), 300); }"));
            Stream.of(alesya, maryna).forEach(TwoPeopleTests::waits);

            List<Guest> slower = Stream.of(alesya, maryna)
                    .filter(guest -> guest.page().title().contains("занялі"))
                    .toList();
            assertThat(slower).hasSize(1);
            ends_well(slower.getFirst());
            assertThat((alesya == slower.getFirst() ? maryna : alesya).page().locator("h1"))
                    .hasText("Чакаем вас");
        }
    }

    private static void comes_to_the_last_step(Guest guest, Free hour, String name) {
        guest.opens(
                "/book?service=%s&start=%s&specialist=%s".formatted(hour.service(), hour.start(), hour.specialist()));
        Page page = guest.page();
        page.getByLabel("Як да вас звяртацца?").fill(name);
        page.getByLabel("Электронная пошта").fill(guest.hashCode() + "@example.org");
        page.getByLabel("Што яшчэ нам ведаць?").fill("Любіць цягнікі.\nПалохаецца гучных гукаў.");
        page.getByLabel("Згаджаюся").check();
        guest.comes(() -> page.locator("form .button").click());
        assertThat(page.locator("h1")).hasText("Усё правільна?");
    }

    private static void waits(Guest guest) {
        guest.page().waitForURL(url -> url.contains("/visits"));
        guest.page().waitForLoadState();
    }

    private static void ends_well(Guest slower) {
        Page page = slower.page();
        assertThat(page.locator(":focus")).containsText("Гэты час толькі што занялі. Вось тры найбліжэйшыя.");
        Locator near = page.locator(".instead button");
        assertThat(near).hasCount(3);
        assertThat(near.locator("strong")).hasCount(3);
        assertThat(page.locator("#main input[name=note]")).hasValue("Любіць цягнікі.\nПалохаецца гучных гукаў.");

        slower.comes(near.first()::click);

        assertThat(page.locator("h1")).hasText("Чакаем вас");
    }
}
