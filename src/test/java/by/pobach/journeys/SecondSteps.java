package by.pobach.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second step of signing in for whoever has no telephone: journeys of other things begin behind it. */
class SecondSteps {
    private static JdbcClient jdbc;

    SecondSteps(JdbcClient ofTheHouse) {
        jdbc = ofTheHouse;
    }

    /** The session that this guest has at the desk counts as proved twice from now on. */
    static void take(Guest guest) {
        String id = guest.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("session"))
                .map(cookie -> new String(Base64.getDecoder().decode(cookie.value), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        jdbc.sql("""
                insert into signin.session_attributes (session_primary_id, attribute_name, attribute_bytes)
                select primary_id, 'second', :yes from signin.session where session_id = :id
                on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
                """).param("id", id).param("yes", yes()).update();
    }

    /** Whoever had an app or a passkey has none. */
    static void forgetAll() {
        jdbc.sql("delete from factors.totp").update();
        jdbc.sql("delete from factors.spare").update();
        jdbc.sql("delete from factors.passkey").update();
        jdbc.sql("delete from signin.guesses").update();
    }

    private static byte[] yes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
