package by.pobach.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.UUID;

/** How a family comes in: by a link, or by a card from the desk. */
final class LinksRoutes {
    private LinksRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.at("family-sign-in", "/family/sign-in"),
                new Route("family-sign-in-refused", 422, guest -> asks(guest, "12")),
                new Route("family-sign-in-asked", 200, guest -> asks(guest, mail())),
                new Route("family-link-new", 200, guest -> opensLink(guest, mail())),
                new Route("family-link-refused", 422, guest -> {
                    opensLink(guest, mail());
                    return guest.comes(() -> guest.page().click("main form button"));
                }),
                new Route("family-link-over", 404, guest -> guest.opens("/family/sign-in/link/long-ago")));
    }

    private static String mail() {
        return "guest-" + UUID.randomUUID() + "@example.org";
    }

    static Response asks(Guest guest, String contact) {
        guest.opens("/family/sign-in");
        guest.page().fill("#contact", contact);
        return guest.comes(() -> guest.page().click("main form button"));
    }

    /** The letter lies in the outbox of the example. */
    static Response opensLink(Guest guest, String contact) {
        asks(guest, contact);
        guest.opens("/outbox");
        guest.comes(() -> guest.page()
                .locator("main a", new Page.LocatorOptions().setHasText(contact))
                .first()
                .click());
        return guest.comes(() ->
                guest.page().locator("main a[href*='/family/sign-in/link/']").click());
    }

    /** The address of somebody who has an account now. */
    static String account(Guest guest) {
        String mail = mail();
        opensLink(guest, mail);
        guest.page().fill("#name", "Alesia");
        guest.comes(() -> guest.page().click("main form button"));
        return mail;
    }

    /** Somebody with an account, signed in, who wanted to go there. */
    static Response signIn(Guest guest, String next) {
        guest.opens(next);
        if (!guest.page().url().contains("/family/sign-in")) {
            return guest.opens(next);
        }
        account(guest);
        return guest.opens(next);
    }
}
