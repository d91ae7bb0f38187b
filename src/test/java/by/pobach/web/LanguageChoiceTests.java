package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguageChoiceTests {
    private final LanguageChoice choice = new LanguageChoice();

    @Test
    void what_is_asked_in_the_address_wins() {
        MockHttpServletRequest request = russianByCookie("/times");
        request.setQueryString("hard=see&lang=en");

        assertThat(choice.of(request)).isEqualTo(Language.EN);
    }

    @Test
    void then_what_was_kept() {
        MockHttpServletRequest request = russianByCookie("/times");
        request.addHeader("Accept-Language", "en");

        assertThat(choice.of(request)).isEqualTo(Language.RU);
    }

    @Test
    void then_what_the_browser_says_by_its_own_order() {
        assertThat(accepting("de, en;q=0.4, ru-RU;q=0.8")).isEqualTo(Language.RU);
        assertThat(accepting("be-BY")).isEqualTo(Language.BE);
    }

    @Test
    void belarusian_when_nobody_chose_or_nonsense_came() {
        assertThat(accepting("de")).isEqualTo(Language.BE);
        assertThat(accepting(";;q=x")).isEqualTo(Language.BE);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setQueryString("lang=%zz");
        assertThat(choice.of(request)).isEqualTo(Language.BE);
    }

    @Test
    void a_program_chooses_by_its_header_alone() {
        assertThat(choice.of(russianByCookie("/api/v1/services"))).isEqualTo(Language.BE);
    }

    private Language accepting(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept-Language", header);
        return choice.of(request);
    }

    private static MockHttpServletRequest russianByCookie(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setCookies(new Cookie("lang", "ru"));
        return request;
    }
}
