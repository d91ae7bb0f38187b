package by.pobach.journeys;

import by.pobach.journeys.Telephone.Kept;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** A certificate of attendance: its form at the desk, and the page on which a school checks one. */
final class PapersRoutes {
    private static final String GO = "form[action^='/desk/papers/'] button";
    private static final Pattern NUMBER = Pattern.compile("\\d+/\\d{4}");
    private static final Pattern CODE = Pattern.compile("\\b[B-DF-HJ-NP-TV-XZ]{8}\\b");

    private PapersRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("paper", 200, PapersRoutes::form),
                new Route("paper-again", 200, guest -> {
                    printed(guest);
                    return guest.comes(() -> guest.page().reload());
                }),
                new Route("paper-refused", 422, guest -> {
                    form(guest);
                    guest.page().fill("#name", "");
                    return guest.comes(() -> guest.page().click(GO));
                }),
                new Route("paper-not-kept", 422, guest -> guest.opens("/desk/papers/" + visit(guest))),
                Route.at("paper-check", "/papers/check"),
                new Route("paper-check-good", 200, guest -> {
                    String paper = printed(guest);
                    return guest.sends(
                            "/papers/check", Map.of("number", first(NUMBER, paper), "code", first(CODE, paper)));
                }),
                new Route(
                        "paper-check-refused",
                        422,
                        guest -> guest.sends("/papers/check", Map.of("number", "1/2020", "code", "BCDFGHJK"))));
    }

    private static Response form(Guest guest) {
        UUID visit = visit(guest);
        Arrivals.came(visit);
        return guest.opens("/desk/papers/" + visit);
    }

    private static UUID visit(Guest guest) {
        DeskRoutes.signIn(guest);
        Kept visit = Telephone.books("hearing", guest.language());
        String found = DeskRoutes.found(guest, visit.code()).url();
        return UUID.fromString(found.replaceFirst(".*/desk/visits/([^?]+).*", "$1"));
    }

    /** What stands on the file that the button gives. */
    private static String printed(Guest guest) {
        form(guest);
        Page page = guest.page();
        try (var paper =
                Loader.loadPDF(page.waitForDownload(() -> page.click(GO)).path().toFile())) {
            return new PDFTextStripper().getText(paper);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String first(Pattern what, String text) {
        return what.matcher(text).results().findFirst().orElseThrow().group();
    }
}
