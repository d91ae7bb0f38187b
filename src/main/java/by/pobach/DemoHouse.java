package by.pobach;

import static java.util.stream.Collectors.toUnmodifiableSet;

import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.places.Room;
import by.pobach.places.UsefulNumber;
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
        centre.keepNumbers(numbers());
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

    /** Written from memory, to be verified before anybody relies on them; an installation says its own. */
    private static List<UsefulNumber> numbers() {
        return List.of(
                danger("102", "міліцыя", "милиция", "police"),
                danger("103", "хуткая дапамога", "скорая помощь", "ambulance"),
                danger("8-801-100-16-11", "дзіцячая лінія даверу", "детская линия доверия", "child helpline"),
                new UsefulNumber(
                        UsefulNumber.Kind.TEXT,
                        "+375 29 000-00-00",
                        new Words("каардынатар Цэнтра", "координатор Центра", "the Centre’s coordinator")));
    }

    private static UsefulNumber danger(String dialled, String be, String ru, String en) {
        return new UsefulNumber(UsefulNumber.Kind.DANGER, dialled, new Words(be, ru, en));
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
                Ад метро: сядзьце на аўтобус да прыпынку каля дома. Адтуль дзве хвіліны пешшу роўнай дарогай.
                Уваход: дзверы з двара, яны адчыняюцца самі. Званок нізка, справа.
                Пандус: ён побач з лесвіцай, з поручнямі з двух бакоў.
                Ліфт: адразу за ўваходам. Паверхі ён называе голасам, кнопкі выпуклыя.
                Прыбіральня: на першым паверсе, у яе можна заехаць на вазку. Там жа стол для пераапранання.
                Ціхі куток: на першым паверсе, насупраць гардэроба. Там цьмянае святло і ніхто не гаворыць гучна.
                Брат ці сястра: могуць пачакаць побач з кнігамі і канструктарам. Там заўсёды ёсць дарослы.
                Калі вас трэба сустрэць: патэлефануйце ці напішыце, і мы выйдзем на прыпынак.""", """
                От метро: сядьте на автобус до остановки у дома. Оттуда две минуты пешком по ровной дороге.
                Вход: дверь со двора, она открывается сама. Звонок низко, справа.
                Пандус: он рядом с лестницей, с поручнями с двух сторон.
                Лифт: сразу за входом. Этажи он называет голосом, кнопки выпуклые.
                Туалет: на первом этаже, в него можно заехать на коляске. Там же стол для переодевания.
                Тихий уголок: на первом этаже, напротив гардероба. Там неяркий свет и никто не говорит громко.
                Брат или сестра: могут подождать рядом с книгами и конструктором. Там всегда есть взрослый.
                Если вас нужно встретить: позвоните или напишите, и мы выйдем на остановку.""", """
                From the metro: take a bus to the stop by the house. From there it is two minutes on a level path.
                Entrance: the door is in the yard and opens by itself. The bell is low, on the right.
                Ramp: it is beside the steps, with handrails on both sides.
                Lift: right behind the entrance. It says the floors aloud, and its buttons can be felt.
                Toilet: on the ground floor, with room for a wheelchair. The changing table is there, too.
                Quiet corner: on the ground floor, opposite the cloakroom. The light is soft and nobody speaks loudly.
                A brother or sister: can wait beside the books and building bricks. An adult is always there.
                If you would like to be met: call or write, and we will come out to the bus stop.""");
    }
}
