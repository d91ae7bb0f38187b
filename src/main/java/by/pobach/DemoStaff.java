package by.pobach;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Words;
import java.util.List;
import java.util.Set;

/** Fourteen people of the demo and two part-time interpreters of Belarusian Sign Language, one of them by video. One of them is blind; it does not show. */
class DemoStaff {
    private final Staff staff;

    DemoStaff(Staff staff) {
        this.staff = staff;
    }

    void hire() {
        lead("liauchuk", "Таццяна Ляўчук", "Татьяна Левчук", "Tatsiana Liauchuk", Role.DIRECTOR, Profession.DIRECTOR);
        lead(
                "sakalouskaya",
                "Марына Сакалоўская",
                "Марина Соколовская",
                "Maryna Sakalouskaya",
                Role.COORDINATOR,
                Profession.COORDINATOR);
        lead("dubina", "Алег Дубіна", "Олег Дубина", "Aleh Dubina", Role.COORDINATOR, Profession.COORDINATOR);
        lead(
                "yurevich",
                "Наталля Юрэвіч",
                "Наталья Юревич",
                "Natallia Yurevich",
                Role.METHODOLOGIST,
                Profession.METHODOLOGIST);
        lead(
                "melezh",
                "Кацярына Мележ",
                "Екатерина Мележ",
                "Katsiaryna Melezh",
                Role.METHODOLOGIST,
                Profession.METHODOLOGIST);
        specialist(
                "shpakouskaya",
                "Ірына Шпакоўская",
                "Ирина Шпаковская",
                "Iryna Shpakouskaya",
                Profession.DEFECTOLOGIST,
                "be ru");
        specialist(
                "kaval", "Алена Каваль", "Елена Коваль", "Alena Kaval", Profession.TEACHER_OF_THE_DEAF, "be ru sgn-BY");
        specialist(
                "biarozka",
                "Віктар Бярозка",
                "Виктор Берёзка",
                "Viktar Biarozka",
                Profession.VISION_TEACHER,
                "be ru en");
        specialist("mikulich", "Ганна Мікуліч", "Анна Микулич", "Hanna Mikulich", Profession.SPEECH, "be ru");
        specialist(
                "stankevich",
                "Павел Станкевіч",
                "Павел Станкевич",
                "Pavel Stankevich",
                Profession.COMMUNICATION,
                "be ru en");
        specialist(
                "rudzko", "Святлана Рудзько", "Светлана Рудько", "Sviatlana Rudzko", Profession.PSYCHOLOGIST, "be ru");
        specialist(
                "lisouski",
                "Андрэй Лісоўскі",
                "Андрей Лисовский",
                "Andrei Lisouski",
                Profession.PSYCHOLOGIST,
                "be ru en");
        specialist("vauchok", "Юлія Ваўчок", "Юлия Волчок", "Yuliya Vauchok", Profession.MOVEMENT, "be ru");
        specialist("yorsh", "Дзмітрый Ёрш", "Дмитрий Ёрш", "Dzmitry Yorsh", Profession.TECHNOLOGY, "be ru en");
        add(
                "zuyeva",
                "Дар’я Зуева",
                "Дарья Зуева",
                "Darya Zuyeva",
                Role.INTERPRETER,
                Profession.INTERPRETER,
                "be ru sgn-BY");
        add(
                "karpovich",
                "Марта Карповіч",
                "Марта Карпович",
                "Marta Karpovich",
                Role.VIDEO_INTERPRETER,
                Profession.INTERPRETER,
                "be ru sgn-BY");
    }

    private enum Profession {
        DIRECTOR("дырэктар", "директор", "director"),
        COORDINATOR("каардынатар", "координатор", "coordinator"),
        METHODOLOGIST("метадыст", "методист", "methodologist"),
        DEFECTOLOGIST("настаўнік-дэфектолаг", "учитель-дефектолог", "special education teacher"),
        TEACHER_OF_THE_DEAF("сурдапедагог", "сурдопедагог", "teacher of the deaf"),
        VISION_TEACHER("тыфлапедагог", "тифлопедагог", "vision teacher"),
        SPEECH("лагапед", "логопед", "speech therapist"),
        COMMUNICATION("спецыяліст па камунікацыі", "специалист по коммуникации", "communication specialist"),
        PSYCHOLOGIST("псіхолаг", "психолог", "psychologist"),
        MOVEMENT(
                "спецыяліст па руху і арыентаванні",
                "специалист по движению и ориентированию",
                "movement and orientation specialist"),
        TECHNOLOGY(
                "спецыяліст па дапаможных тэхналогіях",
                "специалист по вспомогательным технологиям",
                "assistive technology specialist"),
        INTERPRETER("перакладчык жэставай мовы", "переводчик жестового языка", "sign language interpreter");

        private final Words words;

        Profession(String be, String ru, String en) {
            this.words = new Words(be, ru, en);
        }
    }

    private void lead(String id, String be, String ru, String en, Role role, Profession profession) {
        add(id, be, ru, en, role, profession, "be ru");
    }

    private void specialist(String id, String be, String ru, String en, Profession profession, String languages) {
        add(id, be, ru, en, Role.SPECIALIST, profession, languages);
    }

    private void add(String id, String be, String ru, String en, Role role, Profession profession, String languages) {
        staff.hire(new StaffMember(
                DemoSeed.id("staff/" + id),
                new Words(be, ru, en),
                profession.words,
                Set.of(role),
                List.of(languages.split(" ", -1)),
                id + "@pobach.example"));
    }
}
