package by.pobach.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What does not pass the threshold: a body over 64 kB (413, chunked ones are counted too), parameters that cannot be
 * decoded, control characters that neither people nor PostgreSQL can write (400).
 */
@Component
@Order(Doors.THRESHOLD)
class Threshold extends OncePerRequestFilter {
    static final int LARGEST_BODY = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A connection whose next request is there already would keep its carrier thread for a hundred requests, and
        // the
        // others would wait: whoever has just been served goes to the end of the queue.
        Thread.yield();
        HttpServletRequest read = isOpenEnded(request) ? ReadBody.of(request, LARGEST_BODY + 1) : request;
        int status = refusal(read);
        if (status == 0) {
            chain.doFilter(read, response);
        } else if (!response.isCommitted()) { // of a body that cannot be read the server has said so itself
            response.sendError(status);
        }
    }

    private static int refusal(HttpServletRequest request) {
        long length = request instanceof ReadBody body ? body.length() : request.getContentLengthLong();
        if (length > LARGEST_BODY) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        try {
            return isWritable(request.getParameterMap()) ? 0 : HttpServletResponse.SC_BAD_REQUEST;
        } catch (InvalidParameterException undecodable) {
            return undecodable.getErrorCode();
        }
    }

    /** A form is read, and counted, by the server itself. */
    private static boolean isOpenEnded(HttpServletRequest request) {
        String type = request.getContentType();
        boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null && !form;
    }

    private static boolean isWritable(Map<String, String[]> parameters) {
        return parameters.keySet().stream().allMatch(Threshold::isWritable)
                && parameters.values().stream().flatMap(Arrays::stream).allMatch(Threshold::isWritable);
    }

    static boolean isWritable(String text) {
        return text.chars().noneMatch(letter -> Character.isISOControl(letter) && "\t\n\r".indexOf(letter) < 0)
                && text.codePoints().noneMatch(letter -> Character.getType(letter) == Character.SURROGATE);
    }
}
