package by.pobach.offers;

import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says refusals to programs: RFC 9457, a stable type, and a title that a parent can read. */
@Component
public class ApiProblem {
    private final IcuMessages messages;

    ApiProblem(IcuMessages messages) {
        this.messages = messages;
    }

    record Error(String field, String reason) {}

    public ResponseEntity<Object> invalid(List<Fault> faults, Language language) {
        List<Error> errors = faults.stream()
                .map(fault -> new Error(fault.field(), say(fault.reason(), language)))
                .toList();
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "offers.problem.invalid",
                language,
                Map.of("errors", errors));
    }

    /** A reason of another module comes with its whole key, such as {@code people.refused.not-a-phone}. */
    private String say(String reason, Language language) {
        return messages.say(language, reason.contains(".") ? reason : "offers.reason." + reason);
    }

    /**
     * A refusal.
     *
     * @param type the last part of the stable type, {@code /problems/…}
     * @param title the key of the title's words
     */
    public ResponseEntity<Object> answer(
            HttpStatusCode status, String type, String title, Language language, Map<String, Object> more) {
        Map<String, Object> problem = new LinkedHashMap<>(); // no "instance": it would repeat a path with a token
        problem.put("type", "/problems/" + type);
        problem.put("title", messages.say(language, title));
        problem.put("status", status.value());
        problem.putAll(more);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
