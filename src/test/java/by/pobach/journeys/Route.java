package by.pobach.journeys;

import com.microsoft.playwright.Response;

/**
 * A page that somebody may come to, in one of the states it has.
 *
 * @param name unique; names the screenshots too
 * @param status which the page comes with
 * @param way how one gets there
 */
record Route(String name, int status, Way way) {

    /** Leads a guest to the page and answers with its document. */
    interface Way {
        Response lead(Guest guest);
    }

    static Route at(String name, String path) {
        return new Route(name, 200, guest -> guest.opens(path));
    }

    @Override
    public String toString() {
        return name;
    }
}
