package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.journeys.HtmlValidate.Markup;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eyes that see nothing wrong may be closed: here everything is wrong, and each of them says so. */
class PlantedFaultsTests extends OpenHouse {
    private static final String BAD = """
            <!doctype html>
            <html lang="be"><head><title>Сустрэча</title><style>
              .wide{width:900px} .cut{height:10px;overflow:hidden} .pale{color:#bbb;background:#fff} :focus{outline:0!important}
              @keyframes go{to{margin-left:9px}} .cut{animation:go 1s infinite} .field{border:0}
            </style></head><body>
              <p class="wide pale">Расписание встречи</p>
              <p class="cut">Тут <br>тэкст <br>у некалькі <br>радкоў</p>
              <img src="/static/favicon.svg"><svg viewBox="0 0 9 9"><text y="9">А</text></svg>
              <a href="/one">Запіс</a> <a href="/two">Запіс</a> <a href="/three">тут</a>
              <button tabindex="0" class="button">x</button><input class="field">
            </body></html>
            """;

    @Test
    void a_page_with_every_fault_is_refused_by_every_check() {
        try (Guest guest = Guest.speaking(Language.BE, options -> options.setViewportSize(320, 640))) {
            Page page = guest.page();
            page.setContent(BAD);
            Look look = new Look(page);

            assertThat(Axe.findings(page))
                    .extracting(Finding::rule)
                    .contains("image-alt", "label", "color-contrast", "page-has-heading-one");
            assertThat(Axe.findings(page)).noneMatch(found -> Verdicts.KEPT.judged("home", found));
            assertThat(NuChecker.complaints(BAD)).anyMatch(complaint -> complaint.contains("alt"));
            assertThat(Letterforms.strange(page, Language.BE, List.of())).hasSize(1);
            assertThat(look.list("wide")).isNotEmpty();
            assertThat(look.list("clipped")).isNotEmpty();
            assertThat(look.list("small")).isNotEmpty();
            assertThat(look.list("low")).isNotEmpty();
            assertThat(look.list("borderless")).isNotEmpty();
            assertThat(look.list("moving")).isNotEmpty();
            assertThat(look.list("pictured")).hasSize(2);
            assertThat(look.list("vague")).hasSize(2);
            assertThat(look.list("purposeless")).contains("no body > footer", "no a[rel~=help]");
            look.wears("contrast-night");
            assertThat(look.dark()).isFalse();
            page.keyboard().press("Tab");
            assertThat(look.here().ring()).isFalse();
        }
    }

    @Test
    void a_page_that_changes_by_itself_is_seen() {
        try (Guest guest = Guest.speaking(Language.BE)) {
            guest.opens("/about");
            Look look = new Look(guest.page());
            assertThat(look.list("restless")).isEmpty();

            guest.page().evaluate("() => setInterval(() => document.querySelector('h1').append('!'), 20)");
            guest.page().waitForTimeout(200);

            assertThat(look.list("restless"))
                    .anyMatch(told -> told.startsWith("setInterval"))
                    .anyMatch(told -> told.startsWith("childList in H1"));
        }
    }

    @Test
    void a_group_without_a_name_is_seen_by_ibm_alone() {
        String page = page("<div role='group'><label><input type='checkbox'> Так</label></div>");
        try (Guest guest = Guest.speaking(Language.BE)) {
            guest.page().setContent(page);

            assertThat(Ibm.findings(guest.page()))
                    .filteredOn(Finding::violates)
                    .extracting(Finding::rule)
                    .containsExactly("fieldset_label_valid");
            assertThat(Axe.findings(guest.page())).noneMatch(Finding::violates);
            assertThat(NuChecker.complaints(page)).isEmpty();
            assertThat(HtmlValidate.complaints(List.of(new Markup("planted", page))))
                    .isEmpty();
        }
    }

    @Test
    void titles_that_say_nothing_or_the_same_are_found() {
        assertThat(Titles.complaints(List.of(
                        new Titles.Head(Language.BE, "Старонка 2", "Як дабрацца"),
                        new Titles.Head(Language.BE, "Сустрэча", "Перанесці сустрэчу?"),
                        new Titles.Head(Language.BE, "Сустрэча", "Адмяніць сустрэчу?"),
                        new Titles.Head(Language.RU, "Встреча", "Ждём вас"))))
                .hasSize(2);
    }

    @Test
    void a_thing_without_a_purpose_is_seen() {
        try (Guest guest = Guest.speaking(Language.BE)) {
            guest.opens("/contact");
            Look look = new Look(guest.page());
            assertThat(look.list("purposeless")).isEmpty();

            guest.page()
                    .evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<nav></nav>"
                            + "<input name=email><a href=/><svg aria-hidden=true></svg></a><svg></svg>')");

            assertThat(look.list("purposeless")).hasSize(4);
        }
    }

    @Test
    void a_password_that_must_be_typed_by_hand_is_seen_by_html_validate_alone() {
        String page = page("<label for='p'>Пароль</label><input id='p' type='password' autocomplete='off'>");
        try (Guest guest = Guest.speaking(Language.BE)) {
            guest.page().setContent(page);

            assertThat(HtmlValidate.complaints(List.of(new Markup("planted", page))))
                    .singleElement()
                    .asString()
                    .contains("autocomplete-password");
            assertThat(Ibm.findings(guest.page())).noneMatch(Finding::violates);
            assertThat(Axe.findings(guest.page())).noneMatch(Finding::violates);
            assertThat(NuChecker.complaints(page)).isEmpty();
        }
    }

    @Test
    void what_is_kept_from_a_screen_reader_is_missed_in_the_transcript_alone() {
        String page = page("<p aria-hidden='true'>Чакаем вас</p><p>Да сустрэчы</p>");
        try (Guest guest = Guest.speaking(Language.BE)) {
            guest.page().setContent(page);

            assertThat(ScreenReader.says(guest.page())).contains("Да сустрэчы").doesNotContain("Чакаем вас");
            assertThat(Ibm.findings(guest.page())).noneMatch(Finding::violates);
            assertThat(Axe.findings(guest.page())).noneMatch(Finding::violates);
            assertThat(HtmlValidate.complaints(List.of(new Markup("planted", page))))
                    .isEmpty();
        }
    }

    @Test
    void a_verdict_needs_a_reason_and_something_that_it_is_about() {
        Verdicts verdicts = new Verdicts(List.of("ibm | rule | home | ^p$ | good | 2026-11-23 | A person looked."));
        Finding question = new Finding("ibm", false, "rule", "p", "<p>", "");
        Finding violation = new Finding("ibm", true, "rule", "p", "<p>", "");

        assertThat(verdicts.judged("about", question)).isFalse();
        assertThat(verdicts.judged("home", violation)).isFalse();
        assertThat(verdicts.outlived()).hasSize(1);
        assertThat(verdicts.judged("home", question)).isTrue();
        assertThat(verdicts.outlived()).isEmpty();
        assertThatThrownBy(() -> new Verdicts(List.of("ibm | rule | home | ^p$ | good | 2026-11-23")))
                .hasMessageContaining("Not a verdict");
    }

    private static String page(String inside) {
        return """
                <!doctype html>
                <html lang="be"><head><meta charset="utf-8"><title>Сустрэча · Побач</title></head>
                <body><main><h1>Сустрэча</h1>%s</main></body></html>
                """.formatted(inside.replace('\'', '"'));
    }
}
