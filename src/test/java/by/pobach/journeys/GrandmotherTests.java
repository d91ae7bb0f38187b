package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lidziya lives where the net is thin: a phone of 320 pixels, 64 kilobits a second, half a second until anything answers. */
class GrandmotherTests extends OpenHouse {
    private static final String PHONE = "+375 33 333-22-11";
    private static final int BYTES_A_SECOND = 64_000 / 8;

    /** On such a line a page may take this long until it can be read and pressed. */
    private static final int PATIENCE_SECONDS = 12;

    @Test
    @Timeout(240)
    void she_books_over_a_thin_line_without_moving_the_page_sideways() {
        try (Guest lidziya = Guest.speaking(
                Language.BE,
                options -> options.setViewportSize(320, 568).setHasTouch(true).setIsMobile(true))) {
            Page page = lidziya.page();
            page.setDefaultTimeout(PATIENCE_SECONDS * 1_000);
            page.setDefaultNavigationTimeout(PATIENCE_SECONDS * 1_000);
            thinLine(page);

            lidziya.opens("/");
            fits(page);
            taps(page, AriaRole.LINK, "Рухацца");
            assertThat(page.locator("h1")).hasText("Бліжэйшы час сустрэчы");
            fits(page);
            taps(page, AriaRole.LINK, "Выбраць гэты час");
            assertThat(page.locator("h1")).hasText("Хто прыйдзе?");
            fits(page);
            page.getByLabel("Як да вас звяртацца?").fill("Лідзія Пятроўна");
            page.getByLabel("Тэлефон").first().fill(PHONE);
            page.getByLabel("Згаджаюся").check();
            taps(page, AriaRole.BUTTON, "Праверыць і запісацца");
            assertThat(page.locator("h1")).hasText("Усё правільна?");
            fits(page);
            taps(page, AriaRole.BUTTON, "Запісацца на гэты час");
            assertThat(page.locator("h1")).hasText("Чакаем вас");
            fits(page);
        }
    }

    private static void thinLine(Page page) {
        var protocol = page.context().newCDPSession(page);
        protocol.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 500);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        protocol.send("Network.emulateNetworkConditions", line);
    }

    private static void fits(Page page) {
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(320);
    }

    private static void taps(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .tap();
    }
}
