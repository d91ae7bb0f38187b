package by.pobach;

import by.pobach.offers.Barrier;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Service.Kind;
import by.pobach.offers.Services;
import by.pobach.web.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the demo's Centre offers to one family at a time: the first talk and consultations. Lessons: {@link DemoLessons}. */
class DemoServices {
    private static final Set<Barrier> ANY = EnumSet.allOf(Barrier.class);
    static final Words NOTHING_TO_BRING = new Words(
            "Нічога спецыяльнага. Калі дзіця любіць сваю цацку ці кнігу, вазьміце яе.",
            "Ничего специального. Если у ребёнка есть любимая игрушка или книга, возьмите её.",
            "Nothing special. If the child has a favourite toy or book, take it along.");

    private final Services services;
    private int position;

    DemoServices(Services services) {
        this.services = services;
    }

    void offer() {
        firstTalk();
        consultations();
        new DemoLessons(this).offer();
    }

    private void firstTalk() {
        add(
                Kind.CONSULTATION,
                "first-talk",
                new Words("Першая размова", "Первый разговор", "First talk"),
                new Words(
                        "Раскажаце, што складана, і разам вырашым, што зрабіць спачатку.",
                        "Расскажете, что сложно, и вместе решим, с чего начать.",
                        "Tell us what is hard, and together we will decide what to do first."),
                30,
                ANY,
                List.of(Place.HERE, Place.VIDEO, Place.PHONE),
                "",
                null,
                "sakalouskaya dubina yurevich");
    }

    private void consultations() {
        add(
                Kind.CONSULTATION,
                "hearing",
                new Words("Кансультацыя: слых", "Консультация: слух", "Consultation: hearing"),
                new Words(
                        "Як дапамагчы дзіцяці чуць і разумець іншых дома, у садку і ў класе.",
                        "Как помочь ребёнку слышать и понимать других дома, в саду и в классе.",
                        "How to help a child hear and understand others at home, in kindergarten and in class."),
                45,
                EnumSet.of(Barrier.HEAR),
                List.of(Place.HERE, Place.VIDEO),
                "hearing",
                null,
                "kaval");
        add(
                Kind.CONSULTATION,
                "vision",
                new Words("Кансультацыя: зрок", "Консультация: зрение", "Consultation: vision"),
                new Words(
                        "Святло, шрыфты, прылады і парадак рэчаў, з якімі дзіцяці прасцей.",
                        "Свет, шрифты, приборы и порядок вещей, с которыми ребёнку проще.",
                        "Light, print, devices and an order of things that make it easier for a child."),
                45,
                EnumSet.of(Barrier.SEE),
                List.of(Place.HERE, Place.VIDEO),
                "vision",
                null,
                "biarozka");
        add(
                Kind.CONSULTATION,
                "movement",
                new Words("Кансультацыя: рух", "Консультация: движение", "Consultation: movement"),
                new Words(
                        "Як сядзець, стаяць і рухацца так, каб хапала сіл.",
                        "Как сидеть, стоять и двигаться так, чтобы хватало сил.",
                        "How to sit, stand and move so that there is strength left."),
                45,
                EnumSet.of(Barrier.MOVE),
                List.of(Place.HERE),
                "motor",
                null,
                "vauchok");
        add(
                Kind.CONSULTATION,
                "daily",
                new Words(
                        "Кансультацыя: ежа і адзенне",
                        "Консультация: еда и одежда",
                        "Consultation: eating and dressing"),
                new Words(
                        "Што змяніць дома і ў садку, каб дзіця магло больш рабіць само.",
                        "Что изменить дома и в саду, чтобы ребёнок мог больше делать сам.",
                        "What to change at home and in kindergarten so that a child can do more alone."),
                45,
                EnumSet.of(Barrier.EAT),
                List.of(Place.HERE, Place.VIDEO),
                "",
                null,
                "shpakouskaya vauchok");
        add(
                Kind.CONSULTATION,
                "speech",
                new Words("Кансультацыя: маўленне", "Консультация: речь", "Consultation: speech"),
                new Words(
                        "Як размаўляць разам: словамі, жэстамі, малюнкамі.",
                        "Как разговаривать вместе: словами, жестами, рисунками.",
                        "How to talk together: with words, gestures, pictures."),
                45,
                EnumSet.of(Barrier.SPEAK),
                List.of(Place.HERE, Place.VIDEO),
                "",
                null,
                "mikulich stankevich");
        add(
                Kind.CONSULTATION,
                "learning",
                new Words("Кансультацыя: вучоба", "Консультация: учёба", "Consultation: learning"),
                new Words(
                        "Як прыстасаваць урок і заданні, каб дзіця вучылася разам з класам.",
                        "Как приспособить урок и задания, чтобы ребёнок учился вместе с классом.",
                        "How to adapt lessons and tasks so that a child learns together with the class."),
                60,
                EnumSet.of(Barrier.LEARN),
                List.of(Place.HERE, Place.VIDEO),
                "",
                null,
                "shpakouskaya melezh");
        add(
                Kind.CONSULTATION,
                "together",
                new Words("Размова з псіхолагам", "Разговор с психологом", "Talk with a psychologist"),
                new Words(
                        "Што дапамагае дзіцяці быць з іншымі і супакоіцца, калі ўсяго зашмат.",
                        "Что помогает ребёнку быть с другими и успокоиться, когда всего слишком много.",
                        "What helps a child be with others and calm down when everything is too much."),
                60,
                EnumSet.of(Barrier.TOGETHER),
                List.of(Place.HERE, Place.VIDEO),
                "",
                null,
                "rudzko lisouski");
    }

    /** One service; the people are the demo's short names, separated by spaces. */
    void add(
            Kind kind,
            String id,
            Words name,
            Words about,
            int minutes,
            Set<Barrier> barriers,
            List<Place> places,
            String roomFeature,
            @Nullable String device,
            String people) {
        services.add(new Service(
                id,
                ++position,
                kind,
                name,
                about,
                minutes,
                30,
                barriers,
                places,
                null,
                NOTHING_TO_BRING,
                roomFeature.isEmpty() ? Set.of() : Set.of(roomFeature),
                device,
                0,
                device == null ? 5 : 10,
                Stream.of(people.split(" ", -1))
                        .filter(person -> !person.isEmpty())
                        .map(person -> DemoSeed.id("staff/" + person))
                        .toList()));
    }

    void addGroupDate(String id, java.time.Instant start, int minutes) {
        services.addGroupDate(id, start, start.plusSeconds(minutes * 60L));
    }
}
