package by.pobach.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.signin.FirstAdministrator;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Centre that has nothing but this program: from the link at the terminal to the first family, through pages only. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pobach.smtp-url=smtp://localhost:9")
@InTestHouse
@Tag("browser")
@Timeout(180)
class FirstDayTests {
    private static final String PASSWORD = "сіні васілёк у полі";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient jdbc;

    @Test
    void volha_sets_the_centre_up_and_a_mother_books_the_first_visit() {
        try (Guest volha = guest(Language.BE);
                Guest alesya = guest(Language.BE)) {
            comes_by_the_link_and_signs_in(volha);
            a_family_finds_nothing_yet_and_a_way_to_ask(alesya);

            names_the_centre(volha);
            says_when_it_is_open(volha);
            adds_a_room(volha);
            hires_a_specialist(volha);
            assertThat(volha.page().locator(".checklist .of-asked")).hasCount(2);
            adds_a_service(volha);

            volha.opens("/desk/settings");
            assertThat(volha.page().locator(".checklist")).hasCount(0);
            assertThat(volha.page().locator("main")).containsText("Усё гатова");
            books(alesya);
            assertThat(jdbc.sql("select count(*) from visits.visit where state = 'booked'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private void comes_by_the_link_and_signs_in(Guest volha) {
        String link = first.link("").orElseThrow();
        Arrays.stream(Language.values()).forEach(language -> {
            try (Guest reader = guest(language)) {
                checked(reader, reader.opens(link));
            }
        });
        volha.opens(link);
        Page page = volha.page();
        keep(volha, Map.of("#name", "Вольга", "#email", "volha", "#password", "1"));
        assertThat(page.locator(".error-summary li")).hasCount(1);
        keep(volha, Map.of("#name", "Вольга Дайнека", "#email", "volha@centre.example", "#password", PASSWORD));
        keep(volha, Map.of("#email", "volha@centre.example", "#password", PASSWORD));
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk/settings"));
        assertThat(page.locator(".checklist .of-asked")).hasCount(6);
        checked(volha, volha.opens("/desk/settings"));
    }

    private void a_family_finds_nothing_yet_and_a_way_to_ask(Guest alesya) {
        checked(alesya, alesya.opens("/times"));
        assertThat(alesya.page().locator("a[href='/wish']")).isVisible();
    }

    private static void names_the_centre(Guest volha) {
        volha.opens("/desk/settings/centre");
        words(volha, "centre-name", "Цэнтр «Разам»");
        words(volha, "centre-address", "Гродна, вул. Ажэшкі, 1");
        words(volha, "centre-street", "вул. Ажэшкі, 1");
        words(volha, "centre-getting-here", "Ад вакзала пяць хвілін пешшу.");
        keep(volha, Map.of("#centre-phones", "+375 15 200-00-00", "#centre-email", "centre@centre.example"));
        kept(volha);
    }

    private static void says_when_it_is_open(Guest volha) {
        volha.opens("/desk/settings/hours");
        for (int day = 1; day <= 7; day++) {
            volha.page().fill("#day-" + day, "9:00–13:00, 14:00–19:00");
        }
        keep(volha, Map.of());
        kept(volha);
    }

    private static void adds_a_room(Guest volha) {
        volha.opens("/desk/settings/rooms/new");
        words(volha, "room-name", "Кабінет 1");
        volha.page().getByLabel("для размоў").check();
        keep(volha, Map.of("#room-floor", "0"));
        kept(volha);
    }

    private static void hires_a_specialist(Guest volha) {
        volha.opens("/desk/settings/staff/new");
        words(volha, "staff-name", "Ганна Мікуліч");
        words(volha, "staff-profession", "лагапед");
        volha.page().getByLabel("спецыяліст: прымае сем’і").check();
        volha.page()
                .getByLabel("беларуская", new Page.GetByLabelOptions().setExact(true))
                .check();
        keep(volha, Map.of("#staff-email", "hanna@centre.example"));
        kept(volha);
        volha.opens("/desk/settings");
    }

    private static void adds_a_service(Guest volha) {
        volha.opens("/desk/settings/services/new");
        words(volha, "service-name", "Першая размова");
        words(volha, "service-about", "Пагаворым пра тое, што цяпер складана.");
        volha.page().getByLabel("гаварыць і разумець").check();
        volha.page().getByLabel("Ганна Мікуліч").check();
        keep(volha, Map.of());
        kept(volha);
    }

    private static void books(Guest alesya) {
        alesya.opens("/");
        assertThat(alesya.page().locator("footer, .foot").first()).containsText("Гродна");
        taps(alesya, AriaRole.LINK, "Гаварыць і разумець");
        taps(alesya, AriaRole.LINK, "Выбраць гэты час");
        alesya.page().getByLabel("Як да вас звяртацца?").fill("Алеся");
        alesya.page().getByLabel("Электронная пошта").fill("alesya@family.example");
        alesya.page().getByLabel("Згаджаюся").check();
        taps(alesya, AriaRole.BUTTON, "Праверыць і запісацца");
        taps(alesya, AriaRole.BUTTON, "Запісацца на гэты час");
        assertThat(alesya.page().locator("h1")).hasText("Чакаем вас");
        assertThat(alesya.page().locator("main")).containsText("Ганна Мікуліч");
    }

    private Guest guest(Language language) {
        return Guest.speaking(language, options -> options.setBaseURL("http://localhost:" + port));
    }

    private static void words(Guest volha, String field, String words) {
        for (Language language : Language.values()) {
            volha.page().fill("#" + field + "-" + language.tag(), words);
        }
    }

    private static Response keep(Guest volha, Map<String, String> fields) {
        fields.forEach(volha.page()::fill);
        return volha.comes(() -> volha.page()
                .locator("main form:not([action='/sign-out']) > button.button")
                .first()
                .click());
    }

    private static void kept(Guest volha) {
        assertThat(volha.page().locator(".notice.done")).containsText("Захавана.");
    }

    private static void taps(Guest guest, AriaRole role, String name) {
        guest.comes(() -> guest.page()
                .getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click());
    }

    /** What {@link EveryPageTests} asks of a page that only an empty house shows. */
    private static void checked(Guest guest, Response response) {
        assertThat(Axe.findings(guest.page()).stream().filter(found -> !Verdicts.KEPT.judged("first-day", found)))
                .isEmpty();
        assertThat(NuChecker.complaints(response.text())).isEmpty();
        assertThat(guest.complaints()).isEmpty();
    }
}
