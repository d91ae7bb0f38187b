package by.pobach.offers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a visit happens: at the Centre, by video, or by phone. */
public enum Place {
    HERE,
    VIDEO,
    PHONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Place> of(String code) {
        return Arrays.stream(values())
                .filter(place -> place.code().equals(code))
                .findFirst();
    }
}
