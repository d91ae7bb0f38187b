package by.pobach;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the database is, and its two roles: the owner of everything, and {@value #APP}, which the pool uses.
 *
 * @param url a JDBC URL without user and password
 */
record DatabaseAddress(String url, String owner, String ownerPassword, String appPassword) {
    static final String APP = "pobach_app";

    static DatabaseAddress of(String url, String owner, String ownerPassword) {
        return new DatabaseAddress(url, owner, ownerPassword, appPassword(ownerPassword));
    }

    /** Understands {@code jdbc:postgresql://host/db?user=…&password=…} and {@code postgresql://user:password@host:port/db}. */
    static DatabaseAddress parse(String text, Map<String, String> env) {
        try {
            URI uri = URI.create(text.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:"));
            if (!"postgresql".equals(uri.getScheme()) || uri.getRawAuthority() == null) {
                throw new IllegalArgumentException("not a PostgreSQL URL");
            }
            DatabaseAddress address = parse(uri);
            String own = env.getOrDefault("POBACH_DATABASE_APP_PASSWORD", "");
            return own.isBlank()
                    ? address
                    : new DatabaseAddress(address.url, address.owner, address.ownerPassword, own);
        } catch (IllegalArgumentException wrong) {
            // The address may hold a password: say how it should look, never what it was.
            throw new CannotStart("POBACH_DATABASE_URL should look like postgresql://user:password@host:5432/database");
        }
    }

    private static DatabaseAddress parse(URI uri) {
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String[] account = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String user = account.length > 0 ? decoded(account[0]) : "";
        String password = account.length > 1 ? decoded(account[1]) : "";
        List<String> rest = new ArrayList<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("user=")) {
                user = decoded(pair.substring("user=".length()));
            } else if (pair.startsWith("password=")) {
                password = decoded(pair.substring("password=".length()));
            } else if (!pair.isBlank()) {
                rest.add(pair);
            }
        }
        String tail = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return of("jdbc:postgresql://" + authority.substring(at + 1) + uri.getRawPath() + tail, user, password);
    }

    Connection connectAsOwner() throws SQLException {
        return connect(owner, ownerPassword);
    }

    Connection connectAsApp() throws SQLException {
        return connect(APP, appPassword);
    }

    private Connection connect(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url, properties);
    }

    /** Another database on the same server, for tests. */
    DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(
                url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name), owner, ownerPassword, appPassword);
    }

    String name() {
        return url.replaceFirst("jdbc:postgresql://[^/]+/", "").replaceFirst("\\?.*", "");
    }

    /** All nodes compute the same password, so no secret has to be shared beside the owner's. */
    static String appPassword(String ownerPassword) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // An empty key is refused, and a database that trusts its callers needs no password.
            byte[] key = ownerPassword.isEmpty() ? new byte[1] : ownerPassword.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APP.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return url;
    }
}
