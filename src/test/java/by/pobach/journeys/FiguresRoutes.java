package by.pobach.journeys;

import by.pobach.journeys.Telephone.Kept;
import java.util.List;
import java.util.UUID;

/** The week in figures, as a coordinator sees it. */
final class FiguresRoutes {
    private FiguresRoutes() {}

    static List<Route> all() {
        return List.of(
                atDesk("figures", guest -> {
                    visit(guest);
                    return guest.opens("/desk/figures");
                }),
                atDesk("figures-empty", guest -> guest.opens("/desk/figures?week=1999-06-02")),
                atDesk("figures-asked", guest -> {
                    visit(guest);
                    return guest.opens("/desk/figures/asked");
                }),
                atDesk("figures-kept", guest -> guest.opens("/desk/figures/kept?week=" + visit(guest))),
                atDesk("figures-none", guest -> guest.opens("/desk/figures/no-show?week=1999-06-02")));
    }

    /** Somebody came; the day of it. */
    private static String visit(Guest guest) {
        Kept visit = Telephone.books("hearing", guest.language());
        String found = DeskRoutes.found(guest, visit.code()).url();
        Arrivals.came(UUID.fromString(found.replaceFirst(".*/desk/visits/([^?]+).*", "$1")));
        return visit.time().start().substring(0, 10);
    }

    private static Route atDesk(String name, Route.Way way) {
        return new Route(name, 200, guest -> {
            DeskRoutes.signIn(guest);
            return way.lead(guest);
        });
    }
}
