package by.pobach;

import by.pobach.offers.Barrier;
import by.pobach.offers.Place;
import by.pobach.offers.Service.Kind;
import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;

/** Lessons of the demo: with a specialist, with a device for child, parent and teacher together, and for groups. */
class DemoLessons {
    private static final List<Place> HERE = List.of(Place.HERE);
    private static final Words TOGETHER = new Words(
            "Занятак для дзіцяці, мамы ці таты і настаўніка разам: паспрабуеце прыладу і навучыцеся ёй карыстацца.",
            "Занятие для ребёнка, мамы или папы и учителя вместе: попробуете прибор и научитесь им пользоваться.",
            "A lesson for child, parent and teacher together: try the device and learn to use it.");

    private final DemoServices services;

    DemoLessons(DemoServices services) {
        this.services = services;
    }

    void offer() {
        lessons();
        devices();
        groups();
    }

    private void lessons() {
        services.add(
                Kind.LESSON,
                "speech-lesson",
                new Words("Занятак з лагапедам", "Занятие с логопедом", "Lesson with a speech therapist"),
                new Words(
                        "Гукі, словы і размова праз гульню.",
                        "Звуки, слова и разговор через игру.",
                        "Sounds, words and talk through play."),
                30,
                EnumSet.of(Barrier.SPEAK, Barrier.LEARN),
                List.of(Place.HERE, Place.VIDEO),
                "",
                null,
                "mikulich");
        services.add(
                Kind.LESSON,
                "sensory-lesson",
                new Words("Занятак у сэнсорнай зале", "Занятие в сенсорном зале", "Lesson in the sensory room"),
                new Words(
                        "Святло, гук і рух у сваім рытме. Можна прыйсці ўдваіх.",
                        "Свет, звук и движение в своём ритме. Можно прийти вдвоём.",
                        "Light, sound and movement at one’s own pace. You can come in two."),
                45,
                EnumSet.of(Barrier.TOGETHER, Barrier.LEARN, Barrier.MOVE),
                HERE,
                "sensory",
                null,
                "rudzko shpakouskaya");
        services.add(
                Kind.LESSON,
                "daily-lesson",
                new Words("Занятак: ем і апранаюся", "Занятие: ем и одеваюсь", "Lesson: eating and dressing"),
                new Words(
                        "Лыжка, кубак, гузікі: крок за крокам, так, як зручна дзіцяці.",
                        "Ложка, чашка, пуговицы: шаг за шагом, так, как удобно ребёнку.",
                        "Spoon, cup, buttons: step by step, the way that suits the child."),
                45,
                EnumSet.of(Barrier.EAT, Barrier.MOVE, Barrier.LEARN),
                HERE,
                "motor",
                null,
                "vauchok shpakouskaya");
    }

    private void devices() {
        device(
                "fm-system",
                "Спроба FM-сістэмы",
                "Проба FM-системы",
                "Trying an FM system",
                "hearing",
                "kaval yorsh",
                Barrier.HEAR);
        device(
                "ultrasonic-cane",
                "Спроба ультрагукавога кія",
                "Проба ультразвуковой трости",
                "Trying an ultrasonic cane",
                "vision",
                "biarozka vauchok",
                Barrier.SEE,
                Barrier.MOVE);
        device(
                "standing-frame",
                "Спроба вертыкалізатара",
                "Проба вертикализатора",
                "Trying a standing frame",
                "motor",
                "vauchok",
                Barrier.MOVE);
        device(
                "communicator",
                "Спроба камунікатара",
                "Проба коммуникатора",
                "Trying a communicator",
                "aac",
                "stankevich yorsh",
                Barrier.SPEAK,
                Barrier.LEARN);
    }

    private void device(
            String kind, String be, String ru, String en, String room, String people, Barrier first, Barrier... more) {
        services.add(
                Kind.DEMONSTRATION,
                "try-" + kind,
                new Words(be, ru, en),
                TOGETHER,
                45,
                EnumSet.of(first, more),
                HERE,
                room,
                kind,
                people);
    }

    private void groups() {
        group(
                "parents-workshop",
                new Words("Майстэрня для мам і тат", "Мастерская для мам и пап", "Workshop for mothers and fathers"),
                new Words(
                        "Робім разам карткі, расклады і куточак цішыні для дому.",
                        "Делаем вместе карточки, расписания и уголок тишины для дома.",
                        "Together we make cards, timetables and a quiet corner for home."),
                DayOfWeek.SATURDAY,
                LocalTime.of(10, 30));
        group(
                "teachers-seminar",
                new Words("Семінар для настаўнікаў", "Семинар для учителей", "Seminar for teachers"),
                new Words(
                        "Урок, у якім ёсць месца кожнаму: прыклады і разбор вашых пытанняў.",
                        "Урок, в котором есть место каждому: примеры и разбор ваших вопросов.",
                        "A lesson with room for everyone: examples and your questions."),
                DayOfWeek.WEDNESDAY,
                LocalTime.of(15, 0));
    }

    private void group(String id, Words name, Words about, DayOfWeek day, LocalTime time) {
        var barriers = EnumSet.of(Barrier.LEARN, Barrier.TOGETHER, Barrier.SPEAK, Barrier.UNKNOWN);
        services.add(Kind.GROUP, id, name, about, 120, barriers, HERE, "hall", null, "");
        ZonedDateTime first = ZonedDateTime.now(ZoneId.of("Europe/Minsk"))
                .plusDays(3)
                .with(TemporalAdjusters.next(day))
                .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                .with(time);
        for (int week = 0; week < 12; week += 2) {
            services.addGroupDate(id, first.plusWeeks(week).toInstant(), 120);
        }
    }
}
