package by.pobach.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the house makes of a request, said aloud; for tests alone. */
@TestComponent
@RestController
public class Probe {
    @GetMapping(path = "/probe/where", produces = MediaType.TEXT_PLAIN_VALUE)
    String where(HttpServletRequest request) {
        return request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName() + ":"
                + request.getServerPort();
    }

    @GetMapping(path = "/probe/said", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String said(@RequestParam String text) {
        return text;
    }

    @GetMapping("/probe/broken")
    String broken() {
        throw new IllegalStateException("a secret of the inside");
    }
}
