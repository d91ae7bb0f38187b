package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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
              <img src="/static/favicon.svg">
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
                    .extracting(Axe.Finding::rule)
                    .contains("image-alt", "label", "color-contrast", "page-has-heading-one");
            assertThat(Axe.findings(page)).noneMatch(Verdicts::judged);
            assertThat(NuChecker.complaints(BAD)).anyMatch(complaint -> complaint.contains("alt"));
            assertThat(Letterforms.strange(page, Language.BE, List.of())).hasSize(1);
            assertThat(look.list("wide")).isNotEmpty();
            assertThat(look.list("clipped")).isNotEmpty();
            assertThat(look.list("small")).isNotEmpty();
            assertThat(look.list("low")).isNotEmpty();
            assertThat(look.list("borderless")).isNotEmpty();
            assertThat(look.list("moving")).isNotEmpty();
            page.keyboard().press("Tab");
            assertThat(look.here().ring()).isFalse();
        }
    }
}
