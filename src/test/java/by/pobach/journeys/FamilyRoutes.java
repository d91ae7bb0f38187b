package by.pobach.journeys;

import by.pobach.journeys.Telephone.Free;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From the first question to the sent form, with all its refusals. */
final class FamilyRoutes {
    private FamilyRoutes() {}

    static List<Route> all() {
        String vision = UUID.nameUUIDFromBytes("demo/staff/biarozka".getBytes(StandardCharsets.UTF_8))
                .toString();
        return List.of(
                Route.at("start", "/start"),
                Route.at("times", "/times?hard=hear"),
                Route.at(
                        "times-narrow",
                        "/times?service=speech&when=after-school&need=wheelchair&need=sign-interpreter"),
                Route.at("times-refused", "/times?hard=refused"),
                Route.at("times-none", "/times?service=hearing&specialist=" + vision),
                Route.at("times-group", "/times?service=parents-workshop"),
                new Route("who", 200, guest -> guest.opens(who(Telephone.free("hearing")))),
                new Route("who-phone", 200, guest -> guest.opens(who(Telephone.free("first-talk")) + "&place=phone")),
                new Route(
                        "who-refused",
                        422,
                        guest -> sends(
                                guest,
                                "/book/check",
                                Map.of("agreed", "", "email", "a@", "phone", "12", "age1", "сто"))),
                new Route(
                        "check",
                        200,
                        guest -> sends(
                                guest,
                                "/book/check",
                                Map.of("child1", "Янка", "age1", "5", "need", "sign-interpreter", "note", "…"))),
                new Route("taken", 409, FamilyRoutes::taken),
                new Route("reused", 422, FamilyRoutes::reused),
                new Route("again", 400, guest -> guest.opens("/book?service=hearing&start=soon")),
                Route.at("wish", "/wish?service=hearing"),
                new Route("wish-refused", 422, guest -> guest.sends("/wish", Map.of("email", "a@"))),
                new Route("wish-kept", 200, guest -> guest.sends("/wish", wish(guest))),
                new Route("too-many", 429, FamilyRoutes::tooMany));
    }

    static String who(Free time) {
        return "/book?service=%s&start=%s&specialist=%s".formatted(time.service(), time.start(), time.specialist());
    }

    /** The whole form, well filled in. */
    static Map<String, String> form(Guest guest, Free time) {
        Map<String, String> form = new HashMap<>(Map.of(
                "service",
                time.service(),
                "start",
                time.start(),
                "specialist",
                time.specialist(),
                "key",
                UUID.randomUUID().toString(),
                "who",
                "family",
                "name",
                "Alesia",
                "email",
                "guest-" + UUID.randomUUID() + "@example.org",
                "tell",
                "mail",
                "language",
                guest.language().tag(),
                "agreed",
                "true"));
        form.put("place", "here");
        return form;
    }

    private static Response sends(Guest guest, String path, Map<String, String> changes) {
        Map<String, String> form = form(guest, Telephone.free("hearing"));
        form.putAll(changes);
        return guest.sends(path, form);
    }

    private static Response taken(Guest guest) {
        Free time = Telephone.free("hearing");
        Telephone.books(time, guest.language());
        return guest.sends("/visits", form(guest, time));
    }

    private static Response reused(Guest guest) {
        Map<String, String> form = form(guest, Telephone.free("vision"));
        guest.sends("/visits", form);
        form.put("name", "Maria");
        return guest.sends("/visits", form);
    }

    private static Map<String, String> wish(Guest guest) {
        return Map.of(
                "words", "…",
                "name", "Alesia",
                "email", "guest-" + UUID.randomUUID() + "@example.org",
                "language", guest.language().tag(),
                "agreed", "true");
    }

    private static Response tooMany(Guest guest) {
        Map<String, String> wish = wish(guest);
        for (int attempt = 0; attempt < OpenHouse.ATTEMPTS; attempt++) {
            guest.sends("/wish", wish);
        }
        return guest.sends("/wish", wish);
    }
}
