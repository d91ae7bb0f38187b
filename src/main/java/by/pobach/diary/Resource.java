package by.pobach.diary;

import java.util.Locale;
import java.util.UUID;

/** Something that one visit at a time can take. Its id is the id of the person, room or item it stands for. */
public record Resource(UUID id, Kind kind) {

    public enum Kind {
        SPECIALIST,
        ROOM,
        DEVICE,
        INTERPRETER,
        /** A radio channel block between two neighbouring rooms. */
        CHANNEL;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
