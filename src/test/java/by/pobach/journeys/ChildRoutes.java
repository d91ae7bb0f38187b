package by.pobach.journeys;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The family's own rooms: its children, what it told, who is beside them, who looked, and its visits. */
final class ChildRoutes {
    private static final String SEND = "main form button";

    /** Two children of one family are called differently. */
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private ChildRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("children-none", 200, guest -> LinksRoutes.signIn(guest, "/family")),
                new Route("child-new", 200, guest -> LinksRoutes.signIn(guest, "/family/children/new")),
                new Route("child-new-refused", 422, guest -> {
                    LinksRoutes.signIn(guest, "/family/children/new");
                    guest.page().fill("#month", "13");
                    return guest.comes(() -> guest.page().click(SEND));
                }),
                new Route("child-tell", 200, ChildRoutes::added),
                new Route("child-tell-number", 422, guest -> {
                    added(guest);
                    guest.page().fill("#part-story", "3120495A034PB7");
                    return guest.comes(() -> guest.page().click(SEND));
                }),
                new Route("child", 200, ChildRoutes::told),
                new Route(
                        "child-card",
                        200,
                        guest -> guest.opens(told(guest).url().replaceFirst("[?].*", "/card"))),
                new Route("child-people", 200, ChildRoutes::people),
                new Route("child-people-refused", 422, guest -> {
                    people(guest);
                    return guest.comes(() -> guest.page().click("#add ~ form button"));
                }),
                new Route(
                        "child-log", 200, guest -> guest.opens(told(guest).url().replaceFirst("[?].*", "/log"))),
                new Route(
                        "child-copy",
                        200,
                        guest -> guest.opens(told(guest).url().replaceFirst("[?].*", "/copy"))),
                new Route("child-erase", 200, ChildRoutes::erasing),
                new Route("child-erased", 200, guest -> {
                    erasing(guest);
                    return guest.comes(() -> guest.page().click(SEND));
                }),
                new Route("children", 200, guest -> {
                    told(guest);
                    return guest.opens("/family");
                }),
                new Route("child-closed", 403, ChildRoutes::closed),
                new Route("desk-children-none", 200, guest -> FactorsRoutes.twice(guest, "/desk/children")),
                new Route("desk-children", 200, ChildRoutes::atWork),
                new Route("desk-child", 200, ChildRoutes::openedAtWork),
                new Route(
                        "desk-child-tell",
                        200,
                        guest -> guest.opens(openedAtWork(guest).url() + "/story")),
                new Route("desk-child-relative", 200, guest -> {
                    openedAtWork(guest);
                    guest.page().click("main summary");
                    return guest.comes(() -> guest.page().click("form[action$='/relative'] button"));
                }),
                new Route("own-visits-none", 200, guest -> LinksRoutes.signIn(guest, "/family/visits")),
                new Route("own-visits", 200, ChildRoutes::visits));
    }

    private static Response erasing(Guest guest) {
        return guest.opens(told(guest).url().replaceFirst("[?].*", "/erasure"));
    }

    private static Response added(Guest guest) {
        LinksRoutes.signIn(guest, "/family/children/new");
        return addsChild(guest);
    }

    private static Response addsChild(Guest guest) {
        guest.page().fill("#calledBy", "Alesia " + CHILDREN.incrementAndGet());
        return guest.comes(() -> guest.page().click(SEND));
    }

    static Response told(Guest guest) {
        added(guest);
        return tells(guest);
    }

    private static Response tells(Guest guest) {
        guest.page().fill("#part-likes", "🚂🚂🚂");
        guest.page().fill("#part-yes", "👍");
        guest.page().check("#need-2");
        return guest.comes(() -> guest.page().click(SEND));
    }

    private static Response people(Guest guest) {
        String child = told(guest).url().replaceFirst("[?].*", "");
        guest.opens(child + "/people");
        adds(guest, "guest-" + UUID.randomUUID() + "@example.org");
        return guest.opens(child + "/people");
    }

    private static Response adds(Guest guest, String contact) {
        guest.page().fill("#name", "Alesia");
        guest.page().fill("#contact", contact);
        return guest.comes(() -> guest.page().click("#add ~ form button"));
    }

    /** What somebody reads to whom only times and places are open. */
    private static Response closed(Guest guest) {
        String child = told(guest).url().replaceFirst("[?].*", "");
        String other = "guest-" + UUID.randomUUID() + "@example.org";
        guest.opens(child + "/people");
        adds(guest, other);
        guest.page().context().clearCookies();
        LinksRoutes.opensLink(guest, other);
        guest.comes(() -> guest.page().click(SEND));
        return guest.opens(child + "/log");
    }

    private static Response visits(Guest guest) {
        return visits(guest, Telephone.free("first-talk"));
    }

    /** A family's child as the specialist sees it whose visit it is. */
    static Response openedAtWork(Guest guest) {
        atWork(guest);
        return guest.comes(() -> guest.page().locator("main li.card a").last().click());
    }

    static Response atWork(Guest guest) {
        visits(guest, Telephone.all("hearing", "kaval").getFirst());
        guest.page().locator("select[name=child]").selectOption(new SelectOption().setIndex(1));
        guest.comes(() -> guest.page().click("form[action$='/child'] button"));
        SecondSteps.forgetAll();
        DeskRoutes.signIn(guest, "kaval@pobach.example");
        SecondSteps.take(guest);
        return guest.opens("/desk/children");
    }

    private static Response visits(Guest guest, Telephone.Free time) {
        String mail = "guest-" + UUID.randomUUID() + "@example.org";
        Telephone.books(time, guest.language(), mail);
        LinksRoutes.opensLink(guest, mail);
        guest.page().fill("#name", "Alesia");
        guest.comes(() -> guest.page().click(SEND));
        guest.opens("/family/children/new");
        addsChild(guest);
        return guest.opens("/family/visits");
    }
}
