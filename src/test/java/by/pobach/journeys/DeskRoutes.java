package by.pobach.journeys;

import by.pobach.journeys.Telephone.Kept;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pages of the staff, as a coordinator sees them. */
final class DeskRoutes {
    static final String COORDINATOR = "sakalouskaya@pobach.example";

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
                atDesk("desk-tasks", 200, DeskRoutes::tasks),
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
                atDesk("desk-move", 200, DeskRoutes::move),
                atDesk("desk-move-refused", 422, guest -> {
                    move(guest);
                    return guest.comes(
                            () -> guest.page().click("main form[method=post]:not([action='/sign-out']) > button"));
                }),
                atDesk("desk-search", 200, guest -> guest.opens("/desk/search")),
                atDesk("desk-search-nothing", 422, guest -> found(guest, "BCDFGHJK")),
                atDesk("desk-search-several", 200, guest -> {
                    Kept first = visit(guest);
                    Telephone.books(Telephone.free("vision"), guest.language(), first.email());
                    return found(guest, first.email());
                }));
    }

    private static Route atDesk(String name, int status, Route.Way way) {
        return new Route(name, status, guest -> {
            signIn(guest);
            return way.lead(guest);
        });
    }

    /** Once per guest: the session stays. */
    static void signIn(Guest guest) {
        guest.opens("/desk");
        Page page = guest.page();
        if (page.url().contains("/sign-in")) {
            page.fill("#email", COORDINATOR);
            page.fill("#password", by.pobach.signin.Passwords.DEMO);
            guest.comes(() -> page.click("main button"));
        }
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
