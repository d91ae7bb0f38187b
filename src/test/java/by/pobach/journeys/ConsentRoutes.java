package by.pobach.journeys;

import com.microsoft.playwright.Response;
import java.util.List;

/** What a family agrees to, and what the staff does in danger. */
final class ConsentRoutes {
    private static final String SEND = "main form button";

    private ConsentRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("child-consents", 200, guest -> guest.opens(consents(guest))),
                new Route("child-consent-new", 200, guest -> guest.opens(consents(guest) + "/new?purpose=photo")),
                new Route("child-consent-refused", 422, guest -> {
                    guest.opens(consents(guest) + "/new?purpose=study");
                    return guest.comes(() -> guest.page().click(SEND));
                }),
                new Route("child-consents-given", 200, ConsentRoutes::given),
                new Route("child-consents-withdrawn", 200, guest -> {
                    given(guest);
                    return guest.comes(() -> guest.page().click("form[action$='/withdrawal'] button"));
                }),
                new Route("desk-consents", 200, guest -> guest.opens(atWork(guest))),
                new Route("desk-consent-paper", 200, guest -> guest.opens(atWork(guest) + "/new")),
                new Route("desk-consent-paper-refused", 422, guest -> {
                    guest.opens(atWork(guest) + "/new");
                    return guest.comes(() -> guest.page().click(SEND));
                }),
                new Route("desk-danger", 200, guest -> FactorsRoutes.twice(guest, "/desk/danger")),
                new Route("desk-danger-open", 200, guest -> FactorsRoutes.twice(guest, "/desk/danger/open")),
                new Route("desk-danger-refused", 422, guest -> {
                    FactorsRoutes.twice(guest, "/desk/danger/open");
                    return guest.comes(() -> guest.page().click(SEND));
                }),
                new Route("desk-danger-openings", 200, guest -> FactorsRoutes.twice(guest, "/desk/danger/openings")),
                new Route("desk-danger-card", 200, guest -> {
                    ChildRoutes.atWork(guest);
                    return Arrivals.whileExpected(() -> {
                        guest.opens("/desk/danger");
                        return guest.comes(() -> guest.page()
                                .locator("main a[href*='/desk/danger/cards/']")
                                .first()
                                .click());
                    });
                }),
                new Route(
                        "desk-danger-card-of-nobody",
                        404,
                        guest ->
                                FactorsRoutes.twice(guest, "/desk/danger/cards/0190a000-0000-7000-8000-000000000000")));
    }

    private static String consents(Guest guest) {
        return ChildRoutes.told(guest).url().replaceFirst("[?].*", "/consents");
    }

    private static String atWork(Guest guest) {
        return ChildRoutes.openedAtWork(guest).url() + "/consents";
    }

    private static Response given(Guest guest) {
        guest.opens(consents(guest) + "/new?purpose=sharing");
        guest.page().fill("#recipient", "5");
        guest.page().fill("#what", "👍");
        guest.page().check("#assent");
        guest.page().check("#agreed");
        return guest.comes(() -> guest.page().click(SEND));
    }
}
