package by.pobach.story;

import by.pobach.offers.Place;
import by.pobach.offers.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one visit, in the reader's language.
 *
 * @param start and {@code end} on the Centre's clock, «15:00»
 * @param minutes how long, as people say it
 * @param room null where the visit has none
 * @param interpreter null where nobody interprets
 * @param devices what is promised to the visit; empty where nothing is
 */
record Facts(
        Place place,
        String start,
        String end,
        String minutes,
        String street,
        @Nullable Room room,
        Somebody specialist,
        @Nullable Somebody interpreter,
        Service.Kind kind,
        List<Device> devices) {

    /**
     * @param floor 0 is the ground floor
     * @param stepFree whether one gets there without a step
     */
    record Room(String name, int floor, boolean stepFree) {}

    /** @param onScreen whether they interpret by video */
    record Somebody(String firstName, String profession, boolean onScreen) {}

    /** @param kind the short code of {@link by.pobach.equipment.Item} */
    record Device(String kind, String name) {}
}
