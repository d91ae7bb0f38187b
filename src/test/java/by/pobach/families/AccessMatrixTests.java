package by.pobach.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import by.pobach.InTestHouse;
import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.people.Accounts;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Words;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the house and every kind of actor, from the route table itself: {@code docs/security/access.csv} says what each
 * gets, and a route that it does not list fails. Child routes are asked with the id of a real child. After a change of routes write
 * the table anew with {@code -Daccess=write} and read each line that differs.
 */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@TestPropertySource(properties = "pobach.visits.failed-lookups=100000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTests {
    private static final Path TABLE = Path.of("docs/security/access.csv");
    private static final String UNKNOWN = "0190a000-0000-7000-8000-000000000000";

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    Household household;

    @Autowired
    Bonds bonds;

    @Autowired
    Accounts accounts;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SessionRepository<?> kept;

    private final Map<String, String> actors = new LinkedHashMap<>();
    private final Map<String, String> sessions = new HashMap<>();
    private UUID child = Ids.next();
    private UUID assigned = Ids.next();

    @BeforeAll
    void a_child_and_all_who_may_ask_for_her() {
        UUID mother = person();
        child = as("person:" + mother, () -> household.add(new Who.Kin(mother), "Алеся", null, Kind.PARENT));
        UUID former = person();
        UUID timesOnly = person();
        UUID barred = person();
        UUID teacher = person();
        in(() -> {
            bonds.add(child, former, Kind.FOSTER_PARENT, Opens.ALL, null);
            bonds.add(child, timesOnly, Kind.PARENT, Opens.TIMES, null);
            bonds.add(child, barred, Kind.PARENT, Opens.ALL, null);
            bonds.bar(child, barred, "court");
            bonds.add(child, teacher, Kind.TEACHER, Opens.ALL, null);
            bonds.of(child).stream()
                    .filter(bond -> bond.person().equals(former))
                    .forEach(bonds::end);
        });
        assigned = hire(Role.SPECIALIST);
        UUID expired = hire(Role.SPECIALIST);
        UUID relative = hire(Role.SPECIALIST);
        in(() -> {
            Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
            List.of(assigned, expired, relative).forEach(one -> bonds.assign(child, one, "visit", null, tomorrow));
            bonds.relative(relative, child);
        });
        jdbc.sql(
                        "update families.assignment set since = now() - interval '9 d', until = now() - interval '1 s' where staff_id = ?")
                .param(expired)
                .update();
        actors.put("anonymous", "");
        actors.put("other guardian", "person:" + person());
        actors.put("former guardian", "person:" + former);
        actors.put("barred guardian", "person:" + barred);
        actors.put("guardian, times only", "person:" + timesOnly);
        actors.put("guardian", "person:" + mother);
        actors.put("teacher of the pupil", "person:" + teacher);
        actors.put("specialist, not assigned", "staff:" + hire(Role.SPECIALIST));
        actors.put("specialist, assigned", "staff:" + assigned);
        actors.put("specialist, no longer assigned", "staff:" + expired);
        actors.put("specialist, own relative", "staff:" + relative);
        actors.put("coordinator", "staff:" + hire(Role.COORDINATOR));
        actors.put("director", "staff:" + hire(Role.DIRECTOR));
    }

    @Test
    void every_route_gives_every_actor_what_the_table_says_and_nothing_else() throws Exception {
        Map<String, String> seen = new TreeMap<>();
        for (String route : routes()) {
            // Some routes end sessions, and one makes somebody a relative: the next one is asked as if nothing had
            // been.
            actors.values().stream()
                    .filter(who -> !who.isEmpty())
                    .forEach(who -> sessions.put(who, session(kept, who)));
            seen.put(route, answers(route));
            jdbc.sql("delete from families.relative where staff_id = ?")
                    .param(assigned)
                    .update();
        }
        if ("write".equals(System.getProperty("access"))) {
            write(seen);
        }

        assertThat(Files.readAllLines(TABLE)).containsExactlyElementsOf(lines(seen));
    }

    @Test
    void no_answer_is_a_fault_of_ours() throws Exception {
        assertThat(Files.readAllLines(TABLE)).hasSizeGreaterThan(100).noneMatch(line -> line.contains("fault"));
    }

    private void comeIn() {
        actors.values().stream().filter(who -> !who.isEmpty()).forEach(who -> sessions.put(who, session(kept, who)));
    }

    /** What the table must say whatever was written into it. */
    @Test
    void a_child_s_routes_open_to_nobody_without_a_bond_or_work() throws Exception {
        List<String> head = List.of(Files.readAllLines(TABLE).getFirst().split(";"));
        List<String> nobody = List.of(
                "anonymous",
                "other guardian",
                "former guardian",
                "barred guardian",
                "specialist, not assigned",
                "specialist, no longer assigned",
                "specialist, own relative",
                "coordinator",
                "director");
        List<String> found = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(TABLE)) {
            List<String> cells = List.of(line.split(";"));
            if (cells.getFirst().contains("/children/{")) {
                asked++;
                nobody.stream()
                        .filter(who -> !Set.of("hidden", "sign-in", "closed").contains(cells.get(head.indexOf(who))))
                        .forEach(who -> found.add(cells.getFirst() + " " + who));
            }
        }

        assertThat(asked).isGreaterThanOrEqualTo(10);
        assertThat(found).isEmpty();
    }

    private Set<String> routes() {
        Set<String> all = new TreeSet<>();
        routes.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("by.pobach")) {
                for (String pattern : info.getPatternValues()) {
                    Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
                    (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs)
                            .forEach(verb -> sides(pattern).forEach(path -> all.add(path + " " + verb)));
                }
            }
        });
        return all;
    }

    /** A page of both sides counts as two. */
    private static List<String> sides(String pattern) {
        String both = "{side:family|desk}";
        return pattern.contains(both)
                ? List.of(pattern.replace(both, "family"), pattern.replace(both, "desk"))
                : List.of(pattern);
    }

    private String answers(String route) throws Exception {
        String[] parts = route.split(" ");
        String path = parts[0].replaceFirst("/children/\\{[^}]+}", "/children/" + child)
                .replaceAll("\\{\\*[^}]+}|\\*\\*", "x")
                .replaceAll("\\{(id|[a-z]*[iI]d|bond|visit|letter|task|staff|person)}", UNKNOWN)
                .replaceAll("\\{[^}]+}", "x");
        List<String> answers = new ArrayList<>();
        for (String actor : List.copyOf(actors.keySet())) {
            boolean erases = route.endsWith("/erasure POST");
            if (erases) {
                a_child_and_all_who_may_ask_for_her();
                comeIn();
            }
            String asked = erases ? path.replaceFirst("/children/[^/]+", "/children/" + child) : path;
            answers.add(answer(HttpMethod.valueOf(parts[1]), asked, Objects.requireNonNull(actors.get(actor))));
        }
        return String.join(";", answers);
    }

    private String answer(HttpMethod method, String path, String actor) throws Exception {
        var request = MockMvcRequestBuilders.request(method, path).accept(MediaType.ALL);
        if (!path.startsWith("/api/")) {
            request.with(csrf());
        }
        if (!actor.isEmpty()) {
            // The same session in the cookies of both hats: the wrong one must open nothing.
            request.cookie(new Cookie("session", sessions.get(actor)), new Cookie("family", sessions.get(actor)));
        }
        MockHttpServletResponse response;
        try {
            response = mvc.perform(request).andReturn().getResponse();
        } catch (Exception broken) {
            return "fault";
        }
        String to = response.getRedirectedUrl();
        return switch (response.getStatus() / 100) {
            case 5 -> response.getStatus() == 503 ? "open" : "fault";
            case 3 -> to == null ? "open" : led(to);
            case 2 -> "open";
            default ->
                switch (response.getStatus()) {
                    case 401 -> "sign-in";
                    case 403 -> "closed";
                    case 404 -> "hidden";
                    default -> "asks";
                };
        };
    }

    private static String led(String to) {
        String page = to.split("[?]")[0];
        return page.contains("sign-in") ? "sign-in" : page.contains("/second-factor") ? "second-step" : "open";
    }

    /** A session as signing in leaves it, second step and all, in the database like any other. */
    private static <S extends Session> String session(SessionRepository<S> kept, String actor) {
        S session = kept.createSession();
        long now = System.currentTimeMillis();
        Map.<String, Object>of(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                        actor,
                        "since",
                        now,
                        "proved",
                        now,
                        "second",
                        true,
                        "half",
                        false)
                .forEach(session::setAttribute);
        kept.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines(Map<String, String> seen) {
        List<String> lines = new ArrayList<>(List.of("route;" + String.join(";", actors.keySet())));
        seen.forEach((route, answers) -> lines.add(route + ";" + answers));
        return lines;
    }

    private void write(Map<String, String> seen) throws IOException {
        Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
        Files.writeString(TABLE, String.join("\n", lines(seen)) + "\n");
    }

    private UUID person() {
        return in(() -> accounts.open("Марына", "m" + Ids.next() + "@example.org", Language.BE));
    }

    private UUID hire(Role role) {
        UUID id = Ids.next();
        in(() -> staff.hire(new StaffMember(
                id, Words.same("Ірына"), Words.same("лагапед"), Set.of(role), List.of("be"), id + "@pobach.example")));
        return id;
    }

    private static <T> T as(String actor, Supplier<T> work) {
        return Actor.as(actor, work);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void in(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
