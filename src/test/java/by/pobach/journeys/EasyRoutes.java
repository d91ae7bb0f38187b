package by.pobach.journeys;

import java.util.List;

/** The pages of a booking for whoever chose short and simple words. */
final class EasyRoutes {
    private EasyRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.at("easy-start", "/start?words=easy"),
                Route.at("easy-times", "/times?hard=see&words=easy"),
                new Route(
                        "easy-who",
                        200,
                        guest -> guest.opens(FamilyRoutes.who(Telephone.free("hearing")) + "&words=easy")),
                Route.at("easy-consent", "/consent?words=easy"),
                Route.at("easy-wish", "/wish?service=hearing&words=easy"),
                new Route(
                        "easy-visit",
                        200,
                        guest -> guest.opens(
                                Telephone.books("hearing", guest.language()).path() + "?words=easy")),
                new Route(
                        "easy-cancel",
                        200,
                        guest -> guest.opens(
                                Telephone.books("hearing", guest.language()).path() + "/cancel?words=easy")),
                // The guest goes on to other routes, and the choice would stay.
                Route.at("easy-back", "/start?words=all"));
    }
}
