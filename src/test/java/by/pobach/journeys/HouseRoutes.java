package by.pobach.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shell: consent, letters of the example, sign-in, and what is not there. */
final class HouseRoutes {
    private HouseRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.at("consent", "/consent"),
                new Route("not-found", 404, guest -> guest.opens("/no-such-page")),
                new Route("bad-request", 400, guest -> guest.opens("/?a=%00")),
                Route.at("outbox", "/outbox"),
                new Route("outbox-letter", 200, HouseRoutes::letter),
                new Route("letter", 200, HouseRoutes::letterAsHtml),
                Route.at("sign-in", "/sign-in"),
                new Route("sign-in-refused", 422, guest -> {
                    guest.opens("/sign-in");
                    guest.page().fill("#email", "nobody@pobach.example");
                    guest.page().fill("#password", "not the password");
                    return guest.comes(() -> guest.page().click("main button"));
                }),
                new Route("set-up-over", 404, guest -> guest.opens("/set-up/long-ago")));
    }

    private static Response letter(Guest guest) {
        Telephone.Kept visit = Telephone.books("hearing", guest.language());
        guest.opens("/outbox");
        return guest.comes(() -> guest.page()
                .locator("main a", new Page.LocatorOptions().setHasText(visit.email()))
                .first()
                .click());
    }

    /** Its sandbox lets no script in, axe neither: here it comes without. */
    private static Response letterAsHtml(Guest guest) {
        guest.page().route("**/letter.html", open -> {
            Map<String, String> headers = new HashMap<>(open.fetch().headers());
            headers.remove("content-security-policy");
            open.fulfill(new FulfillOptions().setResponse(open.fetch()).setHeaders(headers));
        });
        letter(guest);
        Response shown = guest.comes(
                () -> guest.page().locator("a[href$='/letter.html']").click());
        guest.page().unroute("**/letter.html");
        return shown;
    }
}
