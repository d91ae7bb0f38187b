package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.signin.Passwords;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Maryna writes a long note, is called away, and comes back when she is signed out: she types nothing twice. */
class HeldFormTests extends OpenHouse {
    private static final String NOTE = "Патэлефанаваць у школу № 5 & спытаць:\nці ёсць пандус = так?";

    @Test
    void what_was_typed_when_the_session_ended_is_sent_after_signing_in_again() {
        try (Guest maryna = Guest.speaking(Language.BE, options -> options.setJavaScriptEnabled(false))) {
            writes(maryna);
            Page page = maryna.page();

            Response asked = sends(maryna);
            assertThat(asked.status()).isEqualTo(200);
            assertThat(page.locator(".notice")).containsText("не згінула");
            maryna.comes(() -> page.locator(".languages button[lang=ru]").click());
            assertThat(page.locator(".notice")).containsText("не пропало");
            signsIn(maryna, "not hers");
            assertThat(page.locator(".notice")).containsText("не пропало");
            signsIn(maryna, Passwords.DEMO);
            assertThat(page.locator("h1")).hasText("Написанное сохранилось");
            maryna.comes(() -> page.locator("main .button").first().click());

            assertThat(page).hasURL(java.util.regex.Pattern.compile("/desk/tasks.*"));
            assertThat(page.locator("main")).containsText("Патэлефанаваць у школу № 5 & спытаць:");
            assertThat(page.locator("main")).containsText("ці ёсць пандус = так?");
        }
    }

    @Test
    void a_password_is_never_carried_along() {
        try (Guest maryna = Guest.speaking(Language.BE)) {
            DeskRoutes.signIn(maryna);
            maryna.opens("/desk/password");
            Page page = maryna.page();
            page.locator("main input[type=password]").first().fill("the old one");
            isSignedOut(maryna);

            maryna.comes(() -> page.locator("main form:not([action='/sign-out']) button")
                    .last()
                    .click());

            assertThat(page.locator("h1")).hasText("Уваход для супрацоўнікаў");
            assertThat(page.content()).doesNotContain("the old one");
        }
    }

    @Test
    void people_are_told_how_long_a_page_waits() {
        try (Guest alesia = Guest.speaking(Language.BE)) {
            alesia.opens("/sign-in");
            assertThat(alesia.page().locator("main")).containsText("21 гадзіну");
            alesia.opens(FamilyRoutes.who(Telephone.free("hearing")));
            assertThat(alesia.page().locator("main")).containsText("форма чакае");
        }
    }

    /** The note on the page, not sent yet, and nobody signed in any more. */
    static void writes(Guest guest) {
        DeskRoutes.signIn(guest);
        guest.opens("/desk/tasks");
        guest.page().fill("#words", NOTE);
        guest.page()
                .fill(
                        "#due",
                        LocalDate.now(ZoneId.of("Europe/Minsk")).plusDays(3).toString());
        isSignedOut(guest);
    }

    static Response sends(Guest guest) {
        return guest.comes(() -> guest.page().click("form[action='/desk/tasks'] > button"));
    }

    static Response signsIn(Guest guest, String password) {
        guest.page().fill("#email", DeskRoutes.COORDINATOR);
        guest.page().fill("#password", password);
        return guest.comes(() -> guest.page().click("main .button"));
    }

    private static void isSignedOut(Guest guest) {
        var context = guest.page().context();
        var others = context.cookies().stream()
                .filter(cookie -> !cookie.name.equals("session"))
                .toList();
        context.clearCookies();
        context.addCookies(others);
        assertThat(others).extracting((Cookie cookie) -> cookie.name).contains("form");
    }
}
