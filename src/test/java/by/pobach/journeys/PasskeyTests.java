package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A specialist and a mother with a device that knows them by a finger; the device is the browser's own. */
class PasskeyTests extends OpenHouse {
    private static final String SPECIALIST = "kaval@pobach.example";

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nobody_has_a_passkey() {
        SecondSteps.forgetAll();
    }

    @Test
    void a_specialist_adds_a_passkey_and_then_needs_no_password_and_no_number() {
        try (Guest alena = Guest.speaking(Language.BE)) {
            Device device = new Device(alena.page());
            DeskRoutes.signIn(alena, SPECIALIST);
            add(alena, "/desk/passkeys", "Мой тэлефон");
            assertThat(alena.page().locator("main .card")).containsText("Мой тэлефон");

            signsOut(alena);
            alena.opens("/sign-in?next=/desk/second-factor/set-up");
            alena.comes(() -> alena.page().click("form.by-passkey button"));

            assertThat(alena.page()).hasURL(ADDRESS + "/desk/second-factor/set-up");
            assertThat(jdbc.sql("select signatures from factors.passkey")
                            .query(Long.class)
                            .single())
                    .isPositive();
            alena.opens("/desk/passkeys");
            alena.comes(() -> alena.page().click("form[action$='/removal'] button"));
            assertThat(alena.page().locator("main")).containsText("Пакуль няма ніводнага");

            signsOut(alena);
            alena.opens("/sign-in");
            alena.comes(() -> alena.page().click("form.by-passkey button"));
            assertThat(alena.page().locator("h1")).hasText("Гэты ключ не падышоў");
            device.close();
        }
    }

    @Test
    void with_a_passkey_the_password_alone_opens_nothing() {
        try (Guest alena = Guest.speaking(Language.BE)) {
            Device device = new Device(alena.page());
            DeskRoutes.signIn(alena, SPECIALIST);
            add(alena, "/desk/passkeys", "Ключ");
            signsOut(alena);

            DeskRoutes.signIn(alena, SPECIALIST);

            assertThat(alena.page().locator("h1")).hasText("Другі крок уваходу");
            alena.opens("/desk/passkeys");
            assertThat(alena.page().locator("h1")).hasText("Другі крок уваходу");
            alena.comes(() -> alena.page().click("form.by-passkey button"));
            assertThat(alena.page().locator("h1")).hasText("Ключы доступу");
            device.close();
        }
    }

    @Test
    void a_device_that_does_not_know_the_finger_lets_nobody_in() {
        try (Guest alena = Guest.speaking(Language.BE)) {
            Device device = new Device(alena.page());
            DeskRoutes.signIn(alena, SPECIALIST);
            add(alena, "/desk/passkeys", "Ключ");
            signsOut(alena);
            device.knowsTheFinger(false);

            alena.opens("/sign-in");
            alena.page().click("form.by-passkey button");

            assertThat(alena.page().locator("form.by-passkey .problem")).containsText("Прылада не адказала");
            assertThat(alena.page()).hasURL(ADDRESS + "/sign-in");
            device.close();
        }
    }

    @Test
    void a_mother_signs_in_with_hers_and_it_is_nothing_at_the_desk() {
        try (Guest mother = Guest.speaking(Language.BE)) {
            Device device = new Device(mother.page());
            LinksRoutes.account(mother);
            add(mother, "/family/passkeys", "Тэлефон");
            mother.page().context().clearCookies();

            mother.opens("/family/sign-in?next=/family/passkeys");
            mother.comes(() -> mother.page().click("form.by-passkey button"));
            assertThat(mother.page().locator("main .card")).containsText("Тэлефон");

            mother.opens("/sign-in");
            mother.comes(() -> mother.page().click("form.by-passkey button"));
            assertThat(mother.page().locator("h1")).hasText("Гэты ключ не падышоў");
            device.close();
        }
    }

    @Test
    void without_javascript_no_button_stands_there_for_nothing() {
        try (Guest old = Guest.speaking(Language.BE, options -> options.setJavaScriptEnabled(false))) {
            old.opens("/sign-in");
            assertThat(old.page().locator("form.by-passkey")).isHidden();
            assertThat(old.page().locator("#password")).isVisible();
        }
    }

    private static void add(Guest guest, String path, String label) {
        guest.opens(path);
        guest.page().fill("#label", label);
        guest.comes(() -> guest.page().click("form[data-passkey] button"));
    }

    private static void signsOut(Guest guest) {
        guest.page().context().clearCookies();
    }

    /** Chromium's virtual authenticator, over its debugging protocol. */
    private static final class Device {
        private final CDPSession line;
        private final String id;

        Device(Page page) {
            line = page.context().newCDPSession(page);
            line.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject wanted = new JsonObject();
            wanted.add("options", options);
            id = line.send("WebAuthn.addVirtualAuthenticator", wanted)
                    .get("authenticatorId")
                    .getAsString();
        }

        void knowsTheFinger(boolean known) {
            JsonObject wanted = new JsonObject();
            wanted.addProperty("authenticatorId", id);
            wanted.addProperty("isUserVerified", known);
            line.send("WebAuthn.setUserVerified", wanted);
        }

        void close() {
            line.detach();
        }
    }
}
