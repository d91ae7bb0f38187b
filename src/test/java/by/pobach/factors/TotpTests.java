package by.pobach.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of an app, against what the standards print. */
class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2027-02-24T12:00:10Z");

    /** RFC 6238, appendix B, SHA-1; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_numbers_of_the_standard_come_out(long seconds, String eight) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(eight.substring(2));
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void the_letters_of_the_standard_come_out_and_go_back(String text, String letters) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.of(bytes)).isEqualTo(letters);
        assertThat(Base32.bytes(letters)).isEqualTo(bytes);
    }

    @Test
    void every_byte_comes_back() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        assertThat(Base32.bytes(Base32.of(all))).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, 0, 30})
    void a_number_is_good_half_a_minute_before_and_after(long seconds) {
        String code = Totp.code(SECRET, Totp.step(NOW.plusSeconds(seconds)));

        assertThat(Totp.near(SECRET, code, NOW)).hasValue(Totp.step(NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-90, 90, 3600, -3600})
    void a_number_of_another_time_is_not_good_but_known(long seconds) {
        String code = Totp.code(SECRET, Totp.step(NOW.plusSeconds(seconds)));

        assertThat(Totp.near(SECRET, code, NOW)).isEmpty();
        assertThat(Totp.far(SECRET, code, NOW)).isPresent();
    }

    @Test
    void an_hour_is_sixty_minutes() {
        assertThat(Totp.minutesOff(Totp.step(NOW.plusSeconds(3600)), NOW)).isEqualTo(60);
        assertThat(Totp.minutesOff(Totp.step(NOW.minusSeconds(3600)), NOW)).isEqualTo(60);
    }
}
