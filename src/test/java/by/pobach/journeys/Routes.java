package by.pobach.journeys;

import java.util.List;
import java.util.stream.Stream;

/** Every page of the house in every state that looks different. {@link EveryPageTests} notices one that is missing. */
final class Routes {
    /** Templates that this house never shows, each with its reason. */
    static final List<String> NOT_HERE = List.of(
            // Only in an installation without staff: see FirstDayTests.
            "signin/set-up",
            // Answered while a request is refused, where nobody watches for templates; desk-not-yours looks at it.
            "desk/not-yours",
            // Only in an installation without services: see FirstDayTests.
            "offers/no-services");

    private static final String ALL = ".*";

    private Routes() {}

    /** All of them, or with {@code -Droutes=…} those whose name matches: for whoever mends one page. */
    static List<Route> all() {
        String wanted = wanted();
        return Stream.of(
                        SiteRoutes.all(),
                        HouseRoutes.all(),
                        SheetRoutes.all(),
                        LookRoutes.all(),
                        FamilyRoutes.all(),
                        EasyRoutes.all(),
                        VisitRoutes.all(),
                        StoryRoutes.all(),
                        LinksRoutes.all(),
                        FactorsRoutes.all(),
                        ChildRoutes.all(),
                        ConsentRoutes.all(),
                        DeskRoutes.all(),
                        CoverRoutes.all(),
                        PapersRoutes.all(),
                        FiguresRoutes.all(),
                        SettingsRoutes.all())
                .flatMap(List::stream)
                .filter(route -> route.name().matches(wanted))
                .toList();
    }

    /** Those that nobody has to sign in for. */
    static List<Route> forEverybody() {
        return all().stream()
                .filter(route -> !route.name().matches("(desk|settings|paper|cover|figures|own-password).*"))
                .toList();
    }

    /** Whether only some are asked for. */
    static boolean some() {
        return !wanted().equals(ALL);
    }

    private static String wanted() {
        return System.getProperty("routes", ALL);
    }
}
