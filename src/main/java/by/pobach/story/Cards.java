package by.pobach.story;

import by.pobach.offers.Place;
import by.pobach.story.Facts.Device;
import by.pobach.story.Facts.Room;
import by.pobach.story.Facts.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which cards a story has, and in which order: nothing is told that the facts do not say. The last one is always STOP. */
final class Cards {
    private static final Map<String, String> DRAWN = Map.of(
            "fm-system", "fm",
            "ultrasonic-cane", "cane",
            "standing-frame", "frame",
            "communicator", "communicator");

    private Cards() {}

    static List<Card> of(Facts facts) {
        List<Card> cards = new ArrayList<>();
        Room room = facts.room();
        switch (facts.place()) {
            case HERE -> cards.add(Card.of("door", "here.door", facts.street()));
            case VIDEO -> cards.add(Card.of("screen", "video.place", facts.start()));
            case PHONE -> cards.add(Card.of("call", "phone.place", facts.start()));
        }
        if (facts.place() == Place.HERE && room != null) {
            cards.add(wayTo(room));
        }
        cards.add(people(facts));
        if (facts.place() == Place.HERE && room != null) {
            cards.add(Card.of("room", "here.room", room.name()));
        }
        cards.add(doing(facts));
        cards.add(end(facts));
        cards.add(Card.of("stop", "stop"));
        return cards;
    }

    /** A room upstairs that a wheelchair reaches is reached by lift. Of any other we know the floor only. */
    private static Card wayTo(Room room) {
        int spoken = room.floor() + 1; // the ground floor is called the first
        if (room.floor() > 0) {
            return room.stepFree() ? Card.of("lift", "way.lift", spoken) : Card.of("stairs", "way.up", spoken);
        }
        return room.stepFree() ? Card.of("ramp", "way.ramp") : Card.of("corridor", "way.ground");
    }

    private static Card people(Facts facts) {
        String place = facts.place().code();
        Somebody one = facts.specialist();
        Somebody two = facts.interpreter();
        if (two == null) {
            return Card.of("person", place + ".person", one.firstName(), one.profession());
        }
        boolean joins = facts.place() == Place.HERE && two.onScreen();
        return Card.of(
                "pair",
                place + (joins ? ".person-and-screen" : ".people"),
                one.firstName(),
                one.profession(),
                two.firstName(),
                two.profession());
    }

    private static Card doing(Facts facts) {
        if (facts.devices().isEmpty()) {
            return Card.of("play", "do." + facts.kind().name().toLowerCase(Locale.ROOT), facts.minutes());
        }
        String names = facts.devices().stream().map(Device::name).collect(Collectors.joining(", "));
        return Card.of(DRAWN.getOrDefault(facts.devices().getFirst().kind(), "device"), "device", names);
    }

    private static Card end(Facts facts) {
        return facts.place() == Place.HERE
                ? Card.of("way-home", "here.end", facts.end())
                : Card.of("after", "away.end", facts.end());
    }
}
