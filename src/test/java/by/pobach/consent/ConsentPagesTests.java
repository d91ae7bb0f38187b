package by.pobach.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.people.StaffMember.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of consents, for the family and at the desk. */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
class ConsentPagesTests {
    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc mvc;

    private Family family;
    private UUID mother;

    @BeforeEach
    void a_mother_and_her_daughter() {
        family = new Family(house);
        mother = family.mother();
    }

    @Test
    void a_mother_gives_a_consent_reads_it_and_takes_it_back() throws Exception {
        assertThat(text(asked(get(at("/family") + "/new?purpose=photo"), "person:" + mother)))
                .contains("Фота і відэа");
        assertThat(sent("/family", "person:" + mother, "Школа № 5", "yes").getRedirectedUrl())
                .endsWith("?done=given");

        String page = text(asked(get(at("/family") + "?done=given"), "person:" + mother));
        assertThat(page).contains("Школа № 5", "Дзейнічае", "Згода захавана");
        String withdrawal = page.replaceAll("(?s).*action=\"([^\"]*/withdrawal)\".*", "$1");
        assertThat(asked(post(withdrawal).with(csrf()), "person:" + mother).getRedirectedUrl())
                .endsWith("?done=withdrawn");
        assertThat(text(asked(get(at("/family")), "person:" + mother)))
                .contains("Забрана")
                .doesNotContain("/withdrawal");
    }

    @Test
    void an_empty_form_says_of_each_field_what_is_missing() throws Exception {
        MockHttpServletResponse answer = asked(post(at("/family")).with(csrf()), "person:" + mother);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains("Напішыце, хто гэта атрымае", "Выберыце, што кажа дзіця", "Адзначце, што вы згаджаецеся");
    }

    @Test
    void a_child_not_asked_without_a_reason_is_a_refusal_in_words() throws Exception {
        assertThat(text(sent("/family", "person:" + mother, "Школа № 5", "not-asked")))
                .contains("чаму дзіця не пыталіся.");
    }

    @Test
    void to_whoever_may_not_know_the_child_there_is_no_such_page() throws Exception {
        UUID former = family.guardian("Андрэй", "parent", "all");
        family.leaves(former);
        UUID barred = family.guardian("Антон", "parent", "all");
        family.barred(barred);

        for (String who :
                new String[] {"person:" + former, "person:" + barred, "person:" + new Family(house).mother()}) {
            assertThat(asked(get(at("/family")), who).getStatus()).isEqualTo(404);
            assertThat(sent("/family", who, "Школа № 5", "yes").getStatus()).isEqualTo(404);
        }
        UUID coordinator = family.hire(Role.COORDINATOR);
        assertThat(asked(get(at("/desk")), "staff:" + coordinator).getStatus()).isEqualTo(404);
    }

    @Test
    void a_teacher_of_the_child_reads_that_this_is_the_family_s() throws Exception {
        UUID teacher = family.guardian("Ірына", "teacher", "all");

        assertThat(asked(get(at("/family")), "person:" + teacher).getStatus()).isEqualTo(403);
    }

    @Test
    void at_the_desk_a_paper_is_copied_by_whose_work_the_child_is() throws Exception {
        UUID lahaped = family.hire(Role.SPECIALIST);
        family.worksWith(lahaped);

        assertThat(text(asked(get(at("/desk") + "/new"), "staff:" + lahaped))).contains("Марына");
        MockHttpServletResponse kept = asked(
                filled(post(at("/desk")).with(csrf()), "Школа № 5", "yes")
                        .param("giver", mother.toString())
                        .param(
                                "signed",
                                LocalDate.now(ZoneId.of("Europe/Minsk"))
                                        .minusDays(1)
                                        .toString())
                        .param("version", "2026-11")
                        .param("language", "be"),
                "staff:" + lahaped);
        assertThat(kept.getRedirectedUrl()).endsWith("?done=given");
        assertThat(text(asked(get(at("/desk")), "staff:" + lahaped))).contains("на паперы");
    }

    private MockHttpServletResponse sent(String side, String who, String recipient, String assent) throws Exception {
        return asked(filled(post(at(side)).with(csrf()), recipient, assent).param("agreed", "true"), who);
    }

    private static MockHttpServletRequestBuilder filled(
            MockHttpServletRequestBuilder form, String recipient, String assent) {
        return form.param("purpose", "sharing")
                .param("recipient", recipient)
                .param("what", "Старонка «Так, Не, Стоп»")
                .param(
                        "until",
                        LocalDate.now(ZoneId.of("Europe/Minsk")).plusYears(1).toString())
                .param("assent", assent);
    }

    private String at(String side) {
        return side + "/children/" + family.child + "/consents";
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, String who) throws Exception {
        return mvc.perform(request.with(user(who)
                        .password("")
                        .authorities(new SimpleGrantedAuthority("IN"), new SimpleGrantedAuthority("SECOND"))))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
