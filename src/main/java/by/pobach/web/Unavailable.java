package by.pobach.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** While the database does not answer, the house is closed for a moment: that is 503, and not a mistake of ours. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Unavailable {

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    void closedForAMoment(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
