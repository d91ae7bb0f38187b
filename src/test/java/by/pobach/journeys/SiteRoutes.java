package by.pobach.journeys;

import java.util.List;

/** The public face; its easy pages lead to the whole ones in English. */
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
                Route.at("easy-home", "/easy"),
                Route.at("easy-about", "/easy/about"),
                Route.at("easy-how-to-come", "/easy/how-to-come"),
                Route.at("easy-privacy", "/easy/privacy"));
    }
}
