package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alesya has a phone, ten minutes and no JavaScript: her old telephone's saver switches it off. */
class MotherOnAPhoneTests extends OpenHouse {
    private static final String EMAIL = "alesya.on.a.phone@example.org";

    private Guest alesya;
    private Page page;

    @BeforeEach
    void alesya_takes_her_phone() {
        alesya = Guest.speaking(
                Language.BE,
                options -> options.setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setJavaScriptEnabled(false));
        page = alesya.page();
    }

    @AfterEach
    void she_puts_it_away() {
        alesya.close();
    }

    @Test
    void she_books_moves_cancels_and_takes_it_back() {
        alesya.opens("/");
        taps(AriaRole.LINK, "Чуць");
        assertThat(page.locator("h1")).hasText("Бліжэйшы час сустрэчы");
        String offered = page.locator("#first").innerText();
        taps(AriaRole.LINK, "Выбраць гэты час");
        page.getByLabel("Як да вас звяртацца?").fill("Алеся");
        page.getByLabel("Электронная пошта").fill(EMAIL);
        page.getByLabel("Згаджаюся").check();
        taps(AriaRole.BUTTON, "Праверыць і запісацца");
        assertThat(page.locator("h1")).hasText("Усё правільна?");
        assertThat(page.locator(".facts")).containsText(EMAIL);
        taps(AriaRole.BUTTON, "Запісацца на гэты час");
        assertThat(page.locator("h1")).hasText("Чакаем вас");
        assertThat(hour(page.locator(".when").innerText())).isEqualTo(hour(offered));

        follows_the_link_of_the_letter();
        taps(AriaRole.LINK, "Перанесці");
        page.locator(".hours a").nth(3).tap();
        assertThat(page.locator("h1")).hasText("Перанесці сустрэчу?");
        String wanted = page.locator(".facts dd").last().innerText();
        taps(AriaRole.BUTTON, "Перанесці на гэты час");
        assertThat(page.locator("h1")).hasText("Чакаем вас");
        assertThat(hour(page.locator(".when").innerText()))
                .isEqualTo(hour(wanted))
                .isNotEqualTo(hour(offered));

        taps(AriaRole.LINK, "Адмяніць");
        taps(AriaRole.BUTTON, "Адмяніць сустрэчу");
        assertThat(page.locator("h1")).hasText("Сустрэча адменена");
        taps(AriaRole.BUTTON, "Вярнуць сустрэчу");
        assertThat(page.locator("h1")).hasText("Чакаем вас");
        assertThat(page.locator(".history li")).hasCount(4);
    }

    private void follows_the_link_of_the_letter() {
        alesya.opens("/outbox");
        page.getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(EMAIL))
                .first()
                .tap();
        assertThat(page.locator("main [lang=be]").last()).containsText("Чакаем вас");
        page.locator("main a[href*='/visits/']").tap();
        assertThat(page.locator("h1")).hasText("Чакаем вас");
    }

    private void taps(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .tap();
    }

    /** «Аўторак, 24 лістапада, 09:00» -> 24 лістапада, 09:00. */
    private static String hour(String moment) {
        return moment.replaceAll("(?sU).*?(\\d+\\s\\S+, \\d\\d:\\d\\d).*", "$1");
    }
}
