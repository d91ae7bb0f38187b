package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viktar teaches and is blind: a keyboard, and a voice that reads names in the order of the page. */
class BlindTeacherTests extends OpenHouse {
    /** Keys pressed from the first page to the confirmation, what is typed into fields not counted. */
    private static final int MOST = 25;

    private Guest viktar;
    private Page page;
    private int pressed;
    private final Map<String, Integer> steps = new LinkedHashMap<>();

    @BeforeEach
    void viktar_sits_down() {
        viktar = Guest.speaking(Language.RU);
        page = viktar.page();
    }

    @AfterEach
    void he_gets_up() {
        viktar.close();
    }

    @Test
    void he_books_by_keyboard_alone() {
        viktar.opens("/");
        hears("""
                - heading "Что сейчас сложно?" [level=1]
                """);
        skips_the_head();
        onwards("a[href='/times?hard=see']");
        presses("Enter");
        hears("""
                - paragraph: Шаг 2 из 4
                - heading "Ближайшее время встречи" [level=1]
                """);
        begins_at_the_main_part();
        onwards("a[href^='/book?']");
        assertThat(page.locator(":focus")).hasAccessibleName("Выбрать это время");
        assertThat(page.locator(":focus")).hasAccessibleDescription(java.util.regex.Pattern.compile("\\d\\d:\\d\\d"));
        presses("Enter");
        hears("""
                - heading "Кто придёт?" [level=1]
                - paragraph
                - group "Кто вы?":
                  - radio "Мама, папа или другой близкий человек" [checked]
                  - radio "Учитель или специалист"
                  - radio "Записываюсь для себя"
                - text: Как к вам обращаться?
                - textbox "Как к вам обращаться?"
                """);
        begins_at_the_main_part();
        onwards("#who");
        presses("ArrowDown");
        assertThat(page.locator(":focus")).hasAccessibleName("Учитель или специалист");
        onwards("#name");
        page.keyboard().type("Виктор");
        onwards("#email");
        page.keyboard().type("viktar.by.keyboard@example.org");
        onwards("#agreed");
        presses("Space");
        presses("Enter");
        page.waitForURL("**/book/check");
        hears("""
                - heading "Всё верно?" [level=1]
                """);
        begins_at_the_main_part();
        onwards("form button.button");
        presses("Enter");
        page.waitForURL("**/visits/*");
        hears("""
                - heading "Ждём вас" [level=1]
                """);
        System.out.println("Keys pressed by the blind teacher: " + pressed + ", before each page " + steps);
        assertThat(pressed).isLessThanOrEqualTo(MOST);
    }

    private void hears(String snapshot) {
        assertThat(page.locator("main")).matchesAriaSnapshot(snapshot);
    }

    private void skips_the_head() {
        presses("Tab");
        assertThat(page.locator(":focus")).hasAccessibleName("К главному");
        presses("Enter");
    }

    /** Who comes from a page of ours need not skip the head once more. */
    private void begins_at_the_main_part() {
        assertThat(page.locator(":focus")).hasId("main");
        steps.put(page.title(), pressed);
    }

    private void onwards(String selector) {
        for (int more = 0; more < MOST; more++) {
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return;
            }
            presses("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    private void presses(String key) {
        pressed++;
        String before = page.url();
        page.keyboard().press(key);
        if (key.equals("Enter") && !page.url().equals(before)) {
            page.waitForLoadState();
        }
    }
}
