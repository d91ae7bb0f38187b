package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.diary.Diary;
import by.pobach.people.Staff;
import by.pobach.places.Centre;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("deep")
@SpringBootTest(properties = {"pobach.seed=bench"})
@InTestHouse
class BenchSeedTests {
    @Autowired
    BenchSeed seed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Centre centre;

    @Autowired
    Staff staff;

    @Autowired
    Diary diary;

    @Test
    void the_measuring_data_has_the_size_it_promises() {
        assertThat(centre.rooms()).hasSize(50);
        assertThat(staff.all()).hasSize(45);
        assertThat(count("visits.visit")).isEqualTo(77_200);
        assertThat(count("visits.visit where interpreter_id is not null")).isEqualTo(3_860);
        assertThat(count("visits.visit where cardinality(device_ids) = 1")).isEqualTo(7_720);
        assertThat(count("visits.visit v join places.room_feature f on f.room = v.room_id and f.feature = 'consult'"))
                .isEqualTo(9_650);
        assertThat(count("diary.hold")).isEqualTo(2 * 77_200 + 7_720 + 3_860);
    }

    @Test
    void the_promise_is_in_force_and_kept() {
        int overlaps = count("""
                (select upper(during) > lead(lower(during)) over (partition by resource_id order by lower(during)) as late
                 from diary.hold) holds where late""");

        assertThat(overlaps).isZero();
        assertThat(count("pg_constraint where conrelid = 'diary.hold'::regclass and contype = 'x' and convalidated"))
                .isEqualTo(1);
    }

    @Test
    void it_reaches_180_days_back_and_90_ahead_and_leaves_time_free() {
        List<Integer> reach = jdbc.sql("""
                select current_date - min(starts_at)::date from visits.visit
                union all select max(starts_at)::date - current_date from visits.visit""").query(Integer.class).list();
        int fullDays = count("""
                (select count(*) as visits from visits.visit where starts_at > now()
                 group by specialist_id, starts_at::date) days where visits > 11""");

        assertThat(reach.getFirst()).isBetween(175, 180);
        assertThat(reach.getLast()).isBetween(84, 90);
        assertThat(fullDays).isZero();
    }

    @Test
    void a_second_start_changes_nothing() {
        seed.afterSingletonsInstantiated();

        assertThat(count("visits.visit")).isEqualTo(77_200);
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
