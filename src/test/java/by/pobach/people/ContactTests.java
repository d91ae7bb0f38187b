package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.people.Contact.Why;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+375 29 123-45-67", "+375(29)1234567", "+375 (029) 123 45 67", "375291234567", "8 029 123-45-67",
                        "8 (029) 123-45-67",
                "80291234567", "80 29 123 45 67", "+80 29 123-45-67", "029 123-45-67", "29 123 45 67",
                        "8 10 375 29 123 45 67",
                "00375 29 1234567", " +375\u00a029\u00a0123\u201345\u201367 ", "\u202a+375 29 123-45-67\u202c",
                        "(+375) 29.123.45.67"
            })
    void alesyas_mobile_number_is_one_number_however_she_writes_it(String typed) {
        assertThat(Contact.phone(typed)).isEqualTo(new Good("+375291234567"));
    }

    @ParameterizedTest
    @CsvSource({
        "+375 17 000-00-00, +375170000000",
        "8 017 200-10-20, +375172001020",
        "8 0163 45-67-89, +375163456789",
        "8 0154 52-11-22, +375154521122",
        "+48 22 123 45 67, +48221234567",
        "+7 912 345-67-89, +79123456789",
        "0048 221234567, +48221234567",
        "8 10 48 22 123 45 67, +48221234567",
        "+1 (202) 555-0143, +12025550143"
    })
    void fixed_and_foreign_numbers_are_kept_too(String typed, String kept) {
        assertThat(Contact.phone(typed)).isEqualTo(new Good(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "няма, NOT_A_PHONE",
        "+375 29 123-45-67 дад. 5, NOT_A_PHONE",
        "++375291234567, NOT_A_PHONE",
        "29+1234567, NOT_A_PHONE",
        "---, NOT_A_PHONE",
        "123-45-67, PHONE_CODE_MISSING",
        "8 912 345-67-89, PHONE_CODE_MISSING",
        "22 123 45, PHONE_CODE_MISSING",
        "+375 29 123-45-6, PHONE_LENGTH",
        "+375 29 123-45-678, PHONE_LENGTH",
        "8 029 123-45-6, PHONE_LENGTH",
        "+375 99 123-45-67, PHONE_CODE_UNKNOWN",
        "8 099 123-45-67, PHONE_CODE_UNKNOWN",
        "+12, PHONE_LENGTH",
        "+1234567890123456, PHONE_LENGTH"
    })
    void what_nobody_can_dial_is_refused_with_its_reason(String typed, Why why) {
        assertThat(Contact.phone(typed)).isEqualTo(new Refused(why));
    }

    @Test
    void a_novel_in_the_phone_field_is_refused() {
        assertThat(Contact.phone("1".repeat(2_000_000))).isEqualTo(new Refused(Why.TOO_LONG));
    }

    @Test
    void text_messages_go_to_mobiles_and_abroad() {
        assertThat(Contact.takesTexts("+375291234567")).isTrue();
        assertThat(Contact.takesTexts("+375172001020")).isFalse();
        assertThat(Contact.takesTexts("+48221234567")).isTrue();
    }

    @Test
    void a_kept_number_is_shown_as_people_read_it() {
        assertThat(Contact.shown("+375291234567")).isEqualTo("+375 29 123-45-67");
        assertThat(Contact.shown("+48221234567")).isEqualTo("+48221234567");
    }

    @ParameterizedTest
    @CsvSource({
        "mama@example.by, mama@example.by",
        "'  Mama.Alesya+centre@Example.BY ', Mama.Alesya+centre@example.by",
        "o'neil@example.ie, o'neil@example.ie",
        "info@пошта.бел, info@xn--80a1acn3a.xn--90ais"
    })
    void addresses_are_kept_as_mail_servers_take_them(String typed, String kept) {
        assertThat(Contact.email(typed)).isEqualTo(new Good(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mama",
                "@example.by",
                "mama@",
                "mama@example",
                "mama@.by",
                "mama@example..by",
                "ma ma@example.by",
                ".mama@example.by",
                "mama.@example.by",
                "ma..ma@example.by",
                "mama@exa_mple.by",
                "mama@-example.by",
                "a@b@example.by",
                "mama@127.0.0.1",
                "mama@example.by,papa@example.by",
                "<mama@example.by>",
                "\"mama\"@example.by",
                "mama@example.b"
            })
    void what_is_not_an_address_is_refused(String typed) {
        assertThat(Contact.email(typed)).isEqualTo(new Refused(Why.NOT_AN_EMAIL));
    }

    @Test
    void a_second_header_does_not_get_into_a_letter_through_the_address() {
        assertThat(Contact.email("mama@example.by\r\nBcc: all@example.by"))
                .isEqualTo(new Refused(Why.CONTROL_CHARACTERS));
    }

    @Test
    void a_cyrillic_letter_that_looks_latin_gets_words_of_its_own() {
        assertThat(Contact.email("m\u0430ma@example.by")).isEqualTo(new Refused(Why.FOREIGN_LETTERS_IN_EMAIL));
    }

    @Test
    void an_address_of_any_length_is_answered() {
        assertThat(Contact.email("a".repeat(65) + "@example.by")).isEqualTo(new Refused(Why.NOT_AN_EMAIL));
        assertThat(Contact.email("a".repeat(2_000_000))).isEqualTo(new Refused(Why.TOO_LONG));
        assertThat(Contact.email("a.".repeat(120) + "@x")).isEqualTo(new Refused(Why.NOT_AN_EMAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Дар'я", "Дар’я", "Дарʼя", "Дар`я", "Ўладзіслава-Соф’я", "Ł", "李", "مريم"})
    void a_name_is_kept_as_its_owner_writes_it(String name) {
        assertThat(Contact.name("  " + name + "\t\u00a0 Іваноўна ")).isEqualTo(new Good(name + " Іваноўна"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "' \t ', EMPTY",
        "'- .', EMPTY",
        "'Мама\u0000', CONTROL_CHARACTERS",
        "'Мама\u202eамаМ', CONTROL_CHARACTERS",
        "'Мама\r\nBcc: all@example', CONTROL_CHARACTERS",
        "'Мама\u2028Тата', CONTROL_CHARACTERS",
        "'Мама\ud800', CONTROL_CHARACTERS",
        "Win at www.prize.example, LINK_IN_NAME",
        "https://prize.example, LINK_IN_NAME",
        "write to a@prize.example, LINK_IN_NAME"
    })
    void a_name_carries_no_lines_links_or_unseen_marks(String typed, Why why) {
        assertThat(Contact.name(typed)).isEqualTo(new Refused(why));
    }

    @Test
    void two_hundred_characters_are_a_name_and_one_more_is_not() {
        assertThat(Contact.name("ў".repeat(200))).isInstanceOf(Good.class);
        assertThat(Contact.name("ў".repeat(201))).isEqualTo(new Refused(Why.TOO_LONG));
        assertThat(Contact.name("ў".repeat(2_000_000))).isEqualTo(new Refused(Why.TOO_LONG));
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void every_refusal_has_words_in_three_languages(Why why) throws IOException {
        for (String file : new String[] {"messages.properties", "messages_ru.properties", "messages_en.properties"}) {
            Properties messages = new Properties();
            messages.load(new InputStreamReader(Contact.class.getResourceAsStream(file), StandardCharsets.UTF_8));

            assertThat(messages.getProperty(why.key())).as(file).isNotBlank();
        }
    }
}
