package by.pobach.journeys;

import java.util.List;
import java.util.stream.Stream;

/** The sheets for teachers. */
final class SheetRoutes {
    static final List<String> SHEETS = List.of(
            "noise",
            "instructions",
            "handwriting",
            "transitions",
            "starting",
            "reading",
            "waiting",
            "moving",
            "speech",
            "overload");

    private SheetRoutes() {}

    static List<Route> all() {
        return Stream.concat(
                        Stream.of(
                                Route.at("sheets", "/sheets"),
                                new Route("sheet-unknown", 404, guest -> guest.opens("/sheets/no-such-sheet"))),
                        SHEETS.stream().map(name -> Route.at("sheet-" + name, "/sheets/" + name)))
                .toList();
    }
}
