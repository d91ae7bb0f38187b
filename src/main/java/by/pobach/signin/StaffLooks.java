package by.pobach.signin;

import by.pobach.web.Actor;
import by.pobach.web.OwnLook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How pages look for each of the staff, kept with the account. The page that asks is everybody's, so the session is read here. */
@Component
class StaffLooks implements OwnLook {
    private final Sessions sessions;
    private final LookTable table;
    private final TransactionTemplate transaction;

    StaffLooks(Sessions sessions, LookTable table, PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void keep(String look, HttpServletRequest request) {
        sessions.who(request).ifPresent(id -> Actor.as(Hat.STAFF.name(id), () -> put(id, look)));
    }

    private void put(UUID id, String look) {
        transaction.executeWithoutResult(status -> table.put(id, look));
    }

    /** Brings it back on the machine where somebody has just signed in. */
    void bringBack(UUID id, HttpServletRequest request, HttpServletResponse response) {
        table.of(id).ifPresent(look -> OwnLook.wear(look, request, response));
    }
}
