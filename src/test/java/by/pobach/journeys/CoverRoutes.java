package by.pobach.journeys;

import by.pobach.journeys.Telephone.Free;
import by.pobach.journeys.Telephone.Kept;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody is away: the pages of the coordinator, and what the family is asked. Each case lasts one visit only. */
final class CoverRoutes {
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final String APPLY = "form[action$='/changes'] > button";
    private static final String CLOSE = "form[action$='/closure'] button";
    private static final String TOLD = "form[action$='/telling'] button";

    private CoverRoutes() {}

    static List<Route> all() {
        return List.of(
                atDesk("cover", 200, guest -> guest.opens("/desk/cover")),
                atDesk("cover-refused", 422, guest -> {
                    guest.opens("/desk/cover");
                    guest.page().fill("#toDay", "2001-01-01");
                    return guest.comes(() -> guest.page().click("form[action='/desk/cover'] > button"));
                }),
                atDesk("cover-nobody", 200, guest -> away(guest, Telephone.free("first-talk"))),
                atDesk("cover-decide", 200, guest -> away(guest, phoneOnly(guest))),
                atDesk("cover-applied", 200, CoverRoutes::applied),
                atDesk("cover-called", 200, guest -> {
                    away(guest, Telephone.books("first-talk", guest.language()).time());
                    guest.page().locator("input[type=radio][value=call]").check();
                    return guest.comes(() -> guest.page().click(APPLY));
                }),
                atDesk("cover-not-closed", 422, guest -> {
                    applied(guest);
                    return guest.comes(() -> guest.page().click(CLOSE));
                }),
                atDesk("cover-told", 200, CoverRoutes::told),
                atDesk("cover-changed-meanwhile", 422, CoverRoutes::changedMeanwhile),
                atDesk("cover-here-again", 200, guest -> {
                    applied(guest);
                    return guest.comes(() -> guest.page().click("form[action$='/presence'] button"));
                }),
                atDesk("cover-noted-at-the-desk", 200, guest -> guest.opens("/desk/cover?absence=" + noted(guest))),
                atDesk("cover-taken-back", 200, guest -> {
                    String id = noted(guest);
                    guest.opens("/desk/cover?absence=" + id);
                    guest.comes(() -> guest.page().click("form[action='/desk/cover'] > button"));
                    guest.opens("/desk/absences/" + id);
                    guest.comes(() -> guest.page().click("form[action$='/removal'] button"));
                    return guest.opens("/desk/cover/" + id);
                }),
                atDesk("cover-closed", 200, guest -> {
                    told(guest);
                    return guest.comes(() -> guest.page().click(CLOSE));
                }),
                atDesk(
                        "visit-replaced",
                        200,
                        guest -> guest.opens(replaced(guest).path())),
                atDesk(
                        "visit-agreement",
                        200,
                        guest -> guest.opens(replaced(guest).path() + "/agreement")));
    }

    private static Route atDesk(String name, int status, Route.Way way) {
        return new Route(name, status, guest -> {
            DeskRoutes.signIn(guest);
            return way.lead(guest);
        });
    }

    /** Whoever that time is with is away for an hour and a half from then on. */
    static Response away(Guest guest, Free time) {
        ZonedDateTime from = Instant.parse(time.start()).atZone(MINSK);
        ZonedDateTime to = from.plus(Duration.ofMinutes(90));
        guest.opens("/desk/cover?who=%s&fromDay=%s&toDay=%s"
                .formatted(time.specialist(), from.toLocalDate(), to.toLocalDate()));
        Page page = guest.page();
        page.fill("#fromTime", from.toLocalTime().toString());
        page.fill("#toTime", to.toLocalTime().toString());
        return guest.comes(() -> page.click("form[action='/desk/cover'] > button"));
    }

    /** The id of an absence that the desk notes in the week of somebody. */
    private static String noted(Guest guest) {
        DeskRoutes.absence(guest);
        return guest.page().url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    /** A visit of somebody who has to be called. */
    private static Free phoneOnly(Guest guest) {
        Free time = Telephone.free("first-talk");
        Map<String, String> form = FamilyRoutes.form(guest, time);
        form.put("email", "");
        form.put("tell", "call");
        form.put(
                "phone",
                "+375 29 700-%02d-%02d"
                        .formatted(guest.language().ordinal(), UUID.randomUUID().hashCode() & 63));
        guest.sends("/visits", form);
        return time;
    }

    private static Response applied(Guest guest) {
        away(guest, phoneOnly(guest));
        return appliesTheFirst(guest);
    }

    private static Response told(Guest guest) {
        applied(guest);
        return guest.comes(() -> guest.page().click(TOLD));
    }

    private static Response changedMeanwhile(Guest guest) {
        Kept visit = Telephone.books("first-talk", guest.language());
        away(guest, visit.time());
        Telephone.cancels(visit);
        return guest.comes(() -> guest.page().click(APPLY));
    }

    private static Kept replaced(Guest guest) {
        Kept visit = Telephone.books("first-talk", guest.language());
        away(guest, visit.time());
        appliesTheFirst(guest);
        return visit;
    }

    /** A substitute where there is one, else another time; never the call. */
    private static Response appliesTheFirst(Guest guest) {
        guest.page().locator("fieldset input[type=radio]").first().check();
        return guest.comes(() -> guest.page().click(APPLY));
    }
}
