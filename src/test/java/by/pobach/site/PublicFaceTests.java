package by.pobach.site;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.places.Centre;
import by.pobach.places.UsefulNumber;
import by.pobach.web.Actor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What families, search engines, calendars and feed readers find of the Centre, each in its own way. */
@SpringBootTest(properties = {"pobach.seed=demo", "pobach.demo=true", "pobach.visits.erase-after=22d"})
@InTestHouse
@AutoConfigureMockMvc
class PublicFaceTests {
    private static final List<String> LANGUAGES = List.of("be", "ru", "en");
    private static final int DATES = 12;

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Centre centre;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_search_engine_finds_every_public_page_in_its_languages_and_no_other() throws Exception {
        List<Element> entries = elements(xml("/sitemap.xml"), "url");

        Set<String> found = new TreeSet<>();
        for (Element entry : entries) {
            String path = path(elements(entry, "loc").getFirst().getTextContent());
            String page = read(path);
            String language = path.substring(path.length() - 2);
            assertThat(page).as(path).contains("<html lang=\"" + language + "\"");
            assertThat(head(page, "canonical")).as(path).containsExactly(path);
            assertThat(head(page, "alternate\" hreflang"))
                    .as(path)
                    .hasSameElementsAs(elements(entry, "xhtml:link").stream()
                            .map(twin -> path(twin.getAttribute("href")))
                            .toList());
            found.add(path.replaceFirst("\\?.*", ""));
        }
        assertThat(found).containsAll(pagesOfTheSite()).contains("/devices/fm-system", "/sheets/noise");
        assertThat(entries).hasSizeGreaterThan(60);
    }

    @Test
    void a_page_of_somebody_says_nothing_to_search_engines() {
        assertThat(read("/visit")).doesNotContain("canonical", "og:", "hreflang=\"x");
        assertThat(read("/robots.txt"))
                .contains("Disallow: /visit\n", "Disallow: /desk\n", "Disallow: /book\n")
                .containsPattern("Sitemap: \\S*/sitemap.xml")
                .doesNotContain("Disallow: /\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"be", "ru", "en"})
    void every_public_page_says_what_it_is_about_and_loads_nothing_foreign(String language) throws Exception {
        Set<String> said = new TreeSet<>();
        List<String> paths = elements(xml("/sitemap.xml"), "loc").stream()
                .map(loc -> path(loc.getTextContent()))
                .filter(path -> path.endsWith("lang=" + language))
                .toList();
        for (String path : paths) {
            String page = read(path);
            String description = first(page, "<meta name=\"description\" content=\"([^\"]+)\"");
            assertThat(description).as(path).hasSizeBetween(25, 200);
            assertThat(first(page, "<meta property=\"og:description\" content=\"([^\"]+)\""))
                    .isEqualTo(description);
            assertThat(said.add(description))
                    .as("only of %s: %s", path, description)
                    .isTrue();
            assertThat(all(page, "(?:src|srcset)=\"([^\"]+)\"")).allMatch(source -> source.startsWith("/static/"));
        }
    }

    @Test
    void whoever_is_sent_a_link_sees_our_drawing() {
        String card = path(first(read("/about"), "<meta property=\"og:image\" content=\"([^\"]+)\""));

        assertThat(open(card).getContentType()).isEqualTo("image/png");
        assertThat(open(card).getContentAsByteArray()).hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({"be, Майстэрня для мам і тат", "ru, Мастерская для мам и пап", "en, Workshop for mothers and fathers"})
    void a_feed_reader_follows_the_groups(String language, String name) throws Exception {
        Document feed = xml("/events.atom?lang=" + language);

        List<Element> entries = elements(feed, "entry");
        assertThat(feed.getDocumentElement().getAttribute("xml:lang")).isEqualTo(language);
        assertThat(entries).hasSize(DATES);
        assertThat(entries.stream().map(entry -> text(entry, "id"))).doesNotHaveDuplicates();
        assertThat(entries.stream().map(entry -> text(entry, "title"))).anyMatch(title -> title.startsWith(name));
        entries.forEach(
                entry -> assertThat(Instant.parse(text(entry, "updated"))).isBefore(Instant.now()));
        assertThat(read("/events.atom?lang=" + language))
                .as("asked again")
                .isEqualTo(read("/events.atom?lang=" + language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"be", "ru", "en"})
    void a_calendar_follows_the_groups_openly(String language) {
        String file = read("/events.ics?lang=" + language);

        assertThat(file.split("BEGIN:VEVENT\r\n", -1)).hasSize(DATES + 1);
        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
                .contains("CLASS:PUBLIC", "lang=" + language)
                .doesNotContain("PRIVATE", "ATTENDEE");
        assertThat(all(file, "UID:(\\S+)")).hasSize(DATES).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/services"})
    void a_machine_reads_the_dates_that_people_read(String path) {
        List<Microdata> events = Microdata.of(read(path + "?lang=be"));

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.type()).isEqualTo("https://schema.org/Event");
            assertThat(event.one("name")).isNotBlank();
            assertThat(OffsetDateTime.parse(event.one("endDate")))
                    .isAfter(OffsetDateTime.parse(event.one("startDate")));
            assertThat(event.parts().get("location").type()).isEqualTo("https://schema.org/Place");
            assertThat(event.parts().get("location").one("address")).contains("Скарыны");
        });
        assertThat(events).hasSize(path.equals("/") ? 3 : DATES);
    }

    @Test
    void a_machine_reads_who_we_are_and_when_we_are_open() {
        List<Microdata> items = Microdata.of(read("/contact?lang=be"));

        assertThat(items).hasSize(1);
        Microdata us = items.getFirst();
        assertThat(us.type()).isEqualTo("https://schema.org/EducationalOrganization");
        assertThat(us.one("name")).isEqualTo("Нацыянальны рэсурсны цэнтр інклюзіўнай адукацыі");
        assertThat(us.one("address")).isEqualTo("Мінск, вул. Ф. Скарыны, 13, корпус 7");
        assertThat(us.one("telephone")).isEqualTo("tel:+375170000000");
        assertThat(us.one("email")).isEqualTo("mailto:centre@pobach.example");
        assertThat(us.properties().get("openingHours")).containsExactly("Mo-Fr 09:00-18:00", "Sa 10:00-14:00");
        assertThat(read("/contact?lang=be")).contains("панядзелак — пятніца", "09:00–18:00", "субота");
    }

    @Test
    void whoever_cannot_call_has_other_ways() {
        assertThat(read("/contact?lang=be"))
                .contains("href=\"sms:+375290000000\"", "href=\"mailto:", "href=\"/wish\"", "href=\"/how-to-come\"");
    }

    @Test
    void numbers_for_danger_are_the_settings_of_the_centre() {
        assertThat(read("/wish?lang=be")).contains("href=\"tel:102\"", "href=\"tel:103\"", "href=\"tel:88011001611\"");
        List<UsefulNumber> before = new java.util.ArrayList<>(centre.numbers(UsefulNumber.Kind.DANGER));
        before.addAll(centre.numbers(UsefulNumber.Kind.TEXT));

        keep(List.of());
        assertThat(read("/wish?lang=be")).doesNotContain("tel:102", "in-danger");
        assertThat(read("/contact?lang=be")).doesNotContain("tel:102", "sms:");

        keep(before);
        assertThat(read("/contact?lang=ru")).contains("Если кто-то в опасности", "tel:102", "sms:");
    }

    @ParameterizedTest
    @CsvSource({"be, праз 22 дні пасля", "ru, через 22 дня после", "en, erased by themselves 22 days after"})
    void privacy_says_the_days_of_the_rule(String language, String words) {
        assertThat(read("/privacy?lang=" + language)).contains(words).doesNotContain("30 ");
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void a_device_is_one_tap_from_the_times_of_its_trial(Device device) {
        for (String language : LANGUAGES) {
            String page = read("/devices/" + device.code() + "?lang=" + language);
            String times = first(page, "class=\"button\" href=\"(/times[^\"]+)\"");

            assertThat(times).isEqualTo("/times?service=try-" + device.code());
            assertThat(read(times)).contains("/book?");
            assertThat(all(page.replaceAll("(?s).*<main|</main>.*", ""), "(<h2)"))
                    .hasSize(7);
        }
    }

    @Test
    void a_device_that_nobody_has_is_not_there() {
        assertThat(open("/devices/time-machine").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/how-to-come", "/privacy"})
    void an_easy_page_says_one_thought_with_one_drawing(String path) {
        for (String language : List.of("be", "ru")) {
            String page = read(path + "?words=easy&lang=" + language);

            assertThat(page).contains(language.equals("be") ? "Коратка і проста" : "Коротко и просто");
            assertThat(page).contains("<main class=\"prose easy\"", "words=all");
            assertThat(read(path + "?lang=" + language)).contains("words=easy").doesNotContain("prose easy");
            List<String> thoughts = all(page, "(?s)<ul class=\"thoughts\">(.*?)</ul>").stream()
                    .flatMap(list -> all(list, "(?s)<li>(.*?)</li>").stream())
                    .toList();
            assertThat(thoughts).hasSizeGreaterThan(8).allSatisfy(thought -> {
                assertThat(all(thought, "(<svg)")).hasSize(1);
                String said =
                        thought.replaceAll("(?s)<svg.*?</svg>|<[^>]+>", "").strip();
                assertThat(all(said, "([.!?])(?:\\s|$)")).as(said).hasSize(1);
                assertThat(said.split("\\s+", -1)).as(said).hasSizeLessThanOrEqualTo(12);
            });
        }
        assertThat(read(path + "?words=easy&lang=en")).doesNotContain("prose easy");
    }

    @Test
    void everything_that_can_be_signed_up_for_stands_on_one_page() {
        String page = read("/services?lang=be");

        assertThat(page).contains("Першая размова", "Для ўсіх", "30 хвілін", "Калі складана:", "па відэа");
        assertThat(all(page, "href=\"/times\\?service=([\\w-]+)\""))
                .contains("first-talk", "try-fm-system", "parents-workshop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ліфт: адразу за ўваходам. Кнопкі выпуклыя.|lift|Ліфт|2",
                "Калі вас трэба сустрэць: патэлефануйце.|together|Калі вас трэба сустрэць|1",
                "Проста прыходзьце.|move||1",
                "A ramp beside the steps.|ramp||1"
            })
    void each_part_of_the_way_is_drawn_and_told(String written, String drawing, String heading, int sentences) {
        WayIn part = WayIn.of("\n" + written + "\n").getFirst();

        assertThat(part.drawing()).isEqualTo(drawing);
        assertThat(part.heading()).isEqualTo(heading == null ? "" : heading);
        assertThat(part.sentences()).hasSize(sentences).allMatch(one -> Character.isUpperCase(one.charAt(0)));
    }

    private Set<String> pagesOfTheSite() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getPackageName().equals(SitePages.class.getPackageName()))
                .filter(one -> !one.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.contains("{"))
                .collect(toCollection(TreeSet::new));
    }

    private void keep(List<UsefulNumber> numbers) {
        Actor.as("test", () -> transaction.executeWithoutResult(status -> centre.keepNumbers(numbers)));
    }

    private String read(String path) {
        MockHttpServletResponse answer = open(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse open(String path) {
        return browser.get().uri(java.net.URI.create(path)).exchange().getResponse();
    }

    private Document xml(String path) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(read(path).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    private static String text(Element element, String name) {
        return elements(element, name).getFirst().getTextContent();
    }

    private static List<String> head(String page, String relation) {
        return all(page, "<link rel=\"" + relation + "[^>]* href=\"([^\"]+)\"").stream()
                .map(PublicFaceTests::path)
                .toList();
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    private static String first(String text, String pattern) {
        List<String> found = all(text, pattern);
        assertThat(found).as(pattern).isNotEmpty();
        return found.getFirst();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
