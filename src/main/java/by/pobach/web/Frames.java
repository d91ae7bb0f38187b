package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes the frame's facts for a request and lays them beside it. */
@Component
class Frames {
    private final LanguageChoice choice;
    private final ObjectProvider<FooterFacts> centre;
    private final boolean demo;

    Frames(LanguageChoice choice, ObjectProvider<FooterFacts> centre, @Value("${pobach.demo:false}") boolean demo) {
        this.choice = choice;
        this.centre = centre;
        this.demo = demo;
    }

    void lay(HttpServletRequest request) {
        if (request.getAttribute(Frame.NAME) == null) {
            request.setAttribute(Frame.NAME, frame(request));
        }
    }

    private Frame frame(HttpServletRequest request) {
        return new Frame(
                choice.of(request),
                demo,
                here(request),
                facts(),
                Look.of(request).classes());
    }

    /** A page must be able to say that the database does not answer, so the foot may be empty. */
    private FooterFacts.@Nullable Facts facts() {
        try {
            FooterFacts known = centre.getIfAvailable();
            return known == null ? null : known.now();
        } catch (DataAccessException | TransactionException noAnswer) {
            return null;
        }
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String rest = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .filter(part -> !part.startsWith(LanguageChoice.NAME + "=") && !part.startsWith("words="))
                .collect(Collectors.joining("&"));
        String path = "/" + Paths.of(request).replaceFirst("^/+", ""); // never a link to another host
        return path + (rest.isEmpty() ? "" : "?" + rest);
    }
}
