package by.pobach.consent;

import by.pobach.people.Accounts;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Алеся, and whoever is put beside her. */
final class Family {
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Staff staff;
    final UUID child = Ids.next();

    Family(ApplicationContext house) {
        transaction = house.getBean(TransactionTemplate.class);
        jdbc = house.getBean(JdbcClient.class);
        accounts = house.getBean(Accounts.class);
        staff = house.getBean(Staff.class);
        Vault vault = house.getBean(Vault.class);
        in(
                "job:test",
                () -> jdbc.sql("insert into families.child (id, called_by) values (?, ?)")
                        .params(child, vault.seal(child, new Field("families.child", "called_by", child), "Алеся"))
                        .update());
    }

    UUID guardian(String name, String kind, String opens) {
        UUID person = in("job:test", () -> accounts.open(name, "m" + Ids.next() + "@example.org", Language.BE));
        in(
                "job:test",
                () -> jdbc.sql(
                                "insert into families.bond (id, child_id, person_id, kind, opens) values (?, ?, ?, ?, ?)")
                        .params(Ids.next(), child, person, kind, opens)
                        .update());
        return person;
    }

    UUID mother() {
        return guardian("Марына", "parent", "all");
    }

    void leaves(UUID person) {
        run("update families.bond set ended_at = now() where person_id = ?", person);
    }

    void barred(UUID person) {
        run(
                "insert into families.bar (id, child_id, person_id, why) values (?, ?, ?, 'court')",
                Ids.next(),
                child,
                person);
    }

    void disagree() {
        run("insert into families.disagreement (id, child_id) values (?, ?)", Ids.next(), child);
    }

    UUID hire(Role... roles) {
        UUID id = Ids.next();
        in("job:test", () -> {
            staff.hire(new StaffMember(
                    id,
                    Words.same("Ірына"),
                    Words.same("лагапед"),
                    Set.of(roles),
                    java.util.List.of("be"),
                    id + "@pobach.example"));
            return id;
        });
        return id;
    }

    void worksWith(UUID member) {
        run(
                "insert into families.assignment (id, child_id, staff_id, why, until) values (?, ?, ?, 'visit', now() + interval '1 d')",
                Ids.next(),
                child,
                member);
    }

    void isRelativeOf(UUID member) {
        run("insert into families.relative (child_id, staff_id) values (?, ?)", child, member);
    }

    void run(String statement, Object... values) {
        in("job:test", () -> jdbc.sql(statement).params(values).update());
    }

    <T> T in(String actor, Supplier<T> work) {
        return Objects.requireNonNull(Actor.as(actor, () -> transaction.execute(status -> work.get())));
    }
}
