package by.pobach.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The second step of signing in, as a specialist meets it; and cards, which ask for it. */
final class FactorsRoutes {
    private static final String SPECIALIST = "kaval@pobach.example";
    private static final Pattern SIX = Pattern.compile("\\b\\d{6}\\b");

    private FactorsRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("desk-second-set-up", 200, guest -> fresh(guest, "/desk/second-factor/set-up")),
                new Route("desk-second-confirm", 200, FactorsRoutes::begins),
                new Route("desk-second-confirm-refused", 422, guest -> {
                    begins(guest);
                    return answers(guest, "000000");
                }),
                new Route("desk-second-codes", 200, FactorsRoutes::connects),
                new Route("desk-second-ready", 200, guest -> {
                    connects(guest);
                    return guest.opens("/desk/second-factor/set-up");
                }),
                new Route("desk-second", 200, guest -> {
                    connects(guest);
                    return guest.opens("/desk/second-factor?next=/desk/tasks");
                }),
                new Route("desk-second-refused", 422, guest -> {
                    connects(guest);
                    guest.opens("/desk/second-factor");
                    return answers(guest, "BCDF");
                }),
                new Route("desk-passkeys", 200, guest -> fresh(guest, "/desk/passkeys")),
                new Route("desk-passkeys-refused", 422, guest -> {
                    fresh(guest, "/desk/passkeys");
                    return guest.comes(
                            () -> guest.page().evaluate("() => document.querySelector('form[data-passkey]').submit()"));
                }),
                new Route("desk-passkey-refused", 422, guest -> {
                    guest.opens("/sign-in");
                    return guest.comes(
                            () -> guest.page().evaluate("() => document.querySelector('form.by-passkey').submit()"));
                }),
                new Route("family-passkeys", 200, guest -> LinksRoutes.signIn(guest, "/family/passkeys")),
                new Route("desk-programs", 200, guest -> director(guest, "/desk/programs")),
                new Route("desk-programs-refused", 422, guest -> {
                    director(guest, "/desk/programs");
                    return guest.comes(() -> guest.page().click("main form[action='/desk/programs'] button"));
                }),
                new Route("desk-programs-issued", 200, FactorsRoutes::issued),
                new Route("desk-programs-some", 200, guest -> {
                    issued(guest);
                    return guest.opens("/desk/programs");
                }),
                new Route("desk-sessions", 200, guest -> fresh(guest, "/desk/sessions")),
                new Route("family-sessions", 200, guest -> LinksRoutes.signIn(guest, "/family/sessions")),
                new Route("desk-second-lost", 200, guest -> twice(guest, "/desk/second-factor/lost")),
                new Route("desk-second-lost-refused", 422, guest -> {
                    twice(guest, "/desk/second-factor/lost");
                    return guest.comes(() -> guest.page().click("main form button"));
                }),
                new Route("desk-cards", 200, guest -> twice(guest, "/desk/cards")),
                new Route("desk-cards-unknown", 422, guest -> {
                    twice(guest, "/desk/cards");
                    return guest.comes(() -> guest.page().click("main form button"));
                }),
                new Route("desk-cards-person", 200, FactorsRoutes::holder),
                new Route("desk-card", 200, guest -> {
                    holder(guest);
                    return guest.comes(() -> guest.page().click("form[action='/desk/cards/new'] button"));
                }),
                Route.at("family-card", "/family/sign-in/card"),
                Route.at("family-card-scanned", "/family/sign-in/card/BCDFGHJKLMNPQRSTVWXZ"),
                new Route("family-card-refused", 422, guest -> {
                    SecondSteps.forgetAll();
                    guest.opens("/family/sign-in/card");
                    guest.page().fill("#code", "BCDFG");
                    return guest.comes(() -> guest.page().click("main form button"));
                }));
    }

    /** A page that asks for the second step, for the coordinator who has taken it. */
    static Response twice(Guest guest, String path) {
        SecondSteps.forgetAll();
        DeskRoutes.signIn(guest);
        SecondSteps.take(guest);
        return guest.opens(path);
    }

    private static Response fresh(Guest guest, String path) {
        return fresh(guest, path, SPECIALIST);
    }

    private static Response fresh(Guest guest, String path, String email) {
        SecondSteps.forgetAll();
        DeskRoutes.signIn(guest, email);
        return guest.opens(path);
    }

    private static Response director(Guest guest, String path) {
        fresh(guest, "/desk", "liauchuk@pobach.example");
        SecondSteps.take(guest);
        return guest.opens(path);
    }

    private static Response issued(Guest guest) {
        director(guest, "/desk/programs");
        guest.page().fill("#name", "1C");
        guest.page().check("#scope");
        return guest.comes(() -> guest.page().click("main form[action='/desk/programs'] button"));
    }

    private static Response begins(Guest guest) {
        fresh(guest, "/desk/second-factor/set-up");
        return guest.comes(() -> guest.page()
                .locator("form[action='/desk/second-factor/set-up'] button")
                .click());
    }

    private static Response connects(Guest guest) {
        begins(guest);
        Matcher shown = SIX.matcher(guest.page().locator("main .notice").innerText());
        if (!shown.find()) {
            throw new IllegalStateException("the example shows no number");
        }
        return answers(guest, shown.group());
    }

    private static Response answers(Guest guest, String code) {
        Page page = guest.page();
        page.fill("#code", code);
        return guest.comes(() -> page.click("main form button"));
    }

    private static Response holder(Guest guest) {
        String mail = LinksRoutes.account(guest);
        twice(guest, "/desk/cards");
        guest.page().fill("#contact", mail);
        return guest.comes(() -> guest.page().click("main form button"));
    }
}
