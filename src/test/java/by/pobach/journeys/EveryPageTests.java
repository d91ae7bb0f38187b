package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.journeys.HtmlValidate.Markup;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page in every language: what machines can say about whether everyone can use it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTests extends OpenHouse {
    private static final Path SOURCES = Path.of("src/main/java/by/pobach");
    /** No engine looks into what is closed. */
    private static final String OPEN =
            "() => document.querySelectorAll('details').forEach((one) => { one.open = true })";

    private static final Map<Language, Guest> GUESTS = new EnumMap<>(Language.class);
    private static final List<Markup> MARKUP = new ArrayList<>();

    private static final List<Titles.Head> TITLES = new ArrayList<>();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    static Stream<Arguments> pages() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Routes.all().stream().map(route -> Arguments.of(route, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    @Order(1)
    void everyone_can_use_the_page(Route route, Language language) {
        Guest guest = GUESTS.computeIfAbsent(language, Guest::speaking);
        guest.complaints().clear();

        Response response = route.way().lead(guest);

        Page page = guest.page();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(response.status())
                .as("%s in %s: status", route, language)
                .isEqualTo(route.status());
        softly.assertThat(page.getAttribute("html", "lang")).isEqualTo(language.tag());
        Look look = new Look(page);
        TITLES.add(Titles.of(page, language));
        softly.assertThat(look.list("pictured")).as("words in a picture").isEmpty();
        softly.assertThat(look.list("vague")).as("links by themselves").isEmpty();
        softly.assertThat(look.list("restless")).as("by itself").isEmpty();
        if (!route.name().equals("letter")) { // it is no page of ours, but what a mail program shows
            softly.assertThat(look.list("purposeless")).as("purpose").isEmpty();
        }
        softly.assertThat(guest.complaints()).as("the browser").isEmpty();
        page.evaluate(OPEN);
        softly.assertThat(unjudged(route, Axe.findings(page)))
                .as("axe, %s in %s", route, language)
                .isEmpty();
        softly.assertThat(unjudged(route, Ibm.findings(page)))
                .as("IBM, %s in %s", route, language)
                .isEmpty();
        softly.assertThat(NuChecker.complaints(response.text())).as("Nu").isEmpty();
        softly.assertThat(Letterforms.strange(page, language, names()))
                .as("language")
                .isEmpty();
        MARKUP.add(new Markup(route + " in " + language, response.text()));
        softly.assertAll();
    }

    @Test
    @Order(2)
    void a_title_says_which_page_it_is_and_is_no_other_pages() {
        assertThat(TITLES).isNotEmpty();
        assertThat(Titles.complaints(TITLES)).isEmpty();
    }

    @Test
    @Order(2)
    void the_markup_is_good_beyond_what_the_standard_asks() {
        assertThat(HtmlValidate.complaints(MARKUP)).isEmpty();
    }

    @Test
    @Order(2)
    @DisabledIf("by.pobach.journeys.Routes#some")
    void no_verdict_has_outlived_what_it_was_about() {
        assertThat(Verdicts.KEPT.outlived()).isEmpty();
    }

    @Test
    @Order(2)
    void no_page_is_left_out() {
        Set<String> shown = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (showsPages(mapping, handler)) {
                mapping.getPatternValues().forEach(pattern -> shown.add("GET " + pattern));
            }
        });

        assertThat(shown).contains("GET /", "GET /desk");
        assertThat(seen.routes()).containsAll(shown);
    }

    @Test
    @Order(2)
    void no_template_is_left_out() throws IOException {
        Set<String> templates = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".html")).toList()) {
                if (Files.readString(file).contains("~{web/frame :: page(")) {
                    templates.add(SOURCES.relativize(file).toString().replace(".html", ""));
                }
            }
        }
        templates.removeAll(Routes.NOT_HERE);

        assertThat(templates).contains("site/home");
        assertThat(seen.templates()).containsAll(templates);
    }

    private static List<Finding> unjudged(Route route, List<Finding> found) {
        return found.stream()
                .filter(one -> !Verdicts.KEPT.judged(route.name(), one))
                .toList();
    }

    /** Of people who came: they are written as they were given. */
    private List<String> names() {
        return jdbc.sql("select distinct name from people.person where name is not null")
                .query(String.class)
                .list();
    }

    private static boolean showsPages(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        boolean speaksToPrograms = handler.hasMethodAnnotation(ResponseBody.class)
                || handler.getBeanType().isAnnotationPresent(RestController.class)
                || ResponseEntity.class.isAssignableFrom(handler.getReturnType().getParameterType());
        return methods.contains(RequestMethod.GET) && !speaksToPrograms;
    }

    @AfterAll
    static void go_home() {
        GUESTS.values().forEach(Guest::close);
        GUESTS.clear();
    }
}
