package by.pobach.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import java.util.List;

/** The public face; who reads English is shown the whole page where others have an easy one. */
final class SiteRoutes {
    private SiteRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.at("home", "/"),
                Route.at("about", "/about"),
                Route.at("services", "/services"),
                Route.at("devices", "/devices"),
                Route.at("device-fm-system", "/devices/fm-system"),
                Route.at("device-ultrasonic-cane", "/devices/ultrasonic-cane"),
                Route.at("device-standing-frame", "/devices/standing-frame"),
                Route.at("device-communicator", "/devices/communicator"),
                new Route("device-unknown", 404, guest -> guest.opens("/devices/time-machine")),
                Route.at("how-to-come", "/how-to-come"),
                Route.at("contact", "/contact"),
                Route.at("accessibility", "/accessibility"),
                Route.at("privacy", "/privacy"),
                Route.at("words", "/words"),
                easy("easy-home", "/"),
                easy("easy-about", "/about"),
                easy("easy-how-to-come", "/how-to-come"),
                easy("easy-privacy", "/privacy"));
    }

    /** The choice of words is kept; whoever comes next has not chosen. */
    private static Route easy(String name, String path) {
        return new Route(name, 200, guest -> {
            Response page = guest.opens(path + "?words=easy");
            guest.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("look"));
            return page;
        });
    }
}
