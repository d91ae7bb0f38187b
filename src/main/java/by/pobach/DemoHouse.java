package by.pobach;

import static java.util.stream.Collectors.toUnmodifiableSet;

import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.places.Room;
import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Opening;
import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The house of the demo: the Centre's facts, its week, and eight rooms on three floors. */
class DemoHouse {
    private static final Words STREET = new Words(
            "вул. Ф. Скарыны, 13, корпус 7", "ул. Ф. Скорины, 13, корпус 7", "13 F. Skaryna Street, building 7");

    private final Centre centre;
    private final WorkingCalendar calendar;

    DemoHouse(Centre centre, WorkingCalendar calendar) {
        this.centre = centre;
        this.calendar = calendar;
    }

    void furnish() {
        centre.keepFacts(facts());
        calendar.keepWeek(week());
        room("sensory", "Сэнсорная зала", "Сенсорный зал", "Sensory room", 0, 15, "sensory quiet wheelchair");
        room("motor", "Зала руху", "Зал движения", "Movement room", 0, 10, "motor wheelchair", "sensory");
        room("consult-1", "Кабінет сустрэч 1", "Кабинет встреч 1", "Meeting room 1", 0, 5, "consult quiet wheelchair");
        room("hearing", "Кабінет слыху", "Кабинет слуха", "Hearing room", 1, 5, "hearing quiet wheelchair");
        room(
                "aac",
                "Кабінет камунікацыі",
                "Кабинет коммуникации",
                "Communication room",
                1,
                5,
                "aac wheelchair",
                "hearing");
        room("vision", "Кабінет зроку", "Кабинет зрения", "Vision room", 1, 5, "vision quiet wheelchair", "aac");
        room("consult-2", "Кабінет сустрэч 2", "Кабинет встреч 2", "Meeting room 2", 2, 5, "consult wheelchair");
        room("hall", "Вучэбная зала", "Учебный зал", "Training hall", 2, 15, "hall wheelchair", "consult-2");
    }

    private void room(
            String id, String be, String ru, String en, int floor, int buffer, String features, String... neighbours) {
        centre.addRoom(new Room(
                DemoSeed.id("room/" + id),
                new Words(be, ru, en),
                floor,
                Set.of(features.split(" ", -1)),
                Arrays.stream(neighbours)
                        .map(neighbour -> DemoSeed.id("room/" + neighbour))
                        .collect(toUnmodifiableSet()),
                buffer));
    }

    private static List<Opening> week() {
        List<Opening> week = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            week.add(new Opening(DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        week.add(new Opening(DayOfWeek.SATURDAY, LocalTime.of(10, 0), LocalTime.of(14, 0)));
        return week;
    }

    private static CentreFacts facts() {
        return new CentreFacts(
                new Words(
                        "Нацыянальны рэсурсны цэнтр інклюзіўнай адукацыі",
                        "Национальный ресурсный центр инклюзивного образования",
                        "National Resource Centre for Inclusive Education"),
                new Words("Мінск, " + STREET.be(), "Минск, " + STREET.ru(), STREET.en() + ", Minsk"),
                STREET,
                ZoneId.of("Europe/Minsk"),
                List.of("+375 17 000-00-00"),
                "centre@pobach.example",
                List.of("be", "ru", "en", "sgn-BY"),
                new Words(
                        "Бясплатна. Дыягназ, даведкі і накіраванне не патрэбныя.",
                        "Бесплатно. Диагноз, справки и направление не нужны.",
                        "Free of charge. No diagnosis, certificates or referral needed."),
                gettingHere());
    }

    private static Words gettingHere() {
        return new Words("""
                Ад метро — аўтобусам да прыпынку каля дома, адтуль дзве хвіліны пешшу роўнай дарогай. \
                Уваход з двара. Побач з лесвіцай ёсць пандус, дзверы адчыняюцца самі. Званок — нізка, справа. \
                Ліфт — адразу за ўваходам, паверхі ён называе голасам. \
                Прыбіральня, у якую можна заехаць на вазку, і стол для пераапранання — на першым паверсе. \
                Брат ці сястра могуць пачакаць у куце з кнігамі і канструктарам: ён насупраць гардэроба, і там заўсёды ёсць дарослы. \
                Калі вам зручней, каб вас сустрэлі на прыпынку, патэлефануйце — мы выйдзем.""", """
                От метро — автобусом до остановки у дома, оттуда две минуты пешком по ровной дороге. \
                Вход со двора. Рядом с лестницей есть пандус, двери открываются сами. Звонок — низко, справа. \
                Лифт — сразу за входом, этажи он называет голосом. \
                Туалет, в который можно заехать на коляске, и стол для переодевания — на первом этаже. \
                Брат или сестра могут подождать в уголке с книгами и конструктором: он напротив гардероба, и там всегда есть взрослый. \
                Если вам удобнее, чтобы вас встретили на остановке, позвоните — мы выйдем.""", """
                From the metro take a bus to the stop by the house; from there it is two minutes on a level path. \
                The entrance is from the yard. There is a ramp beside the steps, and the doors open by themselves. The bell is low, on the right. \
                The lift is right behind the entrance and says the floors aloud. \
                A toilet with room for a wheelchair and a changing table are on the ground floor. \
                A brother or sister can wait in the corner with books and building bricks: it is opposite the cloakroom, and an adult is always there. \
                If you would like to be met at the bus stop, call us and we will come out.""");
    }
}
