package by.pobach.letters;

import by.pobach.web.Discreet;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The letters of an example installation, for everyone to read. A real house has no such page. */
@Controller
@Discreet
@ConditionalOnBooleanProperty("pobach.demo")
class OutboxPages {
    private static final int MOST = 100;
    private static final String UTF_8 = ";charset=UTF-8";

    /** Our HTML in a letter has styles of its own; nothing else of it may do anything. */
    private static final String ALONE =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final LetterTable table;
    private final ZoneId zone;

    OutboxPages(LetterTable table, @Value("${pobach.zone:Europe/Minsk}") ZoneId zone) {
        this.table = table;
        this.zone = zone;
    }

    @GetMapping("/outbox")
    String all(Model model) {
        model.addAttribute("letters", table.newest(MOST));
        model.addAttribute("zone", zone);
        return "letters/outbox";
    }

    @GetMapping("/outbox/{id}")
    String one(@PathVariable UUID id, Model model) {
        KeptLetter letter = find(id);
        model.addAttribute("letter", letter);
        model.addAttribute("paragraphs", Paragraph.of(letter.words() == null ? "" : letter.words()));
        model.addAttribute("zone", zone);
        return "letters/outbox-letter";
    }

    @GetMapping("/outbox/{id}/letter.html")
    ResponseEntity<String> asHtml(@PathVariable UUID id) {
        String html = find(id).html();
        if (html == null) {
            throw gone();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML_VALUE + UTF_8)
                .header("Content-Security-Policy", ALONE)
                .body(html);
    }

    @GetMapping("/outbox/{id}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable UUID id) {
        var invitation = find(id).invitation();
        if (invitation == null) {
            throw gone();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar" + UTF_8 + ";method=" + invitation.method())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pobach.ics\"")
                .body(invitation.ics());
    }

    private KeptLetter find(UUID id) {
        return table.find(id).orElseThrow(OutboxPages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
