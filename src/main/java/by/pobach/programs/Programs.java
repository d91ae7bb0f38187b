package by.pobach.programs;

import by.pobach.signin.Secrets;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tokens out, knows them again, takes them back. */
@Component
class Programs {
    /** So that whoever finds one in a file knows what it is. */
    private static final String MARK = "pobach_";

    static final int LONGEST_DAYS = 365;

    private final ProgramTable table;
    private final TransactionTemplate transaction;

    Programs(ProgramTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return the secret, seen only now */
    String issue(String name, List<Scope> scopes, int days) {
        String secret = MARK + Secrets.token();
        transaction.executeWithoutResult(status -> table.add(Ids.next(), secret, name, scopes, days));
        return secret;
    }

    /** The program that shows this secret, if it may come in today. */
    Optional<ProgramTable.Token> known(String secret) {
        Optional<ProgramTable.Token> token = table.find(secret);
        token.ifPresent(found -> Actor.as(
                "program:" + found.id(), () -> transaction.executeWithoutResult(status -> table.used(found.id()))));
        return token;
    }

    void revoke(UUID id) {
        transaction.executeWithoutResult(status -> table.revoke(id));
    }
}
