package by.pobach.journeys;

import by.pobach.journeys.Telephone.Kept;
import java.util.List;

/** The story for the child, behind a visit's link. */
final class StoryRoutes {
    private StoryRoutes() {}

    static List<Route> all() {
        return List.of(
                behind("story", "try-fm-system", "/story"),
                behind("story-easy", "learning", "/story?words=easy"),
                new Route("story-none", 200, guest -> {
                    Kept visit = Telephone.books("hearing", guest.language());
                    Telephone.cancels(visit);
                    return guest.opens(visit.path() + "/story");
                }));
    }

    private static Route behind(String name, String service, String rest) {
        return new Route(
                name,
                200,
                guest -> guest.opens(Telephone.books(service, guest.language()).path() + rest));
    }
}
