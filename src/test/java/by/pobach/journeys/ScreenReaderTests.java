package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.signin.Passwords;
import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The ways that matter most, as they are heard. Each is kept as a text to be read by people; {@code -Dtranscripts=write}
 * writes what is said now. In a house of its own, where it is always half past nine on one Tuesday.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {"pobach.seed=demo", "pobach.demo=true"})
@InTestHouse
@Import(ScreenReaderTests.Tuesday.class)
@Tag("browser")
@Timeout(180)
class ScreenReaderTests {
    private static final Path KEPT = Path.of("src/test/resources/by/pobach/journeys/transcripts");
    private static final int PORT = OpenHouse.freePort();
    private static final String ADDRESS = "http://localhost:" + PORT;

    @TestConfiguration
    static class Tuesday {
        @Bean
        @Primary
        Clock standingStill() {
            return Clock.fixed(Instant.parse("2026-11-17T06:30:00Z"), ZoneOffset.UTC);
        }
    }

    private final List<String> said = new ArrayList<>();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("pobach.base-url", () -> ADDRESS);
    }

    @ParameterizedTest
    @EnumSource
    void a_blind_mother_books_moves_and_cancels(Language language) throws IOException {
        try (Guest mother = comes(language)) {
            Page page = mother.page();
            mother.opens("/");
            hears(page, "1. Home");
            follows(mother, "a[href='/times?hard=hear']");
            hears(page, "2. Times");
            follows(mother, ".first a[href^='/book?']");
            hears(page, "3. Who comes");
            page.fill("#name", "Alesia");
            page.fill("#email", "alesia-" + language.tag() + "@example.org");
            page.check("#agreed");
            follows(mother, "main form button.button");
            hears(page, "4. Check");
            follows(mother, "main form button.button");
            hears(page, "5. Confirmation");
            follows(mother, "a[href$='/move']");
            hears(page, "6. Another time");
            follows(mother, ".hours a");
            hears(page, "7. Move?");
            follows(mother, "main form button.button");
            hears(page, "8. Moved");
            follows(mother, "a[href$='/cancel']");
            hears(page, "9. Cancel?");
            follows(mother, "main form button.button");
            hears(page, "10. Cancelled");
        }
        isAsKept("family", language);
    }

    @ParameterizedTest
    @EnumSource
    void a_blind_coordinator_hears_her_day(Language language) throws IOException {
        try (Guest coordinator = comes(language)) {
            Page page = coordinator.page();
            coordinator.opens("/sign-in");
            hears(page, "1. Sign-in");
            follows(coordinator, "main form button");
            hears(page, "2. Refused");
            page.fill("#email", DeskRoutes.COORDINATOR);
            page.fill("#password", Passwords.DEMO);
            follows(coordinator, "main form button");
            hears(page, "3. The day");
        }
        isAsKept("desk", language);
    }

    private static Guest comes(Language language) {
        return Guest.speaking(language, options -> options.setBaseURL(ADDRESS));
    }

    private static void follows(Guest guest, String selector) {
        guest.comes(() -> guest.page().locator(selector).first().click());
    }

    private void hears(Page page, String where) {
        said.add((said.isEmpty() ? "" : "\n") + "## " + where);
        List<String> all = ScreenReader.says(page);
        said.addAll(said.size() == 1 ? Transcript.of(all) : Transcript.ofMain(all));
    }

    private void isAsKept(String journey, Language language) throws IOException {
        Path kept = KEPT.resolve(journey + "." + language.tag() + ".txt");
        String now = String.join("\n", said) + "\n";
        if (System.getProperty("transcripts", "").equals("write")) {
            Files.createDirectories(KEPT);
            Files.writeString(kept, now);
        }
        assertThat(now).isEqualTo(Files.readString(kept));
    }
}
