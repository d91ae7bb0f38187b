package by.pobach.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import by.pobach.InTestHouse;
import by.pobach.visits.Family;
import by.pobach.visits.Family.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"pobach.seed=demo", "pobach.demo=true"})
@AutoConfigureMockMvc
@InTestHouse
class StoryPagesTests {
    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient sql;

    private Family mother;
    private String visit;

    @BeforeEach
    void alesia_comes_about_hearing_with_a_wheelchair() {
        mother = new Family(browser, "be");
        visit = mother.books("/times?service=try-fm-system&need=wheelchair", UUID.randomUUID() + "@family.example");
    }

    @Test
    void the_visit_leads_to_a_story_made_of_its_own_facts() {
        Page page = mother.opens(visit);
        assertThat(page.html()).contains("href=\"" + visit + "/story\"");

        Page story = mother.opens(visit + "/story");

        assertThat(story.heading()).isEqualTo("Мая сустрэча");
        List<String> told = sentences(story);
        assertThat(told).hasSize(7);
        assertThat(told.get(0)).isEqualTo("Мы прыйдзем у гэты дом: вул. Ф. Скарыны, 13, корпус 7.");
        assertThat(told.get(1)).isEqualTo("На ліфце мы паднімемся на паверх\u00a02.");
        assertThat(told.get(2)).matches("Нас чакае \\p{L}+, \\p{L}[\\p{L}\\- ]+\\.");
        assertThat(told.get(3)).startsWith("Мы будзем тут: Кабінет ");
        assertThat(told.get(4)).startsWith("Мы паспрабуем: FM-сістэма");
        assertThat(told.get(5)).matches("А \\d\\d:\\d\\d сустрэча скончыцца, і мы пойдзем дадому\\.");
        assertThat(told.get(6)).startsWith("Можна сказаць СТОП");
    }

    @Test
    void no_surname_and_nothing_about_the_child_is_on_the_page_or_in_its_address() {
        String story = mother.opens(visit + "/story").html();
        String main = story.substring(story.indexOf("<main"), story.indexOf("</main>"));

        for (String name :
                sql.sql("select name_be from people.staff").query(String.class).list()) {
            assertThat(main).doesNotContain(name.substring(name.lastIndexOf(' ') + 1));
        }
        assertThat(main).doesNotContain("Алеся", "вазк", "каляск");
        assertThat(visit).matches("/visits/[\\w-]+");
    }

    @Test
    void the_text_twin_says_the_same_sentences() {
        List<String> told = sentences(mother.opens(visit + "/story"));

        assertThat(mother.opens(visit + "/story.txt").html())
                .startsWith("Мая сустрэча\n")
                .contains(told);
        assertThat(mother.opens(visit + "/story.txt?words=easy").html())
                .contains("Мы едзем на ліфце.\n", "Можна сказаць СТОП.\n")
                .doesNotContain("паднімемся");
    }

    @Test
    void it_is_told_in_three_languages_and_in_easy_words() {
        assertThat(sentences(mother.opens(visit + "/story?lang=ru")))
                .hasSize(7)
                .contains("На лифте мы поднимемся на этаж\u00a02.");
        assertThat(sentences(mother.opens(visit + "/story?lang=en")))
                .hasSize(7)
                .contains("We will go up in the lift to floor\u00a02.");
        assertThat(sentences(mother.opens(visit + "/story?words=easy"))).contains("Мы едзем на ліфце.");
    }

    @Test
    void nobody_leaves_home_for_a_visit_by_video() {
        String talk = mother.books("/times?service=hearing&place=video", UUID.randomUUID() + "@family.example");

        assertThat(mother.opens(talk).html()).contains("Па відэа.");
        List<String> told = sentences(mother.opens(talk + "/story"));

        assertThat(told).hasSize(5);
        assertThat(told.get(0)).matches("Мы застанемся дома: а \\d\\d:\\d\\d сядзем перад экранам\\.");
        assertThat(told.get(1)).startsWith("На экране будзе ");
        assertThat(String.join(" ", told)).doesNotContain("дзверы", "ліфце", "Кабінет");
    }

    @Test
    void a_visit_that_was_cancelled_has_no_story_and_says_so_kindly() {
        mother.sends(visit + "/cancellation", Map.of());

        Page story = mother.opens(visit + "/story");

        assertThat(story.status()).isEqualTo(200);
        assertThat(story.heading()).isEqualTo("Гэтай сустрэчы не будзе");
        assertThat(story.html()).contains("Ехаць нікуды не трэба");
        assertThat(mother.opens(visit).html()).doesNotContain("/story\"");
        assertThat(mother.opens(visit + "/story.txt").html()).contains("Ехаць нікуды не трэба");
    }

    @Test
    void nobody_else_finds_it_and_nothing_keeps_it() throws Exception {
        assertThat(mother.opens("/visits/no-such-link/story").heading()).isEqualTo("Такой сустрэчы няма");
        assertThat(mother.opens("/visits/no-such-link/story").status()).isEqualTo(404);
        assertThat(mother.opens("/visits/no-such-link/story.txt").status()).isEqualTo(404);
        for (String end : List.of("/story", "/story.txt")) {
            var answer = browser.perform(get(visit + end)).andReturn().getResponse();

            assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.getHeader("X-Robots-Tag")).startsWith("noindex");
        }
    }

    private static List<String> sentences(Page story) {
        return story.all("</svg><p>(.*?)</p>").toList();
    }
}
