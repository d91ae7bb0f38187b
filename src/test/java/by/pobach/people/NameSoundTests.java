package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is found by whose spelling. Each line is one person written in several ways, or two people who are not one. */
class NameSoundTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Алена | Елена
            Алена | Алёна
            Алена | Alena
            Алена | Yelena
            Аксана | Оксана
            Алег | Олег
            Алег | Aleh
            Алеся | Олеся
            Аляксандр | Александр
            Аляксандр | Aliaksandr
            Аляксандр | Alexander
            Аляксей | Алексей
            Анастасія | Настасся
            Анатоль | Анатолий
            Андрэй | Андрей
            Андрэй | Andrei
            Антаніна | Антонина
            Арсень | Арсений
            Валерый | Валерий
            Валянціна | Валентина
            Васіль | Василий
            Вольга | Ольга
            Вольга | Volha
            Вольга | Olga
            Віктар | Виктор
            Вікторыя | Виктория
            Вікторыя | Victoria
            Віталь | Виталий
            Ганна | Анна
            Ганна | Hanna
            Генадзь | Геннадий
            Дар’я | Дарья
            Дар’я | Дар'я
            Дар’я | Дарʼя
            Дар’я | Daria
            Дзмітрый | Дмитрий
            Дзмітрый | Зміцер
            Дзмітрый | Dzmitry
            Дзяніс | Денис
            Зоя | Zoya
            Ігар | Игорь
            Ігар | Ihar
            Ігар | Igor
            Ілья | Илья
            Ірына | Ирина
            Ірына | Iryna
            Кацярына | Екатерина
            Кацярына | Katsiaryna
            Кірыл | Кирилл
            Ксенія | Ксения
            Лізавета | Елизавета
            Людміла | Людмила
            Людміла | Lyudmila
            Максім | Maxim
            Мар’яна | Марьяна
            Марыя | Мария
            Марыя | Maryia
            Марыя | Maria
            Мацвей | Матвей
            Мікалай | Николай
            Мікалай | Мікола
            Мікіта | Никита
            Міхаіл | Михаил
            Міхаіл | Mikhail
            Надзея | Надежда
            Наталля | Наталья
            Наталля | Natallia
            Павел | Pavel
            Пётр | Пятро
            Пётр | Piotr
            Раман | Роман
            Рыгор | Григорий
            Святлана | Светлана
            Святлана | Sviatlana
            Соф’я | Софья
            Соф’я | София
            Сцяпан | Степан
            Сяргей | Сергей
            Сяргей | Siarhei
            Сяргей | Sergey
            Таццяна | Татьяна
            Таццяна | Tatsiana
            Таццяна | Tatiana
            Уладзімір | Владимир
            Уладзіслаў | Владислав
            Ульяна | Уляна
            Фёдар | Фёдор
            Фёдар | Федор
            Цімафей | Тимофей
            Юлія | Юлия
            Юлія | Yuliya
            Юлія | Julia
            Юры | Юрий
            Юры | Yury
            Яна | Yana
            Яўген | Евгений
            Яўген | Yauhen
            Яўген | Evgeny
            Яўгенія | Евгения
            Багдановіч | Богданович
            Багдановіч | Bahdanovich
            Бярозка | Берёзка
            Бярозка | Березка
            Гарбачоў | Горбачёв
            Грыцук | Hrytsuk
            Дзяржынскі | Дзержинский
            Ёлкіна | Елкина
            Жалязняк | Железняк
            Ждановіч | Zhdanovich
            Ігнатаў | Игнатов
            Кавалёва | Ковалёва
            Кавалёва | Ковалева
            Кавалёў | Кавалёу
            Кавалёў | Kavaliou
            Кавалёў | Kovalev
            Каваль | Коваль
            Кузняцоў | Кузнецов
            Кузняцоў | Kuzniatsou
            Кузняцоў | Kuznetsov
            Лісоўскі | Лисовский
            Лісоўскі | Lisouski
            Лісоўскі | Lisovskiy
            Ляўчук | Левчук
            Ляўчук | Liauchuk
            Мікалаеў | Николаев
            Овсянников | Аўсяннікаў
            Пятроў | Петров
            Пятроў | Piatrou
            Рудзько | Рудько
            Сакалоўская | Соколовская
            Сакалоўская | Sakalouskaya
            Степаненко | Сцепаненка
            Тимошенко | Цімашэнка
            Ткачоў | Ткачёв
            Вдовина | Удовіна
            Хадасевіч | Khadasevich
            Цвятаева | Цветаева
            Чарнышова | Чернышёва
            Чыж | Chyzh
            Шаўчэнка | Шевченко
            Шпакоўская | Shpakouskaya
            Шчарбакова | Щербакова
            Шчарбакова | Shcherbakova
            Шчарбакова | Shcharbakova
            Шчарбакова | Ščarbakova
            Шышко | Шишко
            Юшкевіч | Yushkevich
            Якушаў | Якушев
            Яўдакімаў | Евдокимов
            КАВАЛЁВА | кавалёва
            Каваль-Жук | Жук Коваль
            """)
    void one_person_in_two_spellings_is_found(String one, String other) {
        assertThat(finds(one, other)).as("%s finds %s", one, other).isTrue();
        assertThat(finds(other, one)).as("%s finds %s", other, one).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Алена | Алеся
            Алена | Аліна
            Алена | Аляксандра
            Андрэй | Антон
            Вера | Варвара
            Ганна | Жанна
            Ганна | Яна
            Дар’я | Дарына
            Дзяніс | Даніла
            Іна | Ніна
            Ірына | Марына
            Ксенія | Аксана
            Марына | Марыя
            Марыя | Дар’я
            Наталля | Настасся
            Раман | Рамуальд
            Сяргей | Сямён
            Таццяна | Тамара
            Юлія | Юры
            Жук | Чук
            Зайцаў | Заяц
            Іваноў | Іваненка
            Іванова | Іваноўская
            Кавалёва | Кавальчук
            Кавалёва | Каваленка
            Казлоў | Козырава
            Ліс | Лось
            Новік | Навумчык
            Пятроў | Пятрэнка
            Рак | Рык
            Сідарэнка | Сідарчук
            Шчарбакова | Шарапава
            Алена Жук | Алена Чук
            Алена Жук | Аліна Жук
            """)
    void two_people_are_not_taken_for_one(String one, String other) {
        assertThat(finds(one, other)).as("%s finds %s", one, other).isFalse();
        assertThat(finds(other, one)).as("%s finds %s", other, one).isFalse();
    }

    @Test
    void the_beginning_of_a_word_is_enough() {
        assertThat(finds("Щерб", "Алена Шчарбакова")).isTrue();
        assertThat(finds("шчарб ел", "Алена Шчарбакова")).isTrue();
        assertThat(finds("бакова", "Алена Шчарбакова")).isFalse();
    }

    @Test
    void whatever_is_typed_becomes_short_words_of_plain_letters() {
        assertThat(NameSound.words("")).isEmpty();
        assertThat(NameSound.words(" ’ ь % _ \u0000 漢字")).isEmpty();
        assertThat(NameSound.words("Łukasz O’Brien 2-я")).allMatch(word -> word.matches("[a-z0-9]{1,60}"));
        assertThat(NameSound.words("xzч".repeat(100))).allMatch(word -> word.length() == 60);
    }

    /** As the table does it: each word asked for begins a word of the name. */
    private static boolean finds(String asked, String name) {
        List<String> known = NameSound.words(name);
        return NameSound.words(asked).stream()
                .allMatch(word -> known.stream().anyMatch(heard -> heard.startsWith(word)));
    }
}
