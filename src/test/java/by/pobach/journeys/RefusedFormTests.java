package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.journeys.Telephone.Free;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody in a hurry leaves half of the form out. */
class RefusedFormTests extends OpenHouse {
    private static final Map<String, String> TYPED = Map.of(
            "name", "Дар’я",
            "child1", "Янка",
            "age1", "пяць",
            "phone", "12",
            "email", "darya@",
            "note", "Першы радок.\nДругі радок, з «двукоссямі» & знакамі <b>.");

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void everything_typed_is_still_there_and_the_summary_is_read_first(boolean script) {
        Free hour = Telephone.free("vision");
        try (Guest darya = Guest.speaking(Language.BE, options -> options.setJavaScriptEnabled(script))) {
            Page page = darya.page();
            darya.opens("/book?service=%s&start=%s&specialist=%s"
                    .formatted(hour.service(), hour.start(), hour.specialist()));
            TYPED.forEach((field, text) -> page.locator("#" + field).fill(text));
            page.locator("#who-3").check();
            page.locator("#need-2").check();
            // What a browser itself would stop: an old one lets it through.
            page.locator("form[action='/book/check']").evaluate("form => form.noValidate = true");

            Response answer = darya.comes(() -> page.locator("form .button").click());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(page.locator(":focus")).hasClass("error-summary");
            assertThat(page.locator(".error-summary li")).hasCount(4);
            TYPED.forEach((field, text) -> assertThat(page.locator("#" + field)).hasValue(text));
            assertThat(page.locator("#who-3")).isChecked();
            assertThat(page.locator("#need-2")).isChecked();
            assertThat(page.locator("#agreed")).not().isChecked();
            assertThat(page.locator("#email"))
                    .hasAccessibleDescription(java.util.regex.Pattern.compile("imia@pryklad.by"));

            page.locator(".error-summary a[href='#email']").click();

            assertThat(page.locator("#email")).isFocused();
        }
    }
}
