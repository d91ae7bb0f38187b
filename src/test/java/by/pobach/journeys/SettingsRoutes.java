package by.pobach.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;

/** The forms by which the Centre sets itself up, as a coordinator sees them. */
final class SettingsRoutes {
    private static final String HOME = "/desk/settings";
    private static final Pattern KAVAL = Pattern.compile("Каваль|Коваль|Kaval");

    private SettingsRoutes() {}

    static List<Route> all() {
        return List.of(
                at("settings", ""),
                at("settings-centre", "/centre"),
                new Route("settings-centre-refused", 422, guest -> {
                    open(guest, "/centre");
                    guest.page().fill("#centre-name-be", "");
                    guest.page().fill("#centre-phones", "?");
                    return keep(guest);
                }),
                new Route("settings-centre-overtaken", 409, SettingsRoutes::overtaken),
                at("settings-hours", "/hours"),
                at("settings-days", "/days"),
                at("settings-rooms", "/rooms"),
                at("settings-room-new", "/rooms/new"),
                new Route("settings-room", 200, guest -> first(guest, "/rooms")),
                at("settings-staff", "/staff"),
                at("settings-staff-new", "/staff/new"),
                new Route("settings-staff-one", 200, SettingsRoutes::specialist),
                new Route("settings-staff-hours", 200, guest -> {
                    specialist(guest);
                    return guest.comes(() -> guest.page().click("main a[href$='/hours']"));
                }),
                new Route("settings-staff-days", 200, guest -> {
                    specialist(guest);
                    return guest.comes(() -> guest.page().click("main a[href$='/days']"));
                }),
                new Route("settings-invited", 200, SettingsRoutes::invite),
                new Route("invitation", 200, guest -> {
                    invite(guest);
                    return guest.comes(() -> guest.page().click("main a[href*='/set-up/password/']"));
                }),
                new Route("invitation-over", 404, guest -> guest.opens("/set-up/password/long-ago")),
                new Route("own-password", 200, guest -> {
                    DeskRoutes.signIn(guest);
                    return guest.opens("/desk/password");
                }),
                at("settings-services", "/services"),
                at("settings-service-new", "/services/new"),
                new Route("settings-service", 200, guest -> first(guest, "/services")),
                at("settings-letters", "/letters"),
                at("settings-letter", "/letters/booked"),
                new Route("settings-letter-refused", 422, guest -> {
                    open(guest, "/letters/moved");
                    guest.page().fill("#letter-text-be", "{time} {link}");
                    return keep(guest);
                }),
                at("settings-numbers", "/numbers"),
                at("settings-number", "/numbers/0"),
                at("settings-rules", "/rules"),
                at("settings-absences", "/absences"));
    }

    private static Route at(String name, String path) {
        return new Route(name, 200, guest -> open(guest, path));
    }

    private static Response open(Guest guest, String path) {
        DeskRoutes.signIn(guest);
        return guest.opens(HOME + path);
    }

    private static Response first(Guest guest, String list) {
        open(guest, list);
        return guest.comes(() -> guest.page().locator(".tall a").first().click());
    }

    private static Response specialist(Guest guest) {
        open(guest, "/staff");
        return guest.comes(() -> guest.page()
                .locator(".tall a", new Page.LocatorOptions().setHasText(KAVAL))
                .click());
    }

    private static Response invite(Guest guest) {
        specialist(guest);
        return guest.comes(() -> guest.page().click("form[action$='/invitation'] button"));
    }

    private static Response keep(Guest guest) {
        return guest.comes(() -> guest.page().click("form:has(input[name='revision']) > button:not([name])"));
    }

    /** Two windows of the same form: the first is kept, the second comes too late. */
    private static Response overtaken(Guest guest) {
        open(guest, "/hours");
        Page page = guest.page();
        String revision = page.inputValue("input[name='revision']");
        page.fill("#day-6", page.inputValue("#day-6").equals("10:00–14:00") ? "10:00–15:00" : "10:00–14:00");
        keep(guest);
        page.evaluate("old => { document.querySelector(\"input[name='revision']\").value = old }", revision);
        page.fill("#day-6", "11:00–14:00");
        return keep(guest);
    }
}
