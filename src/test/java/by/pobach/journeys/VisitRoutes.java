package by.pobach.journeys;

import by.pobach.journeys.Telephone.Free;
import by.pobach.journeys.Telephone.Kept;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;

/** The visit behind its secret link. */
final class VisitRoutes {
    private VisitRoutes() {}

    static List<Route> all() {
        return List.of(
                behind("visit", 200, ""),
                behind("visit-confirmation", 200, "/confirmation"),
                behind("move", 200, "/move"),
                behind("move-anyone", 200, "/move?anyone=yes"),
                new Route("move-check", 200, guest -> {
                    Kept visit = Telephone.books("learning", guest.language());
                    Free other = Telephone.free("learning");
                    return guest.opens(
                            visit.path() + "/move?start=%s&specialist=%s".formatted(other.start(), other.specialist()));
                }),
                new Route("move-taken", 409, VisitRoutes::moveTaken),
                behind("cancel", 200, "/cancel"),
                new Route(
                        "cancelled", 200, guest -> guest.opens(cancelled(guest).path())),
                new Route(
                        "cancelled-too-late",
                        422,
                        guest -> guest.opens(cancelled(guest).path() + "/cancel")),
                new Route("visit-unknown", 404, guest -> guest.opens("/visits/nobody-has-this-link")),
                Route.at("find", "/visit"),
                Route.at("find-after-reload", "/visits"),
                Route.at("find-after-check", "/book/check"),
                new Route(
                        "find-refused",
                        422,
                        guest -> guest.sends("/visit", Map.of("code", "BCDFGHJK", "contact", "a@example.org"))));
    }

    private static Route behind(String name, int status, String rest) {
        return new Route(
                name,
                status,
                guest -> guest.opens(
                        Telephone.books("try-fm-system", guest.language()).path() + rest));
    }

    private static Response moveTaken(Guest guest) {
        Kept visit = Telephone.books("learning", guest.language());
        Free other = Telephone.free("learning");
        Telephone.books(other, guest.language());
        return guest.sends(visit.path() + "/move", Map.of("start", other.start(), "specialist", other.specialist()));
    }

    private static Kept cancelled(Guest guest) {
        Kept visit = Telephone.books("hearing", guest.language());
        Telephone.cancels(visit);
        return visit;
    }
}
