package by.pobach.offers;

import java.util.Arrays;
import java.util.Optional;

/** What a visit must have so that everybody can take part. Needs steer the search for a time. */
public enum Need {
    WHEELCHAIR("wheelchair"),
    QUIET_ROOM("quiet-room"),
    SIGN_INTERPRETER("sign-interpreter");

    private final String code;

    Need(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The room feature that answers this need, if a room can. */
    Optional<String> roomFeature() {
        return switch (this) {
            case WHEELCHAIR -> Optional.of("wheelchair");
            case QUIET_ROOM -> Optional.of("quiet");
            case SIGN_INTERPRETER -> Optional.empty();
        };
    }

    public static Optional<Need> of(String code) {
        return Arrays.stream(values()).filter(need -> need.code.equals(code)).findFirst();
    }
}
