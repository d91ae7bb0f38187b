package by.pobach.visits;

import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says refusals to programs: RFC 9457, a stable type, and a title that a parent can read. */
@Component
class ApiProblem {
    private final IcuMessages messages;

    ApiProblem(IcuMessages messages) {
        this.messages = messages;
    }

    record Error(String field, String reason) {}

    ResponseEntity<Object> invalid(List<Outcome.Fault> faults, Language language) {
        List<Error> errors = faults.stream()
                .map(fault -> new Error(fault.field(), say(fault.reason(), language)))
                .toList();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", language, Map.of("errors", errors));
    }

    ResponseEntity<Object> taken(List<ApiOffer> alternatives, Language language) {
        return answer(HttpStatus.CONFLICT, "taken", language, Map.of("alternatives", alternatives));
    }

    ResponseEntity<Object> keyReused(Language language) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", language, Map.of());
    }

    ResponseEntity<Object> tooLate(Language language) {
        return answer(HttpStatus.CONFLICT, "too-late", language, Map.of());
    }

    ResponseEntity<Object> notFound(Language language) {
        return answer(HttpStatus.NOT_FOUND, "not-found", language, Map.of());
    }

    ResponseEntity<Object> tooMany(Duration retryAfter, Language language) {
        ResponseEntity<Object> answer = answer(HttpStatus.TOO_MANY_REQUESTS, "too-many", language, Map.of());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                .body(answer.getBody());
    }

    /** A reason of another module comes with its whole key, such as {@code people.refused.not-a-phone}. */
    private String say(String reason, Language language) {
        return messages.say(language, reason.contains(".") ? reason : "visits.reason." + reason);
    }

    private ResponseEntity<Object> answer(
            HttpStatusCode status, String type, Language language, Map<String, Object> more) {
        Map<String, Object> problem = new LinkedHashMap<>(); // no "instance": it would repeat a path with a token
        problem.put("type", "/problems/" + type);
        problem.put("title", messages.say(language, "visits.problem." + type));
        problem.put("status", status.value());
        problem.putAll(more);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
