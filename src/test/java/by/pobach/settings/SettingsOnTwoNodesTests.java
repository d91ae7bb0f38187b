package by.pobach.settings;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.Pobach;
import by.pobach.SameDatabase;
import by.pobach.offers.OfferRules;
import by.pobach.offers.Services;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.signin.Passwords;
import by.pobach.visits.SmallCentre;
import by.pobach.web.Actor;
import by.pobach.web.Words;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Maryna changes a setting on one node; whoever asks the other node knows it within a second. */
@NullMarked
class SettingsOnTwoNodesTests {
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final UUID MARYNA = SmallCentre.id("maryna");
    private static final String EMAIL = "maryna@pobach.example";
    private static final String PASSWORD = "сіні васілёк у полі";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext one;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void maryna_signs_in_on_one_node() {
        SameDatabase database = new SameDatabase();
        one = node(database);
        other = node(database);
        one.getBean(SmallCentre.class).open();
        Actor.as(
                "test",
                () -> one.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                    one.getBean(Staff.class)
                            .hire(new StaffMember(
                                    MARYNA,
                                    Words.same("Марына"),
                                    Words.same("каардынатарка"),
                                    Set.of(Role.COORDINATOR),
                                    List.of("be"),
                                    EMAIL));
                    one.getBean(Passwords.class).set(MARYNA, PASSWORD);
                }));
        String token = TOKEN.matcher(page(one, "/sign-in"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        HttpResponse<String> answer = send(
                one, "/sign-in", "_csrf=" + coded(token) + "&email=" + coded(EMAIL) + "&password=" + coded(PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @AfterAll
    static void both_end() {
        other.close();
        one.close();
    }

    private static ConfigurableApplicationContext node(SameDatabase database) {
        return new SpringApplicationBuilder(Pobach.class, SmallCentre.class)
                .initializers(database)
                .run();
    }

    @Test
    void how_many_days_ahead_people_may_book() {
        String rules = "/desk/settings/rules";
        OfferRules there = other.getBean(OfferRules.class);
        assertThat(there.horizonDays()).isNotEqualTo(77);

        keep(FilledForm.in(page(one, rules)).with("rules-horizon-days", "77"));

        await(() -> there.horizonDays() == 77);
        assertThat(FilledForm.in(page(other, rules)).value("rules-horizon-days"))
                .isEqualTo("77");
    }

    @Test
    void what_is_said_of_a_room() {
        String room = "/desk/settings/rooms/" + SmallCentre.LAST_ROOM;
        Centre there = other.getBean(Centre.class);
        assertThat(there.room(SmallCentre.LAST_ROOM)).isPresent();

        keep(FilledForm.in(page(one, room))
                .inAll("room-name", "Сонечны пакой")
                .with("room-floor", "3")
                .with("room-features", "quiet", "consult", "wheelchair"));

        await(() -> there.room(SmallCentre.LAST_ROOM)
                .filter(now -> now.name().be().equals("Сонечны пакой"))
                .filter(now -> now.floor() == 3)
                .filter(now -> now.features().equals(Set.of("quiet", "consult", "wheelchair")))
                .isPresent());
        assertThat(page(other, "/desk/settings/rooms")).contains("Сонечны пакой");
    }

    @Test
    void what_a_service_is_called() {
        String talk = "/desk/settings/services/talk";
        Services there = other.getBean(Services.class);
        assertThat(page(other, "/services")).doesNotContain("Размова пра школу");

        keep(FilledForm.in(page(one, talk)).inAll("service-name", "Размова пра школу"));

        await(() -> there.find("talk").orElseThrow().name().be().equals("Размова пра школу"));
        assertThat(page(other, "/services")).contains("Размова пра школу");
    }

    private static void keep(FilledForm form) {
        String body = form.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + "=" + coded(value)))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(one, form.action(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String page(ConfigurableApplicationContext node, String path) {
        HttpResponse<String> answer =
                answer(HttpRequest.newBuilder(at(node, path)).build());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> send(ConfigurableApplicationContext node, String path, String body) {
        return answer(HttpRequest.newBuilder(at(node, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return BROWSER.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static URI at(ConfigurableApplicationContext node, String path) {
        return URI.create("http://localhost:" + node.getEnvironment().getProperty("local.server.port") + path);
    }

    private static void await(BooleanSupplier truth) {
        long until = System.nanoTime() + WITHIN.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not known after " + WITHIN).isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
