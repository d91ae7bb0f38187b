package by.pobach.offers;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.visits.Family;
import by.pobach.visits.Family.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"pobach.seed=demo", "pobach.demo=true"})
@AutoConfigureMockMvc
@InTestHouse
class TimePagesTests {
    @Autowired
    MockMvc browser;

    private Family mother;

    @BeforeEach
    void a_mother_opens_the_page() {
        mother = new Family(browser, "be");
    }

    @ParameterizedTest
    @CsvSource({
        "be, Бліжэйшы час сустрэчы, Бясплатна, Выбраць гэты час",
        "ru, Ближайшее время встречи, Бесплатно, Выбрать это время",
        "en, The nearest time to meet, Free of charge, Choose this time"
    })
    void the_first_tap_gives_a_time(String language, String heading, String cost, String button) {
        Page page = new Family(browser, language).opens("/times?hard=see");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.html()).contains(cost, button, "datetime=\"20");
        assertThat(page.all("(class=\"button\" )")).hasSize(1);
    }

    @Test
    void who_says_what_is_hard_is_led_to_the_one_who_helps_with_it() {
        assertThat(mother.opens("/times?hard=see").html()).contains("Кансультацыя: зрок", "Віктар Бярозка");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/times?hard=unknown",
                "/times?hard=hear&hard=see",
                "/times?hard=refused",
                "/times",
                "/times?service=no-such"
            })
    void whoever_does_not_know_yet_begins_with_a_talk(String address) {
        assertThat(mother.opens(address).first("<strong>(.*?)</strong>")).isEqualTo("Першая размова");
    }

    @Test
    void a_family_that_was_turned_away_can_be_called() {
        assertThat(mother.opens("/times?hard=refused").html()).contains("Мы вам патэлефануем", "/wish?hard=refused");
    }

    @Test
    void after_lessons_no_time_is_in_the_morning_of_a_school_day() {
        Page page = mother.opens("/times?service=speech&when=after-school");

        assertThat(page.all("<ul class=\"hours\">(.*?)</ul>")).isNotEmpty();
        assertThat(page.first("class=\"hours\">.*?datetime=\"[^T]+T(\\d\\d)")).isGreaterThanOrEqualTo("14");
    }

    @Test
    void each_time_says_its_day_to_those_who_cannot_see_the_page() {
        assertThat(mother.opens("/times?hard=see").first("class=\"hours\">.*?<a[^>]*>(.*?)</a>"))
                .matches("\\p{L}+, \\d+[ \u00a0]\\p{L}+, \\d\\d:\\d\\d");
    }

    @Test
    void needs_go_along_with_the_time() {
        Page page = mother.opens("/times?hard=learn&need=wheelchair");

        assertThat(page.first("class=\"button\" rel=\"nofollow\" href=\"([^\"]+)\""))
                .contains("need=wheelchair");
    }

    @Test
    void nothing_free_is_never_the_end() {
        Page page = mother.opens("/times?service=movement&need=quiet-room");

        assertThat(page.heading()).isEqualTo("Такога часу пакуль няма");
        assertThat(page.html()).contains("Без умовы: Ціхі кабінет", "мы адчыняемся па запыце");
    }

    @Test
    void a_group_shows_its_dates_and_the_phone() {
        Page page = mother.opens("/times?service=parents-workshop");

        assertThat(page.heading()).isEqualTo("Майстэрня для мам і тат");
        assertThat(page.all("<li>([^<]*\\d\\d:\\d\\d)</li>")).hasSizeGreaterThan(2);
        assertThat(page.html()).contains("tel:+375170000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/times?from=2026-02-30&specialist=me&need=x&place=moon&when=never&hard=pain",
                "/times?from=-999999999-01-01&from=9999-12-31",
                "/times?from=2999-01-01",
                "/times?hard=hear&service=%F0%9F%A6%8A&service=a",
                "/start?hard=1"
            })
    void an_address_that_means_nothing_still_shows_a_page(String address) {
        assertThat(mother.opens(address).status()).isEqualTo(200);
    }
}
