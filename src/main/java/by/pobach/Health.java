package by.pobach;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether bookings can be taken now; for load balancers and for {@code bin/run}. */
@RestController
class Health {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final DataSource dataSource;
    private volatile Answer last = new Answer(false, System.nanoTime() - FRESH_NANOS);

    private record Answer(boolean up, long at) {}

    Health(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        boolean up = up();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", up ? "up" : "down"));
    }

    /** Asked at most once a second, however many ask. */
    private boolean up() {
        Answer known = last;
        if (System.nanoTime() - known.at < FRESH_NANOS) {
            return known.up;
        }
        Answer fresh = new Answer(databaseTakesWrites(), System.nanoTime());
        last = fresh;
        return fresh.up;
    }

    private boolean databaseTakesWrites() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean")) {
            return row.next() && row.getBoolean(1);
        } catch (java.sql.SQLException down) {
            return false;
        }
    }
}
