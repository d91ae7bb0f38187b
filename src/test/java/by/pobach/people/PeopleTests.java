package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.people.Person.TellBy;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@InTestHouse
class PeopleTests {
    @Autowired
    Staff staff;

    @Autowired
    Persons persons;

    @Autowired
    NamesOnStart names;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobody_works_here_yet() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from people.staff").update();
            staff.leaves(Ids.next(), Instant.now());
        });
    }

    @Test
    void staff_are_sorted_by_surname_as_a_belarusian_dictionary_does() {
        hire(
                "Яўген Ждановіч",
                "Яўгенія Ўсціновіч",
                "Адам Явар",
                "Іна Іваноўская",
                "Ян Ёлкін",
                "Алесь Елкін",
                "Зося Якуб",
                "Ева Йодка");

        assertThat(staff.all())
                .extracting(member -> member.name().be())
                .containsExactly(
                        "Алесь Елкін",
                        "Ян Ёлкін",
                        "Яўген Ждановіч",
                        "Іна Іваноўская",
                        "Ева Йодка",
                        "Яўгенія Ўсціновіч",
                        "Адам Явар",
                        "Зося Якуб");
    }

    @Test
    void a_member_comes_back_as_hired() {
        StaffMember iryna = member("Ірына Шпак", Role.SPECIALIST, Role.METHODOLOGIST);

        transaction.executeWithoutResult(status -> staff.hire(iryna));

        assertThat(staff.find(iryna.id())).contains(iryna);
        assertThat(staff.byEmail(" " + iryna.email().toUpperCase(java.util.Locale.ROOT)))
                .contains(iryna);
    }

    @Test
    void two_people_do_not_sign_in_with_one_address() {
        StaffMember first = member("Ірына Шпак", Role.SPECIALIST);
        StaffMember second = new StaffMember(
                Ids.next(),
                first.name(),
                first.profession(),
                first.roles(),
                List.of("be"),
                first.email().toUpperCase(java.util.Locale.ROOT));

        transaction.executeWithoutResult(status -> staff.hire(first));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> staff.hire(second)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void who_left_is_no_longer_offered_but_still_has_a_name() {
        StaffMember iryna = member("Ірына Шпак", Role.SPECIALIST);
        transaction.executeWithoutResult(status -> staff.hire(iryna));

        transaction.executeWithoutResult(
                status -> staff.leaves(iryna.id(), Instant.now().minusSeconds(1)));

        assertThat(staff.all()).isEmpty();
        assertThat(staff.byEmail(iryna.email())).isEmpty();
        assertThat(staff.find(iryna.id())).contains(iryna);
    }

    @Test
    void who_leaves_next_month_is_here_today() {
        StaffMember iryna = member("Ірына Шпак", Role.SPECIALIST);

        transaction.executeWithoutResult(status -> {
            staff.hire(iryna);
            staff.leaves(iryna.id(), Instant.now().plusSeconds(3600));
        });

        assertThat(staff.all()).containsExactly(iryna);
    }

    @Test
    void alesya_is_kept_corrected_and_erased_for_good() {
        Person alesya = new Person(Ids.next(), "Алеся", null, "+375291234567", Language.BE, TellBy.SMS);
        Person corrected = new Person(alesya.id(), "Алеся Р.", "a@example.by", null, Language.EN, TellBy.MAIL);

        transaction.executeWithoutResult(status -> persons.keep(alesya));
        assertThat(persons.find(alesya.id())).contains(alesya);
        transaction.executeWithoutResult(status -> persons.keep(corrected));
        assertThat(persons.find(alesya.id())).contains(corrected);

        transaction.executeWithoutResult(status -> {
            persons.erase(alesya.id());
            persons.keep(alesya);
        });
        assertThat(persons.find(alesya.id())).isEmpty();
        assertThat(traces(alesya.id())).isZero();
    }

    @Test
    void nobody_is_kept_without_a_way_to_reach_them() {
        Person unreachable = new Person(Ids.next(), "Алеся", null, null, Language.BE, TellBy.CALL);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> persons.keep(unreachable)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void shcharbakova_is_found_however_she_is_written_until_she_is_erased() {
        Person alena = person("Алена Шчарбакова", "+375291230042");
        Person pavel = person("Павел Шчарбакоў", "+375291231042");

        transaction.executeWithoutResult(status -> {
            persons.keep(alena);
            persons.keep(pavel);
        });

        assertThat(persons.named("Щербакова Елена")).containsExactly(alena.id());
        assertThat(persons.named("shcherbak")).contains(alena.id(), pavel.id());
        assertThat(persons.named("Елена Щербаков")).containsExactly(alena.id());
        assertThat(persons.named("Ш")).as("one letter is too little").isEmpty();
        assertThat(persons.named("' or 1=1 --%")).isEmpty();
        assertThat(persons.withPhoneEnd("0042")).containsExactly(alena.id());

        transaction.executeWithoutResult(status -> {
            persons.keep(new Person(alena.id(), "Алена Жук", null, alena.phone(), Language.RU, TellBy.CALL));
            persons.erase(pavel.id());
        });
        assertThat(persons.named("Щербаков")).isEmpty();
        assertThat(persons.named("Елена Жук")).containsExactly(alena.id());
        assertThat(persons.withPhoneEnd("1042")).isEmpty();
        assertThat(words(pavel.id())).isZero();
    }

    @Test
    void a_name_kept_before_there_was_a_search_is_found_after_the_next_start() {
        Person old = person("Вольга Ждановіч", "+375291230043");
        transaction.executeWithoutResult(status -> {
            persons.keep(old);
            jdbc.sql("delete from people.name_word").update();
        });
        assertThat(persons.named("Ольга")).isEmpty();

        names.hear();

        assertThat(persons.named("Ольга Ждан")).containsExactly(old.id());
    }

    private int words(UUID id) {
        return jdbc.sql("select count(*) from people.name_word where person_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static Person person(String name, String phone) {
        return new Person(Ids.next(), name, null, phone, Language.BE, TellBy.CALL);
    }

    private int traces(UUID id) {
        return jdbc.sql("""
                select count(*) from people.person p
                where id = :id and (p::text like '%Алеся%' or p::text like '%375%' or p::text like '%@%')""").param("id", id).query(Integer.class).single();
    }

    private void hire(String... names) {
        transaction.executeWithoutResult(status -> {
            for (String name : names) {
                staff.hire(member(name, Role.SPECIALIST));
            }
        });
    }

    private static StaffMember member(String name, Role... roles) {
        return new StaffMember(
                Ids.next(),
                Words.same(name),
                Words.same("лагапед"),
                Set.of(roles),
                List.of("be", "sgn-BY"),
                Ids.next() + "@pobach.example");
    }
}
