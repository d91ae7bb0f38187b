package by.pobach.journeys;

import by.pobach.journeys.Telephone.Kept;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;

/** The pages of the staff, as a coordinator sees them. */
final class DeskRoutes {
    static final String COORDINATOR = "sakalouskaya@pobach.example";
    private static final String SPECIALIST = "kaval@pobach.example";
    private static final Map<Guest, String> SIGNED_IN = new WeakHashMap<>();

    private DeskRoutes() {}

    static List<Route> all() {
        return List.of(
                atDesk("desk", 200, guest -> guest.opens("/desk")),
                atDesk("desk-day", 200, guest -> guest.opens("/desk?by=person&day=" + day(visit(guest)))),
                atDesk("desk-week", 200, guest -> {
                    Kept visit = visit(guest);
                    return guest.opens("/desk/week?person=%s&from=%s"
                            .formatted(visit.time().specialist(), day(visit)));
                }),
                atDesk("desk-week-refused", 422, guest -> {
                    guest.opens("/desk/week");
                    guest.page().click("details summary");
                    return guest.comes(() -> guest.page().click("details button"));
                }),
                atDesk("desk-day-of-room", 200, guest -> {
                    Kept visit = visit(guest);
                    return guest.opens(
                            "/desk?of=%s&day=%s".formatted(visit.time().specialist(), day(visit)));
                }),
                atDesk("desk-day-marked", 200, DeskRoutes::marked),
                atDesk("desk-month", 200, guest -> guest.opens("/desk/month")),
                atDesk("desk-month-of-person", 200, guest -> {
                    Kept visit = visit(guest);
                    return guest.opens(
                            "/desk/month?of=%s&from=%s".formatted(visit.time().specialist(), day(visit)));
                }),
                atDesk("desk-month-empty", 200, guest -> guest.opens("/desk/month?from=2030-02-01")),
                atDesk("desk-paper", 200, guest -> guest.opens("/desk/paper?day=" + day(visit(guest)))),
                atDesk("desk-paper-empty", 200, guest -> guest.opens("/desk/paper?day=2030-01-01")),
                atDesk("desk-absence", 200, DeskRoutes::absence),
                atDesk("desk-tasks", 200, DeskRoutes::tasks),
                atDesk("desk-tasks-refused", 422, guest -> {
                    guest.opens("/desk/tasks");
                    return guest.comes(() -> guest.page().click("form[action='/desk/tasks'] > button"));
                }),
                atDesk("desk-tasks-done", 200, guest -> {
                    tasks(guest);
                    return guest.comes(() -> guest.page()
                            .locator("form[action$='/completion'] button")
                            .first()
                            .click());
                }),
                atDesk("desk-held", 200, guest -> {
                    HeldFormTests.writes(guest);
                    return HeldFormTests.sends(guest);
                }),
                atDesk("desk-held-signed-in", 200, guest -> {
                    HeldFormTests.writes(guest);
                    HeldFormTests.sends(guest);
                    return HeldFormTests.signsIn(guest, by.pobach.signin.Passwords.DEMO);
                }),
                atDesk("desk-new", 200, guest -> guest.opens("/desk/visits/new")),
                atDesk("desk-new-refused", 422, guest -> {
                    guest.opens("/desk/visits/new");
                    return guest.comes(() -> guest.page().click("form[action='/desk/visits'] > button"));
                }),
                atDesk("desk-visit", 200, guest -> found(guest, visit(guest).code())),
                atDesk("desk-visit-refused", 422, guest -> {
                    found(guest, visit(guest).code());
                    guest.page().click("#actions details summary");
                    return guest.comes(() -> guest.page().click("#actions details button"));
                }),
                atDesk("desk-visit-cancelled", 200, guest -> {
                    Kept visit = visit(guest);
                    Telephone.cancels(visit);
                    return found(guest, visit.code());
                }),
                atDesk("desk-visit-undo", 200, guest -> {
                    found(guest, visit(guest).code());
                    guest.page().click("#actions details summary");
                    guest.page().fill("#reason", "…");
                    return guest.comes(() -> guest.page().click("#actions details button"));
                }),
                atDesk("desk-move", 200, DeskRoutes::move),
                atDesk("desk-move-refused", 422, guest -> {
                    move(guest);
                    return guest.comes(
                            () -> guest.page().click("main form[method=post]:not([action='/sign-out']) > button"));
                }),
                atDesk("desk-search", 200, guest -> guest.opens("/desk/search")),
                atDesk("desk-search-nothing", 422, guest -> found(guest, "BCDFGHJK")),
                atDesk("desk-search-name", 200, guest -> {
                    visit(guest);
                    visit(guest);
                    return found(guest, "Алеся");
                }),
                at(SPECIALIST, "desk-own", 200, guest -> guest.opens("/desk")),
                at(SPECIALIST, "desk-own-month", 200, guest -> guest.opens("/desk/month")),
                at(SPECIALIST, "desk-not-yours", 403, guest -> guest.opens("/desk/tasks")),
                atDesk("desk-search-several", 200, guest -> {
                    Kept first = visit(guest);
                    Telephone.books(Telephone.free("vision"), guest.language(), first.email());
                    return found(guest, first.email());
                }));
    }

    private static Route atDesk(String name, int status, Route.Way way) {
        return at(COORDINATOR, name, status, way);
    }

    private static Route at(String email, String name, int status, Route.Way way) {
        return new Route(name, status, guest -> {
            signIn(guest, email);
            return way.lead(guest);
        });
    }

    static void signIn(Guest guest) {
        signIn(guest, COORDINATOR);
    }

    /** Once per guest: the session stays, until somebody else has to sit down. */
    static void signIn(Guest guest, String email) {
        guest.opens("/desk");
        Page page = guest.page();
        if (!page.url().contains("/sign-in") && !email.equals(SIGNED_IN.getOrDefault(guest, COORDINATOR))) {
            guest.comes(() -> page.click("form[action='/sign-out'] button"));
            guest.opens("/desk");
        }
        if (page.url().contains("/sign-in")) {
            page.fill("#email", email);
            page.fill("#password", by.pobach.signin.Passwords.DEMO);
            guest.comes(() -> page.click("main button"));
            SIGNED_IN.put(guest, email);
        }
    }

    /** Today's list with a mark just set, if anybody is expected today; otherwise the day of a visit. */
    private static Response marked(Guest guest) {
        guest.opens("/desk");
        var came = guest.page().locator("form[action$='/arrival'] button");
        return came.count() > 0 ? guest.comes(() -> came.first().click()) : guest.opens("/desk?done=told");
    }

    /** Before the Centre opens, so that nobody else’s page has fewer times for it. */
    static Response absence(Guest guest) {
        Kept visit = visit(guest);
        guest.opens("/desk/week?of=%s&from=%s".formatted(visit.time().specialist(), day(visit)));
        Page page = guest.page();
        page.click("details summary");
        page.fill("#fromDay", day(visit));
        page.fill("#fromTime", "05:00");
        page.fill("#toDay", day(visit));
        page.fill("#toTime", "05:30");
        return guest.comes(() -> page.click("details button"));
    }

    static Response found(Guest guest, String wanted) {
        guest.opens("/desk");
        guest.page().fill("#wanted", wanted);
        return guest.comes(() -> guest.page().click(".finder button"));
    }

    private static Response move(Guest guest) {
        found(guest, visit(guest).code());
        return guest.comes(() -> guest.page().click("#actions a"));
    }

    /** A wish, somebody to call, and a visit that seeks an interpreter. */
    private static Response tasks(Guest guest) {
        guest.sends(
                "/wish",
                Map.of(
                        "words", "…",
                        "name", "Maria",
                        "phone", "+375 29 600-00-01",
                        "language", guest.language().tag(),
                        "agreed", "true"));
        Map<String, String> form = FamilyRoutes.form(guest, Telephone.free("vision"));
        form.put("email", "");
        form.put("tell", "call");
        form.put(
                "phone",
                "+375 29 600-%02d-%02d"
                        .formatted(guest.language().ordinal(), UUID.randomUUID().hashCode() & 63));
        guest.sends("/visits", form);
        return guest.opens("/desk/tasks");
    }

    private static Kept visit(Guest guest) {
        return Telephone.books("hearing", guest.language());
    }

    private static String day(Kept visit) {
        return visit.time().start().substring(0, 10);
    }
}
