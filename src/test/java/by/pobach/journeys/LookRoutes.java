package by.pobach.journeys;

import java.util.List;

/** «Тэкст і колер», as a page of its own: asked, kept, and tried on. */
final class LookRoutes {
    private LookRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.at("look", "/look?back=/about"),
                Route.at("look-kept", "/look?kept=yes"),
                Route.at("look-night", "/look?contrast=night&letters=plain&symbols=yes"),
                Route.at("look-huge", "/look?contrast=white&size=huge&spacing=wide"),
                Route.at("look-calm", "/look?contrast=paper&calm=yes"));
    }
}
