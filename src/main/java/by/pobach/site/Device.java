package by.pobach.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The devices of the Centre that have a page of their own. */
enum Device {
    FM_SYSTEM,
    ULTRASONIC_CANE,
    STANDING_FRAME,
    COMMUNICATOR;

    /** The same word as the kind of device in services and in the store. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Device> of(String code) {
        return Arrays.stream(values())
                .filter(device -> device.code().equals(code))
                .findFirst();
    }
}
