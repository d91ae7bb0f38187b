package by.pobach.places;

import by.pobach.web.Words;
import java.time.ZoneId;
import java.util.List;

/**
 * What anyone may know of the Centre; all of it settings.
 *
 * @param phones as people dial them, the first is the main one
 * @param languages BCP 47 tags spoken here, such as {@code be}, {@code ru}, {@code sgn-BY}
 * @param gettingHere a line for each part of the way: station, entrance, ramp, lift, toilet and changing table, quiet corner,
 *     where a sibling waits; a line may begin with a heading and a colon
 */
public record CentreFacts(
        Words name,
        Words address,
        Words street,
        ZoneId zone,
        List<String> phones,
        String email,
        List<String> languages,
        Words cost,
        Words gettingHere) {}
