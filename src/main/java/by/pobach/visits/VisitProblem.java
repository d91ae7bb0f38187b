package by.pobach.visits;

import by.pobach.offers.ApiOffer;
import by.pobach.offers.ApiProblem;
import by.pobach.web.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The refusals of {@link Outcome}, as programs read them. */
@Component
class VisitProblem {
    private final ApiProblem problem;

    VisitProblem(ApiProblem problem) {
        this.problem = problem;
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

    private ResponseEntity<Object> answer(HttpStatus status, String type, Language language, Map<String, Object> more) {
        return problem.answer(status, type, "visits.problem." + type, language, more);
    }
}
