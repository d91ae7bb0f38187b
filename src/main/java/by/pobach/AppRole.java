package by.pobach;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure that the pool's role exists: it may sign in, and is neither owner nor superuser. */
final class AppRole {
    private static final String MAY_NOT = "42501";

    private AppRole() {}

    static void ensure(DatabaseAddress address) {
        try (Connection owner = address.connectAsOwner()) {
            if (!signsIn(address)) {
                make(owner, address);
            }
        } catch (SQLException wrong) {
            throw new CannotStart("The database at " + address + " does not let us in: " + wrong.getMessage(), wrong);
        }
        if (!signsIn(address)) {
            throw new CannotStart("The role pobach_app cannot sign in at " + address
                    + ". Give it its password in POBACH_DATABASE_APP_PASSWORD.");
        }
    }

    private static boolean signsIn(DatabaseAddress address) {
        try (Connection app = address.connectAsApp()) {
            return app.isValid(3);
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void make(Connection owner, DatabaseAddress address) throws SQLException {
        String password = owner.unwrap(org.postgresql.PGConnection.class).escapeLiteral(address.appPassword());
        try (Statement statement = owner.createStatement()) {
            statement.execute("""
                    do $$
                    begin
                        create role pobach_app;
                    exception when duplicate_object or unique_violation then
                        null; -- another node was faster, or an administrator made it
                    end
                    $$""");
            statement.execute("alter role pobach_app login password '" + password + "'");
        } catch (SQLException wrong) {
            if (!MAY_NOT.equals(wrong.getSQLState())) {
                throw wrong;
            }
            throw new CannotStart("""
                    The owner of the database may not make roles. Let an administrator run
                      create role pobach_app login password '…';
                    and start with POBACH_DATABASE_APP_PASSWORD=…, or give the owner CREATEROLE.""", wrong);
        }
    }
}
